//===- WholeFileTest.cpp - Writes files at once ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/WholeFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

namespace {

/// Has a folder of its own.
class WholeFile : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(sys::fs::createUniqueDirectory("offstack-file", Folder));
  }
  void TearDown() override { sys::fs::remove_directories(Folder); }

  std::string getPath(StringRef Name) const {
    return (Folder + "/" + Name).str();
  }

  /// Returns what is in a file, or why it cannot be read.
  std::string read(StringRef Name) const {
    auto Buffer = MemoryBuffer::getFile(getPath(Name));
    return Buffer ? (*Buffer)->getBuffer().str() : Buffer.getError().message();
  }

  SmallString<128> Folder;
};

} // namespace

/// Returns what is wrong, or "fine".
static std::string write(StringRef Path, StringRef Text) {
  if (Error Failure = writeWholeFile(Path, Text))
    return toString(std::move(Failure));
  return "fine";
}

TEST_F(WholeFile, MakesAndReplacesPlainFiles) {
  EXPECT_EQ(write(getPath("a"), "first, and longer"), "fine");
  EXPECT_EQ(read("a"), "first, and longer");
  EXPECT_EQ(write(getPath("a"), "second"), "fine");
  EXPECT_EQ(read("a"), "second");
}

TEST_F(WholeFile, WritesThroughLinks) {
  EXPECT_EQ(write(getPath("a"), "first, and longer"), "fine");
  ASSERT_FALSE(sys::fs::create_link("a", getPath("link")));
  EXPECT_EQ(write(getPath("link"), "second"), "fine");
  EXPECT_EQ(read("a"), "second");
  EXPECT_TRUE(sys::fs::is_symlink_file(getPath("link")));
}

TEST_F(WholeFile, SaysWhatIsWrong) {
  EXPECT_EQ(write(getPath("none/a"), "text"), "No such file or directory");
  EXPECT_EQ(write(Folder, "text"), "Is a directory");
#ifdef __linux__
  // By a link: should the device be replaced, it is that of this test.
  ASSERT_FALSE(sys::fs::create_link("/dev/full", getPath("full")));
  EXPECT_EQ(write(getPath("full"), "text"), "No space left on device");
  EXPECT_TRUE(sys::fs::is_symlink_file(getPath("full")));
#endif
}
