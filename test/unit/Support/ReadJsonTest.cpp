//===- ReadJsonTest.cpp - Reads JSON of others ----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/ReadJson.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

/// Returns what is wrong with \p Text, or "fine".
static std::string read(const std::string &Text) {
  Expected<json::Value> Document = readJsonText(Text);
  return Document ? "fine" : toString(Document.takeError());
}

/// Returns \p Depth arrays, one within the other.
static std::string nest(size_t Depth) {
  return std::string(Depth, '[') + std::string(Depth, ']');
}

TEST(ReadJson, LimitsTheDepth) {
  EXPECT_EQ(read(nest(64)), "fine");
  EXPECT_EQ(read(nest(65)),
            "more than 64 levels of '[' and '{' are open at a time");
  EXPECT_EQ(read(std::string(1 << 20, '{')),
            "more than 64 levels of '[' and '{' are open at a time");
}

TEST(ReadJson, CountsWhatIsOpenAtATime) {
  std::string Many = "[";
  for (int I = 0; I < 100; ++I)
    Many += "[{}],";
  EXPECT_EQ(read(Many + "0]"), "fine");
  // Text is no structure, nor is a quote in it an end.
  std::string Brackets(100, '[');
  EXPECT_EQ(read("[\"" + Brackets + "\"]"), "fine");
  EXPECT_EQ(read("[\"\\\"" + Brackets + "\"]"), "fine");
}
