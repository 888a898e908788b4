//===- CheckTest.cpp - What a build compiles, for clang -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Databases, good and bad, commands of other compilers, and when a check fails.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CheckArguments.h"
#include "Offstack/Tool/FailOn.h"
#include "Offstack/Tool/FindingSummary.h"
#include "Offstack/Tool/ProgressBar.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

using Strings = std::vector<std::string>;

TEST(CompileDatabase, TakesListsAndCommands) {
  auto Entries = cantFail(parseCompileDatabase(
      R"([{"directory": "/b", "file": "../s/a.c",
           "arguments": ["cc", "-c", "a b.c"], "output": "a.o"},
          {"directory": "sub", "file": "/s/b.c", "command": "cc -D'X=\"1 2\"' b.c"},
          {"directory": "/b", "file": "/s/a.c",
           "arguments": ["cc", "-c", "a b.c"]}])",
      "/root"));
  // The third is the first.
  ASSERT_EQ(Entries.size(), 2u);
  EXPECT_EQ(Entries[0].Directory, "/b");
  EXPECT_EQ(Entries[0].File, "/s/a.c");
  EXPECT_EQ(Entries[0].Arguments, (Strings{"cc", "-c", "a b.c"}));
  EXPECT_EQ(Entries[1].Directory, "/root/sub");
  EXPECT_EQ(Entries[1].Arguments, (Strings{"cc", "-DX=\"1 2\"", "b.c"}));
}

static std::string databaseError(StringRef Text) {
  auto Entries = parseCompileDatabase(Text, "/");
  return Entries ? "no error" : toString(Entries.takeError());
}

TEST(CompileDatabase, SaysWhatIsWrong) {
  EXPECT_EQ(databaseError("{}"), "expected a list of entries");
  EXPECT_TRUE(StringRef(databaseError("[")).contains("1:1"));
  EXPECT_EQ(databaseError("[1]"), "in entry 1: it is no object");
  EXPECT_EQ(databaseError(R"([{"file": "a", "command": "b"}])"),
            "in entry 1: it has no string 'directory'");
  EXPECT_EQ(databaseError(R"([{"directory": "a", "command": "b"}])"),
            "in entry 1: it has no string 'file'");
  for (StringRef Wrong : {"", ", \"arguments\": []", ", \"arguments\": [1]",
                          ", \"command\": \"\""})
    EXPECT_EQ(databaseError(
                  (R"([{"directory": "a", "file": "b")" + Wrong + "}]").str()),
              "in entry 1: it has neither a list 'arguments' nor a string "
              "'command'");
}

TEST(CompileDatabase, IsSelectedFrom) {
  std::vector<CompileEntry> Entries = {
      {"/", "/s/a.c", {}}, {"/", "/s/sub/b.c", {}}, {"/", "/s/sub2/c.c", {}}};
  EXPECT_EQ(cantFail(selectEntries(Entries, {})).size(), 3u);
  EXPECT_EQ(cantFail(selectEntries(Entries, {"/s/./a.c"})).size(), 1u);
  // A folder, with what is below it, and not one whose name begins so.
  EXPECT_EQ(cantFail(selectEntries(Entries, {"/s/sub"})).size(), 1u);
  EXPECT_EQ(cantFail(selectEntries(Entries, {"/s/", "/s/a.c"})).size(), 3u);
  auto None = selectEntries(Entries, {"/s/a.c", "/s/d.c"});
  ASSERT_FALSE(None);
  EXPECT_EQ(toString(None.takeError()), "the build does not compile '/s/d.c'");
}

/// Returns what is left of \p Words, before the flags that are always added.
static std::string translate(Strings Words, const StringSet<> &Refused = {}) {
  CheckArguments Result =
      makeCheckArguments({"/", "/a.c", std::move(Words)}, Refused);
  std::string Text = join(Result.Words, " ");
  for (const std::string &Option : Result.Options)
    Text += " +" + Option;
  std::string Added;
  StringRef Rest = Text;
  auto [Before, After] = Rest.split("-Qunused-arguments");
  EXPECT_TRUE(After.contains("-c -o /dev/null")) << Text;
  // The options of Offstack stand behind.
  size_t Plus = After.find(" +");
  return Before.rtrim().str() +
         (Plus == StringRef::npos ? "" : After.substr(Plus).str());
}

TEST(CheckArguments, KeepWhatDecidesAboutCode) {
  EXPECT_EQ(translate({"cc", "-O2", "-DX=1", "-I", "inc", "-std=c11", "-g",
                       "-march=native", "-include", "x.h", "a.c"}),
            "-O2 -DX=1 -I inc -std=c11 -g -march=native -include x.h a.c");
}

TEST(CheckArguments, DropWhatWritesFiles) {
  EXPECT_EQ(translate({"cc", "-c", "a.c", "-o", "a.o", "-MD", "-MF", "a.d",
                       "-MT", "a.o", "-oa.o", "-save-temps=obj", "--coverage",
                       "-fstack-usage", "-fdump-rtl-all", "-Wp,-MD,a.d",
                       "-flto=auto", "-ffat-lto-objects"}),
            "a.c");
  // They only begin like it.
  EXPECT_EQ(translate({"cc", "-objcmt-x", "-Wp,-DX", "-MV"}),
            "-objcmt-x -Wp,-DX -MV");
}

TEST(CheckArguments, DropWhatOnlyGccHas) {
  EXPECT_EQ(translate({"cc", "-Werror", "-Werror=vla", "-pedantic-errors",
                       "-fplugin=x.so", "-fplugin-arg-x-y", "-fanalyzer",
                       "-specs=/usr/lib/rpm/x", "a.c"}),
            "a.c");
  StringSet<> Refused;
  Refused.insert("-fconserve-stack");
  EXPECT_EQ(translate({"cc", "-fconserve-stack", "-fconserve", "a.c"}, Refused),
            "-fconserve a.c");
}

TEST(CheckArguments, TakeTheModeAndTheTargetFromTheName) {
  EXPECT_EQ(translate({"/usr/bin/g++-12", "a.c"}), "--driver-mode=g++ a.c");
  EXPECT_EQ(translate({"c++", "a.c"}), "--driver-mode=g++ a.c");
  EXPECT_EQ(translate({"arm-linux-gnueabihf-gcc", "a.c"}),
            "--target=arm-linux-gnueabihf a.c");
  EXPECT_EQ(translate({"x86_64-linux-gnu-g++-12", "a.c"}),
            "--driver-mode=g++ --target=x86_64-linux-gnu a.c");
  EXPECT_EQ(translate({"my-gcc", "a.c"}), "a.c");
  EXPECT_EQ(translate({"clang-22", "a.c"}), "a.c");
}

TEST(CheckArguments, SeeThroughLaunchers) {
  EXPECT_EQ(translate({"ccache", "/usr/bin/c++", "a.c"}),
            "--driver-mode=g++ a.c");
  EXPECT_EQ(translate({"offstack", "--local=4K", "--box", "c++", "a.c"}),
            "--driver-mode=g++ a.c +local=4K +box");
  EXPECT_EQ(translate({"/b/offstack-c++", "a.c"}), "--driver-mode=g++ a.c");
  EXPECT_EQ(translate({"clang", "-fplugin-arg-offstack-stack=1M", "a.c"}),
            "a.c +stack=1M");
}

TEST(CheckArguments, TellWhoIsSilenced) {
  EXPECT_TRUE(
      makeCheckArguments({"/", "/a.c", {"cc", "-w", "a.c"}}, {}).IsSilenced);
  EXPECT_FALSE(
      makeCheckArguments({"/", "/a.c", {"cc", "-Wx", "a.c"}}, {}).IsSilenced);
}

TEST(CheckArguments, KnowTheirLanguages) {
  for (const char *File : {"/a.c", "/a.cpp", "/a.C", "/a.i", "/a.mm"})
    EXPECT_TRUE(isForClang({"/", File, {"cc"}})) << File;
  for (const char *File : {"/a.s", "/a.S", "/a.f90", "/a.rs", "/a", "/a.h"})
    EXPECT_FALSE(isForClang({"/", File, {"cc"}})) << File;
  EXPECT_TRUE(isForClang({"/", "/a", {"cc", "-x", "c", "a"}}));
}

TEST(CheckArguments, LearnFromErrors) {
  EXPECT_EQ(findRefusedFlags(
                "clang-22: error: unknown argument: '-fconserve-stack'\n"
                "clang-22: error: unknown argument '-mrecord-mcount'; did you "
                "mean '-mrecor'?\n"
                "clang-22: error: unsupported argument 'x' to option "
                "'-fdiagnostics='\n"
                "clang-22: error: unsupported option '-fno-lra' for target "
                "'x86_64-pc-linux-gnu'\n"
                "a.c:1:1: error: unknown type name 'x'\n"),
            (Strings{"-fconserve-stack", "-mrecord-mcount", "-fdiagnostics=x",
                     "-fno-lra"}));
  EXPECT_EQ(findFirstError("a.c:1: warning: x\na.c:2: fatal error: y\n"),
            "a.c:2: fatal error: y");
  EXPECT_EQ(findFirstError("Stack dump:\n\n0. x\n"), "0. x");
  EXPECT_EQ(findFirstError(""), "");
}

TEST(FailOn, NamesLevelsAndRules) {
  Finding F;
  F.Rule = "large-local";
  F.Level = FindingLevel::Warning;
  auto Matches = [&](StringRef Text) {
    return cantFail(FailOn::parse(Text)).matches(F);
  };
  EXPECT_TRUE(Matches("warning"));
  EXPECT_TRUE(Matches("remark"));
  EXPECT_TRUE(Matches("error,large-local"));
  EXPECT_TRUE(Matches("offstack-large-local"));
  EXPECT_TRUE(Matches("error,remark"));
  EXPECT_FALSE(Matches("error"));
  EXPECT_FALSE(Matches("none"));
  EXPECT_FALSE(Matches("infinite,unbounded"));
  F.State = BaselineState::Grown;
  EXPECT_TRUE(Matches("warning"));
  F.State = BaselineState::Unchanged;
  EXPECT_FALSE(Matches("warning,large-local"));
  auto Wrong = FailOn::parse("warnings");
  ASSERT_FALSE(Wrong);
  EXPECT_TRUE(StringRef(toString(Wrong.takeError()))
                  .starts_with("invalid value 'warnings' for option "
                               "'fail-on': expected none, remark, warning, "
                               "error, or one of large-local, "));
}

TEST(ProgressBar, IsDrawnOrPrinted) {
  std::string Text;
  raw_string_ostream OS(Text);
  ProgressBar Lines(OS, 0);
  Lines.setTotal(2);
  Lines.finishFile("a.c", 1);
  Lines.finishFile("b.c", 1);
  Lines.clear();
  EXPECT_EQ(Text, "[1/2] a.c\n[2/2] b.c\n");
  Text.clear();
  ProgressBar Bar(OS, 50);
  Bar.setTotal(2);
  Bar.finishFile("a.c", 7);
  EXPECT_EQ(Text, "\r[###############---------------] 1/2, 7 found  a.\x1b[K");
  Bar.clear();
  EXPECT_TRUE(StringRef(Text).ends_with("\r\x1b[K"));
}

TEST(FindingSummary, ShortensPaths) {
  EXPECT_EQ(shortenPath("/a/b/c.c", "/a/b"), "c.c");
  EXPECT_EQ(shortenPath("/a/bc/c.c", "/a/b"), "/a/bc/c.c");
  EXPECT_EQ(shortenPath("/a/b/c.c", ""), "/a/b/c.c");
}
