//===- ComponentsTest.cpp - Tests of strongly connected components --------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which nodes are together, in which order, and at what depth.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/Components.h"
#include "gtest/gtest.h"

using namespace offstack;

TEST(Components, AreEmptyForNoNodes) {
  EXPECT_TRUE(computeComponents({}).empty());
  EXPECT_FALSE(hasCycle({}));
}

TEST(Components, ComeBehindThoseTheyLeadTo) {
  // 0 -> 1 <-> 2 -> 3, and 4 -> 0.
  std::vector<Component> Expected = {{3}, {1, 2}, {0}, {4}};
  EXPECT_EQ(computeComponents({{1}, {2}, {1, 3}, {}, {0}}), Expected);
}

TEST(Components, JoinCyclesThatShareANode) {
  std::vector<Component> Expected = {{0, 1, 2}};
  EXPECT_EQ(computeComponents({{1, 2}, {0}, {0}}), Expected);
}

TEST(Components, KeepAFinishedComponentApart) {
  // 2 leads to 0 and 1, which do not lead back.
  std::vector<Component> Expected = {{0, 1}, {2}};
  EXPECT_EQ(computeComponents({{1}, {0}, {0, 1}}), Expected);
}

TEST(Components, AreCyclicAloneOnlyWithAnEdgeToThemselves) {
  EXPECT_TRUE(isCyclic({0}, {{0}}));
  EXPECT_FALSE(isCyclic({0}, {{1}, {}}));
  EXPECT_TRUE(isCyclic({0, 1}, {{1}, {0}}));
  EXPECT_TRUE(hasCycle({{1}, {1}}));
  EXPECT_FALSE(hasCycle({{1, 2}, {2}, {}}));
}

// A call chain as long as this one would end a recursive search.
TEST(Components, TakeNoStack) {
  constexpr unsigned Size = 1000000;
  Graph Chain(Size);
  for (unsigned Node = 0; Node + 1 < Size; ++Node)
    Chain[Node].push_back(Node + 1);
  EXPECT_EQ(computeComponents(Chain).size(), Size);
  Chain[Size - 1].push_back(0);
  EXPECT_EQ(computeComponents(Chain).size(), 1u);
}
