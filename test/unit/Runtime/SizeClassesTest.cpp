//===- SizeClassesTest.cpp - Which boxes are alike ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Pass and runtime compute classes with the same functions: here they are held
// against what the classes are for.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Runtime/SizeClasses.h"
#include "gtest/gtest.h"

TEST(SizeClasses, AreTheSmallestThatFit) {
  for (unsigned Class = 0; Class != OFFSTACK_CLASS_COUNT; ++Class) {
    uint64_t Bytes = offstackGetClassBytes(Class);
    EXPECT_EQ(offstackGetClass(Bytes), Class);
    if (Class + 1 != OFFSTACK_CLASS_COUNT)
      EXPECT_EQ(offstackGetClass(Bytes + 1), Class + 1);
    if (Class != 0)
      EXPECT_EQ(offstackGetClass(offstackGetClassBytes(Class - 1) + 1), Class);
  }
}

TEST(SizeClasses, BeginAndEndWhereTheySay) {
  EXPECT_EQ(offstackGetClass(1), 0u);
  EXPECT_EQ(offstackGetClassBytes(0), 64u);
  EXPECT_EQ(offstackGetClass(OFFSTACK_LARGEST_BOX), OFFSTACK_CLASS_COUNT - 1u);
  EXPECT_EQ(offstackGetClassBytes(OFFSTACK_CLASS_COUNT - 1),
            OFFSTACK_LARGEST_BOX);
}

TEST(SizeClasses, WasteAQuarterAtMost) {
  for (uint64_t Bytes = 65; Bytes < OFFSTACK_LARGEST_BOX; Bytes += Bytes / 9)
    EXPECT_LE(offstackGetClassBytes(offstackGetClass(Bytes)),
              Bytes + Bytes / 4);
}

TEST(SizeClasses, KeepTheAlignmentOfMalloc) {
  for (unsigned Class = 0; Class != OFFSTACK_CLASS_COUNT; ++Class)
    EXPECT_EQ(offstackGetClassBytes(Class) % 16, 0u);
}
