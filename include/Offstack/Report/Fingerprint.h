//===- Fingerprint.h - Recognises findings again ----------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is the same as an earlier one if rule, function and variable are,
// wherever its line has moved to. Of several in one function, the order counts.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_FINGERPRINT_H
#define OFFSTACK_REPORT_FINGERPRINT_H

#include "Offstack/Report/Finding.h"
#include "llvm/ADT/StringMap.h"

namespace offstack {

/// Makes the fingerprints of one compilation, which has to find things in the
/// same order each time.
class FingerprintMaker {
public:
  /// Returns the fingerprint of the next finding of \p Rule, 16 hexadecimal
  /// digits. The name of \p File, without its folders, is a part of it where
  /// the function alone does not tell findings of different files apart.
  std::string make(llvm::StringRef Rule, const FindingFacts &Facts,
                   llvm::StringRef File);

private:
  /// How many findings there were of what is otherwise the same.
  llvm::StringMap<unsigned> Counts;
};

} // namespace offstack

#endif // OFFSTACK_REPORT_FINGERPRINT_H
