//===- BaselineTest.cpp - What was found before is known ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Baseline.h"
#include "Samples.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

static Baseline makeBaseline(std::vector<Finding> Findings) {
  return Baseline(Report{{}, std::move(Findings)});
}

TEST(Baseline, TellsOnlyOfGrowth) {
  Baseline Known = makeBaseline({makeLocal("1", "a.c", 1, 100)});
  EXPECT_EQ(Known.ask("2", "a.c", 100).State, BaselineState::New);
  EXPECT_EQ(Known.ask("1", "a.c", 99).State, BaselineState::Unchanged);
  EXPECT_EQ(Known.ask("1", "a.c", 100).State, BaselineState::Unchanged);
  Baseline::Answer Grown = Known.ask("1", "a.c", 101);
  EXPECT_EQ(Grown.State, BaselineState::Grown);
  EXPECT_EQ(Grown.Bytes, 100u);
}

/// An endless recursion has no size, and does not grow.
TEST(Baseline, WhatHasNoSizeDoesNotGrow) {
  Finding F = makeLocal("1", "a.c", 1, 0);
  F.Facts.Bytes.reset();
  Baseline Known = makeBaseline({F, makeLocal("2", "a.c", 2, 10)});
  EXPECT_EQ(Known.ask("1", "a.c", std::nullopt).State,
            BaselineState::Unchanged);
  EXPECT_EQ(Known.ask("1", "a.c", 4096).State, BaselineState::Unchanged);
  EXPECT_EQ(Known.ask("2", "a.c", std::nullopt).State,
            BaselineState::Unchanged);
}

/// Two files of one name may each have a function of one name.
TEST(Baseline, TakesTheFileThatIsMostAlike) {
  Baseline Known = makeBaseline({makeLocal("1", "/ci/lib/x.c", 1, 500),
                                 makeLocal("1", "/ci/tool/x.c", 1, 100)});
  EXPECT_EQ(Known.ask("1", "/home/me/tool/x.c", 200).State,
            BaselineState::Grown);
  EXPECT_EQ(Known.ask("1", "/home/me/lib/x.c", 200).State,
            BaselineState::Unchanged);
}

/// A header's object has one size for each set of macros.
TEST(Baseline, TakesTheLargestOfOneFile) {
  Baseline Known = makeBaseline(
      {makeLocal("1", "x.h", 1, 500), makeLocal("1", "x.h", 1, 100)});
  EXPECT_EQ(Known.ask("1", "x.h", 500).State, BaselineState::Unchanged);
}

TEST(Baseline, ListsWhatIsNotFoundAnyMore) {
  Finding Remark = makeLocal("4", "src/a.c", 4, 10);
  Remark.Level = FindingLevel::Remark;
  Baseline Known = makeBaseline({makeLocal("1", "src/a.c", 1, 10),
                                 makeLocal("2", "src/a.c", 2, 10),
                                 makeLocal("3", "src/b.c", 3, 10), Remark});
  Known.ask("1", "src/a.c", 10);
  auto CountFor = [&](StringRef File) { return Known.listUnused(File).size(); };
  ASSERT_EQ(CountFor("src/a.c"), 1u);
  EXPECT_EQ(Known.listUnused("src/a.c")[0]->Fingerprint, "2");
  EXPECT_EQ(CountFor("a.c"), 1u);
  EXPECT_EQ(CountFor("/home/me/src/a.c"), 1u);
  EXPECT_EQ(CountFor("src/b.c"), 1u);
  EXPECT_EQ(CountFor("other/a.c"), 0u);
  EXPECT_EQ(CountFor("src/aa.c"), 0u);
}

TEST(Baseline, AbsolutePathsOfTwoMachinesShareAFolder) {
  Baseline Known = makeBaseline({makeLocal("1", "/ci/p/src/a.c", 1, 10)});
  EXPECT_EQ(Known.listUnused("/home/me/p/src/a.c").size(), 1u);
  EXPECT_EQ(Known.listUnused("/home/me/q/lib/a.c").size(), 0u);
}

TEST(Baseline, CountsNamesFromTheEnd) {
  EXPECT_EQ(countCommonNames("a/b/c", "x/b/c"), 2u);
  EXPECT_EQ(countCommonNames("c", "x/b/c"), 1u);
  EXPECT_EQ(countCommonNames("c", "xc"), 0u);
  EXPECT_EQ(countCommonNames("", "c"), 0u);
}
