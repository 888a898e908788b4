//===- FingerprintTest.cpp - Findings are recognised again ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Fingerprint.h"
#include "gtest/gtest.h"

using namespace offstack;

static FindingFacts makeFacts(std::string Function, std::string Variable,
                              bool IsLocalToFile = false) {
  FindingFacts Facts;
  Facts.Function = std::move(Function);
  Facts.Variable = std::move(Variable);
  Facts.IsLocalToFile = IsLocalToFile;
  return Facts;
}

/// Returns the fingerprint of what is found first.
static std::string makeOne(llvm::StringRef Rule, const FindingFacts &Facts,
                           llvm::StringRef File = "src/a.c") {
  return FingerprintMaker().make(Rule, Facts, File);
}

// Baselines are kept for years: the digits are a part of the format.
TEST(Fingerprint, IsTheSameInEveryRelease) {
  EXPECT_EQ(makeOne("large-local", makeFacts("ns::f", "buf")),
            "36cf6cf9f636895b");
}

TEST(Fingerprint, TellsRulesFunctionsAndVariablesApart) {
  std::string Plain = makeOne("large-local", makeFacts("f", "buf"));
  EXPECT_NE(Plain, makeOne("large-frame", makeFacts("f", "buf")));
  EXPECT_NE(Plain, makeOne("large-local", makeFacts("g", "buf")));
  EXPECT_NE(Plain, makeOne("large-local", makeFacts("f", "tmp")));
  // What separates names is no part of one.
  EXPECT_NE(makeOne("large-local", makeFacts("fb", "uf")), Plain);
}

TEST(Fingerprint, LeavesOutWhatMayChange) {
  FindingFacts Facts = makeFacts("f", "buf");
  std::string Plain = makeOne("large-local", Facts);
  Facts.Bytes = 4096;
  Facts.LimitBytes = 1024;
  Facts.Type = "char[4096]";
  Facts.Symbol = "_Z1fv";
  EXPECT_EQ(Plain, makeOne("large-local", Facts));
}

TEST(Fingerprint, HasTheFileOfWhatIsLocalToIt) {
  FindingFacts Global = makeFacts("f", "buf");
  EXPECT_EQ(makeOne("large-local", Global, "a.c"),
            makeOne("large-local", Global, "b.c"));
  FindingFacts Local = makeFacts("f", "buf", /*IsLocalToFile=*/true);
  EXPECT_NE(makeOne("large-local", Local, "a.c"),
            makeOne("large-local", Local, "b.c"));
  // A folder differs from machine to machine.
  EXPECT_EQ(makeOne("large-local", Local, "a.c"),
            makeOne("large-local", Local, "/home/user/src/a.c"));
  FindingFacts Nameless;
  EXPECT_NE(makeOne("useless-ignore-entry", Nameless, "a.txt"),
            makeOne("useless-ignore-entry", Nameless, "b.txt"));
}

TEST(Fingerprint, CountsWhatIsOtherwiseTheSame) {
  FingerprintMaker Maker;
  FindingFacts Facts = makeFacts("f", "buf");
  std::string First = Maker.make("large-local", Facts, "a.c");
  std::string Second = Maker.make("large-local", Facts, "a.c");
  EXPECT_NE(First, Second);
  // Others in between do not count.
  FingerprintMaker Other;
  EXPECT_EQ(Other.make("large-local", Facts, "a.c"), First);
  Other.make("large-local", makeFacts("f", "tmp"), "a.c");
  EXPECT_EQ(Other.make("large-local", Facts, "a.c"), Second);
}
