//===- Fingerprint.cpp - Recognises findings again ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hashes names. Neither lines nor bytes are among them: both change while the
// finding stays the same.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Fingerprint.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace offstack {

std::string FingerprintMaker::make(StringRef Rule, const FindingFacts &Facts,
                                   StringRef File) {
  bool NeedsFile = Facts.IsLocalToFile || Facts.Function.empty();
  // No name has a line break.
  std::string Key = join_items("\n", Rule, Facts.Function, Facts.Variable,
                               NeedsFile ? sys::path::filename(File) : "");
  unsigned Ordinal = Counts[Key]++;
  Key += "\n" + std::to_string(Ordinal);
  std::string Digits = utohexstr(xxh3_64bits(StringRef(Key)), true);
  return std::string(16 - Digits.size(), '0') + Digits;
}

} // namespace offstack
