//===- ReportFilesTest.cpp - Reports on disk ------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/ReportFiles.h"
#include "Samples.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

namespace {

/// Has a folder of its own.
class ReportFiles : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(sys::fs::createUniqueDirectory("offstack-report", Folder));
  }
  void TearDown() override { sys::fs::remove_directories(Folder); }

  std::string getPath(StringRef Name) const {
    return (Folder + "/" + Name).str();
  }

  void writeText(StringRef Name, StringRef Text) const {
    std::error_code Failure;
    raw_fd_ostream Stream(getPath(Name), Failure);
    ASSERT_FALSE(Failure);
    Stream << Text;
  }

  /// Returns the names in the folder, sorted and with spaces between.
  std::string list() const {
    std::vector<std::string> Names;
    std::error_code Failure;
    for (sys::fs::directory_iterator It(Folder, Failure), End;
         It != End && !Failure; It.increment(Failure))
      Names.push_back(sys::path::filename(It->path()).str());
    sort(Names);
    return join(Names, " ");
  }

  SmallString<128> Folder;
};

} // namespace

/// Returns the fingerprints of what is in \p Path, or the error's message.
static std::string read(StringRef Path) {
  Expected<Report> R = readReport(Path);
  if (!R)
    return toString(R.takeError());
  std::string Text;
  for (const Finding &F : R->Findings)
    Text += F.Fingerprint + " ";
  return Text + "by " + std::to_string(R->Units.size());
}

/// Returns the message of \p Failure.
static std::string getMessage(Error Failure) {
  return toString(std::move(Failure));
}

TEST_F(ReportFiles, AFileIsSharedByUnits) {
  for (StringRef Name : {"r.json", "r.sarif"}) {
    std::string Path = getPath(Name);
    EXPECT_FALSE(
        writeUnitReport(Path, makeUnit("a.c"), {makeLocal("1", "a.c", 1, 10)}));
    EXPECT_FALSE(
        writeUnitReport(Path, makeUnit("b.c"), {makeLocal("2", "b.c", 1, 20)}));
    EXPECT_EQ(read(Path), "2 1 by 2");
    // Compiled again, with nothing to find.
    EXPECT_FALSE(writeUnitReport(Path, makeUnit("b.c"), {}));
    EXPECT_EQ(read(Path), "1 by 2");
  }
  EXPECT_EQ(list(), "r.json r.sarif");
}

TEST_F(ReportFiles, AFolderHasAFileForEachUnit) {
  std::string Path = getPath("d/");
  EXPECT_FALSE(prepareReport(Path));
  for (StringRef Source : {"a.c", "sub/a.c", "a.c"})
    EXPECT_FALSE(writeUnitReport(Path, makeUnit(Source.str()),
                                 {makeLocal(Source.str(), "a.c", 1, 10)}));
  EXPECT_EQ(read(Path), "a.c sub/a.c by 2");
  EXPECT_EQ(read(getPath("d")), "a.c sub/a.c by 2");
}

TEST_F(ReportFiles, NamesOfUnitsDoNotClash) {
  CompilationUnit Unit = makeUnit("src/a.c");
  std::string Name = getUnitFileName(Unit);
  EXPECT_TRUE(StringRef(Name).starts_with("a.c-")) << Name;
  auto NameWith = [&](std::string CompilationUnit::*Field, StringRef Value) {
    CompilationUnit Other = Unit;
    Other.*Field = Value.str();
    return getUnitFileName(Other);
  };
  EXPECT_NE(Name, NameWith(&CompilationUnit::Source, "lib/a.c"));
  EXPECT_NE(Name, NameWith(&CompilationUnit::Output, "pic/a.o"));
  EXPECT_NE(Name, NameWith(&CompilationUnit::Directory, "/other"));
  EXPECT_NE(Name, NameWith(&CompilationUnit::Plugin, "OffstackPass"));
  EXPECT_EQ(Name, NameWith(&CompilationUnit::Source, "./src/../src/a.c"));
  std::string Odd = getUnitFileName(makeUnit("<stdin>"));
  EXPECT_TRUE(StringRef(Odd).starts_with("_stdin_-")) << Odd;
  EXPECT_LT(getUnitFileName(makeUnit(std::string(300, 'x'))).size(), 200u);
}

/// What threads do here, compilers of a parallel build do.
TEST_F(ReportFiles, ManyMayWriteAtOnce) {
  std::string File = getPath("r.json"), InFolder = getPath("d/");
  EXPECT_FALSE(prepareReport(InFolder));
  DefaultThreadPool Pool(hardware_concurrency(4));
  for (unsigned I = 0; I < 24; ++I)
    Pool.async([&, I] {
      std::string Number = std::to_string(I);
      CompilationUnit Unit = makeUnit(Number + ".c");
      EXPECT_FALSE(writeUnitReport(File, Unit,
                                   {makeLocal(Number, Number + ".c", 1, 10)}));
      EXPECT_FALSE(writeUnitReport(InFolder, Unit,
                                   {makeLocal(Number, Number + ".c", 1, 10)}));
    });
  Pool.wait();
  for (StringRef Path : {File, InFolder}) {
    Expected<Report> R = readReport(Path);
    ASSERT_TRUE(static_cast<bool>(R)) << toString(R.takeError());
    EXPECT_EQ(R->Units.size(), 24u);
    EXPECT_EQ(R->Findings.size(), 24u);
  }
  EXPECT_EQ(list(), "d r.json");
}

TEST_F(ReportFiles, AnEmptyFileIsAFreshOne) {
  writeText("r.json", "");
  EXPECT_FALSE(writeUnitReport(getPath("r.json"), makeUnit("a.c"), {}));
  EXPECT_EQ(read(getPath("r.json")), "by 1");
}

/// What is not ours is not overwritten.
TEST_F(ReportFiles, LeavesOtherFilesAlone) {
  writeText("package.json", "{\"name\": \"x\"}");
  std::string Path = getPath("package.json");
  EXPECT_EQ(getMessage(writeUnitReport(Path, makeUnit("a.c"), {})),
            "cannot write report '" + Path + "': report '" + Path +
                "': is no report of Offstack; remove it or name another file");
  auto Text = MemoryBuffer::getFile(Path);
  ASSERT_TRUE(static_cast<bool>(Text));
  EXPECT_EQ((*Text)->getBuffer(), "{\"name\": \"x\"}");
}

TEST_F(ReportFiles, SaysWhatIsWrong) {
  EXPECT_EQ(read(getPath("none.json")),
            "report '" + getPath("none.json") + "': No such file or directory");
  writeText("cut.json", "{\n \"schema\": \"offst");
  EXPECT_EQ(read(getPath("cut.json")), "report '" + getPath("cut.json") +
                                           "': [2:17, byte=19]: Unterminated "
                                           "string");
  // In a folder, the file is named.
  EXPECT_EQ(read(Folder), read(getPath("cut.json")));
  // LLVM's reader would overflow the stack.
  writeText("deep.json", std::string(1 << 20, '['));
  EXPECT_EQ(read(getPath("deep.json")),
            "report '" + getPath("deep.json") +
                "': more than 64 levels of '[' and '{' are open at a time");
  writeText("empty.json", "");
  EXPECT_EQ(read(getPath("empty.json")),
            "report '" + getPath("empty.json") + "': is empty");
}

TEST_F(ReportFiles, ReadsReportsOnly) {
  writeText("README.md", "not a report");
  writeText("r.json.0123abcd.tmp", "half of one");
  EXPECT_EQ(read(Folder), "by 0");
}

TEST_F(ReportFiles, PreparesFolders) {
  EXPECT_FALSE(prepareReport(getPath("new/sub/r.json")));
  EXPECT_TRUE(sys::fs::is_directory(getPath("new/sub")));
  std::string Path = getPath("new");
  EXPECT_EQ(getMessage(prepareReport(Path)),
            "cannot write report '" + Path +
                "': it is a folder; to write a file for each compilation into "
                "it, end its name in '/'");
  writeText("file", "");
  EXPECT_EQ(getMessage(prepareReport(getPath("file/r.json"))),
            "cannot write report '" + getPath("file/r.json") +
                "': Not a directory");
}
