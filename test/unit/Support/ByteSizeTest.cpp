//===- ByteSizeTest.cpp - Reads and prints byte sizes ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What users may write, what they may not, and what they are shown.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/ByteSize.h"
#include "gtest/gtest.h"

using namespace offstack;

TEST(ByteSize, ReadsNumbersWithUnits) {
  EXPECT_EQ(parseByteSize("0"), 0u);
  EXPECT_EQ(parseByteSize("4096"), 4096u);
  EXPECT_EQ(parseByteSize("4K"), 4096u);
  EXPECT_EQ(parseByteSize("4k"), 4096u);
  EXPECT_EQ(parseByteSize("3M"), 3u << 20);
  EXPECT_EQ(parseByteSize("5G"), 5ull << 30);
}

TEST(ByteSize, RefusesWhatIsNotANumber) {
  for (const char *Text : {"", "K", "12Q", "-1", "+1", "0x10", "1.5M", "4 K",
                           "4KK", "4KiB", "nonsense"})
    EXPECT_EQ(parseByteSize(Text), std::nullopt) << Text;
}

TEST(ByteSize, RefusesWhatDoesNotFit) {
  EXPECT_EQ(parseByteSize("18446744073709551615"), UINT64_MAX);
  EXPECT_EQ(parseByteSize("18446744073709551616"), std::nullopt);
  EXPECT_EQ(parseByteSize("17179869183G"), 17179869183ull << 30);
  EXPECT_EQ(parseByteSize("17179869184G"), std::nullopt);
}

TEST(ByteSize, PrintsTheLargestUnit) {
  EXPECT_EQ(formatByteSize(0), "0 bytes");
  EXPECT_EQ(formatByteSize(1), "1 byte");
  EXPECT_EQ(formatByteSize(1023), "1023 bytes");
  EXPECT_EQ(formatByteSize(1024), "1 KiB");
  EXPECT_EQ(formatByteSize(100000), "97.6 KiB");
  EXPECT_EQ(formatByteSize(1 << 20), "1 MiB");
  EXPECT_EQ(formatByteSize((1 << 20) - 1), "1023.9 KiB");
  EXPECT_EQ(formatByteSize(UINT64_MAX), "15.9 EiB");
}

TEST(ByteSize, PrintsExactBytesBesideTheUnit) {
  EXPECT_EQ(formatExactByteSize(100), "100 bytes");
  EXPECT_EQ(formatExactByteSize(1 << 20), "1048576 bytes (1 MiB)");
}
