//===- MarkdownTextTest.cpp - Markdown for a terminal ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every kind of block, with and without colours, and what is no Markdown.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/MarkdownText.h"
#include "Offstack/Tool/DocPages.h"
#include "Offstack/Tool/StyledText.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

static std::string print(StringRef Markdown, unsigned Width = 30,
                         bool HasColors = false) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS.enable_colors(HasColors);
  printMarkdown(Markdown, OS, Width);
  return Text;
}

TEST(MarkdownText, JoinsAndBreaksLines) {
  EXPECT_EQ(print("one two\nthree four five six seven\n\neight\n"),
            "one two three four five six\nseven\n\neight\n");
  // A word that is too long stands alone.
  EXPECT_EQ(print("a bbbbbbbbbb c\n", 5), "a\nbbbbbbbbbb\nc\n");
}

TEST(MarkdownText, MarksHeadings) {
  EXPECT_EQ(print("# `a` b\n\n## c\ntext\n"), "`a` b\n=====\n\nc\n-\ntext\n");
}

TEST(MarkdownText, KeepsCodeAsItIs) {
  EXPECT_EQ(print("see\n```c\n# `x` **y** [a](b)\n\n  if\n```\nthen\n", 10),
            "see\n    # `x` **y** [a](b)\n\n      if\nthen\n");
}

TEST(MarkdownText, HangsListsAndQuotes) {
  EXPECT_EQ(print("- one two three\n  four five six\n- seven\n1. eight\n", 18),
            "- one two three\n  four five six\n- seven\n1. eight\n");
  EXPECT_EQ(print("> one two three\n> four\n", 12),
            "  one two\n  three four\n");
  // A number within a text is no list.
  EXPECT_EQ(print("it is\n1024.5 of them\n"), "it is 1024.5 of them\n");
}

TEST(MarkdownText, AlignsTables) {
  EXPECT_EQ(print("| a | `b` |\n|---|---|\n| one two | c\\|d |\n| x | |\n"),
            "a        `b`\n-------  ---\none two  c|d\nx\n");
  // The widest column gives way.
  EXPECT_EQ(print("| a | b |\n|---|---|\n| x | one two three four |\n", 12),
            "a  b\n-  ---------\nx  one two\n   three\n   four\n");
  // Words that are too long stick out; no column becomes narrower.
  EXPECT_EQ(print("| aaaaaa | bbbbbb |\n|---|---|\n| c | d |\n", 5),
            "aaaaaa  bbbbbb\n------  ------\nc       d\n");
}

TEST(MarkdownText, ShowsLabelsOfLinks) {
  EXPECT_EQ(print("[`a`](b.md) and [c](d.md#e)\n"), "`a` and c\n");
  EXPECT_EQ(print("[c](https://d.e)\n"), "c (https://d.e)\n");
  EXPECT_EQ(print("`[[offstack::box]]` a[i](x) [open\n", 60),
            "`[[offstack::box]]` ai [open\n");
  EXPECT_EQ(print("`a[i](x)`\n"), "`a[i](x)`\n");
}

TEST(MarkdownText, LeavesOutComments) {
  EXPECT_EQ(print("a\n<!-- table: x -->\n| b |\n|---|\n"), "a\nb\n-\n");
}

TEST(MarkdownText, HasColors) {
  std::string Text = print("**a** `b`\n", 30, true);
  EXPECT_EQ(Text, "\x1b[1ma\x1b[0m \x1b[0;36mb\x1b[0m\n");
}

TEST(StyledText, IsMeasuredAsItShows) {
  EXPECT_EQ(getColumns(parseStyles("**a** `b`", true)), 3u);
  EXPECT_EQ(getColumns(parseStyles("**a** `b`", false)), 5u);
  EXPECT_EQ(getColumns("1024²"), 5u);
}

TEST(DocPages, AreAllThereAndPrintable) {
  EXPECT_GT(getDocPages().size(), 80u);
  for (const DocPage &Page : getDocPages()) {
    EXPECT_TRUE(Page.Text.starts_with("# ")) << Page.Name.str();
    EXPECT_FALSE(print(Page.Text, 40).empty()) << Page.Name.str();
  }
}

TEST(DocPages, AreTakenApart) {
  StringRef Page = "# A `b`\n\nc\n\n## One\n\nd\n### e\n\n## Two\nf\n";
  EXPECT_EQ(getPageTitle(Page), "A b");
  EXPECT_EQ(splitSections(Page).size(), 2u);
  EXPECT_EQ(findSection(Page, "One"), "## One\n\nd\n### e\n");
  EXPECT_EQ(findSection(Page, "Two"), "## Two\nf\n");
  EXPECT_EQ(findSection(Page, "e"), "");
}
