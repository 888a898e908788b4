//===- ReportTest.cpp - Reports are put together --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Report.h"
#include "Samples.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

static const CompilationUnit A = makeUnit("a.c"), B = makeUnit("b.c");

/// Returns a report of \p Unit alone.
static Report makeReport(const CompilationUnit &Unit,
                         std::vector<Finding> Findings) {
  for (Finding &F : Findings)
    F.Units = {Unit};
  return {{Unit}, std::move(Findings)};
}

TEST(Report, WhatMattersMostComesFirst) {
  std::vector<Finding> Findings = {
      makeLocal("1", "b.c", 1, 10), makeLocal("2", "a.c", 2, 10),
      makeLocal("3", "a.c", 1, 10), makeLocal("4", "a.c", 9, 99),
      makeLocal("5", "a.c", 9, 1)};
  Findings[4].Level = FindingLevel::Error;
  sortFindings(Findings);
  std::string Order;
  for (const Finding &F : Findings)
    Order += F.Fingerprint;
  EXPECT_EQ(Order, "54321");
}

TEST(Report, OneFindingOfAHeaderIsOne) {
  Report All = mergeReports({makeReport(A, {makeLocal("1", "x.h", 1, 10)}),
                             makeReport(B, {makeLocal("1", "x.h", 1, 10)})});
  ASSERT_EQ(All.Findings.size(), 1u);
  EXPECT_EQ(All.Findings[0].Units.size(), 2u);
  EXPECT_EQ(All.Units.size(), 2u);
}

/// The same fingerprint, in another place or of another size, is another.
TEST(Report, WhatDiffersStaysApart) {
  EXPECT_EQ(mergeReports({makeReport(A, {makeLocal("1", "a.c", 1, 10)}),
                          makeReport(B, {makeLocal("1", "b.c", 1, 10)})})
                .Findings.size(),
            2u);
  EXPECT_EQ(mergeReports({makeReport(A, {makeLocal("1", "x.h", 1, 10)}),
                          makeReport(B, {makeLocal("1", "x.h", 1, 20)})})
                .Findings.size(),
            2u);
}

TEST(Report, TheOrderOfReportsDoesNotCount) {
  Report Left = makeReport(A, {makeLocal("1", "a.c", 1, 10)});
  Report Right = makeReport(
      B, {makeLocal("2", "b.c", 1, 20), makeLocal("1", "a.c", 1, 10)});
  Report First = mergeReports({Left, Right});
  Report Second = mergeReports({Right, Left});
  ASSERT_EQ(First.Findings.size(), 2u);
  for (size_t I = 0; I < 2; ++I) {
    EXPECT_EQ(First.Findings[I].Fingerprint, Second.Findings[I].Fingerprint);
    EXPECT_EQ(First.Findings[I].Units, Second.Findings[I].Units);
  }
}

TEST(Report, AnErrorAnywhereIsAnError) {
  Report Left = makeReport(A, {makeLocal("1", "x.h", 1, 10)});
  Report Right = makeReport(B, {makeLocal("1", "x.h", 1, 10)});
  Right.Findings[0].Level = FindingLevel::Error;
  EXPECT_EQ(mergeReports({Left, Right}).Findings[0].Level, FindingLevel::Error);
}

/// A header is the same file, from whatever folder it was included.
TEST(Report, FoldersAreSeenThrough) {
  CompilationUnit Sub = makeUnit("b.c", "/build/sub");
  Report All =
      mergeReports({makeReport(A, {makeLocal("1", "x.h", 1, 10)}),
                    makeReport(Sub, {makeLocal("1", "../x.h", 1, 10)})});
  ASSERT_EQ(All.Findings.size(), 1u);
  EXPECT_EQ(All.Findings[0].Place.File, "/build/x.h");
  // And stays so when one of them is compiled again.
  removeUnit(All, A);
  ASSERT_EQ(All.Findings.size(), 1u);
  EXPECT_EQ(makeAbsolute(All.Findings[0], All.Findings[0].Place.File),
            "/build/x.h");
}

TEST(Report, TakesOutWhatOneUnitFound) {
  Report All = mergeReports({makeReport(A, {makeLocal("1", "x.h", 1, 10),
                                            makeLocal("2", "a.c", 1, 10)}),
                             makeReport(B, {makeLocal("1", "x.h", 1, 10)})});
  removeUnit(All, A);
  EXPECT_EQ(All.Units, std::vector<CompilationUnit>{B});
  ASSERT_EQ(All.Findings.size(), 1u);
  EXPECT_EQ(All.Findings[0].Units, std::vector<CompilationUnit>{B});
}
