//===- ByteSize.cpp - Byte sizes as users write them ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and prints byte sizes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/ByteSize.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace offstack {

/// Returns the power of two that the suffix \p Unit stands for, or nothing.
static std::optional<unsigned> getUnitShift(char Unit) {
  switch (toUpper(Unit)) {
  case 'K':
    return 10;
  case 'M':
    return 20;
  case 'G':
    return 30;
  default:
    return std::nullopt;
  }
}

std::optional<uint64_t> parseByteSize(StringRef Text) {
  unsigned Shift = 0;
  if (!Text.empty())
    if (std::optional<unsigned> Unit = getUnitShift(Text.back())) {
      Shift = *Unit;
      Text = Text.drop_back();
    }
  uint64_t Number;
  if (Text.empty() || !isDigit(Text.front()) || Text.getAsInteger(10, Number) ||
      Number > (std::numeric_limits<uint64_t>::max() >> Shift))
    return std::nullopt;
  return Number << Shift;
}

std::string formatByteSize(uint64_t Bytes) {
  static constexpr const char *Units[] = {"KiB", "MiB", "GiB",
                                          "TiB", "PiB", "EiB"};
  if (Bytes < 1024)
    return utostr(Bytes) + (Bytes == 1 ? " byte" : " bytes");
  unsigned Unit = (Log2_64(Bytes) - 10) / 10;
  unsigned Shift = 10 * (Unit + 1);
  uint64_t Whole = Bytes >> Shift;
  // The remainder is below 2^60: ten times it fits.
  uint64_t Tenth = ((Bytes - (Whole << Shift)) * 10) >> Shift;
  std::string Text = utostr(Whole);
  if (Tenth)
    Text += "." + utostr(Tenth);
  return Text + " " + Units[Unit];
}

std::string formatExactByteSize(uint64_t Bytes) {
  if (Bytes < 1024)
    return formatByteSize(Bytes);
  return utostr(Bytes) + " bytes (" + formatByteSize(Bytes) + ")";
}

} // namespace offstack
