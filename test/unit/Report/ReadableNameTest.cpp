//===- ReadableNameTest.cpp - Names of functions in IR --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/RemarkCollector.h"
#include "gtest/gtest.h"

using namespace offstack;

TEST(ReadableName, LeavesOutParametersAndTemplateArguments) {
  EXPECT_EQ(getReadableName("main"), "main");
  EXPECT_EQ(getReadableName("_Z1fi"), "f");
  EXPECT_EQ(getReadableName("_ZN2ns6Parser5parseEPKc"), "ns::Parser::parse");
  EXPECT_EQ(getReadableName("_Z3maxIiET_S0_S0_"), "max");
  EXPECT_EQ(getReadableName("_ZN1SC2Ei"), "S::S");
  EXPECT_EQ(getReadableName("_ZN1SD0Ev"), "S::~S");
}

/// The hash is one of the whole crate and its compiler.
TEST(ReadableName, LeavesOutTheHashOfRust) {
  EXPECT_EQ(getReadableName("_ZN3app4main17h0123456789abcdefE"), "app::main");
  EXPECT_EQ(getReadableName("_RNvCsjzlWWyViKW7_3app4main"), "app::main");
  EXPECT_EQ(getReadableName("_ZN3app17hxyz456789abcdefgE"),
            "app::hxyz456789abcdefg");
}

/// What is no mangled name is one in C.
TEST(ReadableName, TakesOthersAsTheyAre) {
  EXPECT_EQ(getReadableName(""), "");
  EXPECT_EQ(getReadableName("_Z"), "_Z");
  EXPECT_EQ(getReadableName("s_"), "s_");
}
