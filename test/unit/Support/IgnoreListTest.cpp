//===- IgnoreListTest.cpp - Ignore lists, line by line --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is found, which entries found it, and which never can.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Support/IgnoreEntries.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

static IgnoreList load(StringRef Text) {
  vfs::InMemoryFileSystem Files;
  Files.addFile("/folder/list.txt", 0, MemoryBuffer::getMemBufferCopy(Text));
  return cantFail(IgnoreList::load("/folder/list.txt", Files));
}

/// Returns the numbers of the used entries for \p Section, and of the unused
/// ones negated.
static std::vector<int> getUses(const IgnoreList &List, StringRef Section) {
  std::vector<int> Uses;
  for (const IgnoreEntryUse &Use : List.listUses(Section)) {
    int Line = static_cast<int>(Use.LineNumber);
    Uses.push_back(Use.IsUsed ? Line : -Line);
  }
  return Uses;
}

static std::vector<unsigned> getMistakes(StringRef Text) {
  std::vector<unsigned> Lines;
  for (const IgnoreMistake &Mistake : load(Text).findMistakes())
    Lines.push_back(Mistake.LineNumber);
  return Lines;
}

static IgnoreQuery askFor(StringRef Function) { return {Function, "", "", ""}; }

TEST(IgnoreList, NotesAllEntriesThatMatch) {
  IgnoreList List = load("fun:f\n"
                         "# comment\n"
                         "[box]\n"
                         "fun:f*\n"
                         "  fun:g  \n"
                         "[large-local]\n"
                         "fun:f\n");
  List.trackUses();
  EXPECT_TRUE(List.contains("box", askFor("f")));
  EXPECT_FALSE(List.contains("box", askFor("h")));
  EXPECT_EQ(getUses(List, "box"), (std::vector<int>{1, 4, -5}));
  EXPECT_EQ(getUses(List, "large-local"), (std::vector<int>{1, -7}));
}

TEST(IgnoreList, CopiesShareWhatTheyFind) {
  IgnoreList List = load("fun:f\n");
  List.trackUses();
  IgnoreList Copy = List;
  EXPECT_TRUE(Copy.contains("box", askFor("f")));
  List.trackUses();
  EXPECT_EQ(getUses(List, "box"), (std::vector<int>{1}));
}

TEST(IgnoreList, NotesNothingUnasked) {
  IgnoreList List = load("fun:f\n");
  EXPECT_TRUE(List.contains("box", askFor("f")));
  EXPECT_TRUE(getUses(List, "box").empty());
}

TEST(IgnoreList, NamesTheFileWithoutItsFolder) {
  IgnoreList List = load("fun:f\n");
  List.trackUses();
  EXPECT_EQ(List.listUses(StringRef("box"))[0].Text,
            "entry 'fun:f' (list.txt:1) is unused");
}

TEST(IgnoreList, ReadsTheOldFormat) {
  IgnoreList List = load("#!special-case-list-v1\nfun:(f|g)\n");
  List.trackUses();
  EXPECT_TRUE(List.contains("box", askFor("g")));
  EXPECT_EQ(getUses(List, "box"), (std::vector<int>{2}));
}

TEST(IgnoreList, FindsLinesThatNeverMatch) {
  EXPECT_EQ(getMistakes("fun:f\n[box]\nvar:v\nsrc:a.c\nmainfile:b.c\n"),
            std::vector<unsigned>());
  EXPECT_EQ(getMistakes("func:f\n"), std::vector<unsigned>{1});
  EXPECT_EQ(getMistakes("[boxes]\nfunc:f\n"), std::vector<unsigned>{1});
  EXPECT_EQ(getMistakes("[box]\nfun:f=init\n"), std::vector<unsigned>{2});
  EXPECT_EQ(getMistakes("[infinite]\nvar:v\n"), std::vector<unsigned>{2});
  EXPECT_EQ(getMistakes("fun:A::b\n"), std::vector<unsigned>{1});
}

TEST(IgnoreList, LeavesTheLinesOfSanitizersAlone) {
  EXPECT_EQ(getMistakes("global:g=init\ntype:T\nfun:f=init\n"
                        "[address]\nwhatever:x\n[{cfi-vcall,cfi-icall}]\n"),
            std::vector<unsigned>());
}
