//===- Baseline.h - What was found before -----------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline is an earlier report. What it has is known, and is told again only
// when it has grown: old code need not be perfect before new code can be held
// to the limits.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_BASELINE_H
#define OFFSTACK_REPORT_BASELINE_H

#include "Offstack/Report/Report.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"

namespace offstack {

/// An earlier report that is asked about what is found now.
class Baseline {
public:
  /// Reads the baseline in \p Path, a file or a folder. Fails as readReport().
  static llvm::Expected<Baseline> load(llvm::StringRef Path);

  explicit Baseline(Report Earlier);

  /// What the baseline says of a finding.
  struct Answer {
    BaselineState State;
    /// What it has, when it is less.
    std::optional<uint64_t> Bytes;
  };

  /// Compares a finding with \p Fingerprint in the file \p File, of \p Bytes if
  /// it has a size, and notes that the baseline's entry is still of use. Of
  /// entries of several files the one whose path is most alike counts; of
  /// several in one file, the largest.
  Answer ask(llvm::StringRef Fingerprint, llvm::StringRef File,
             std::optional<uint64_t> Bytes);

  /// Returns the warnings for \p File that no question was about, in order:
  /// those of files of the same name whose folders do not contradict it.
  std::vector<const Finding *> listUnused(llvm::StringRef File) const;

private:
  Report Earlier;
  /// The positions in Earlier.Findings.
  llvm::StringMap<std::vector<size_t>> ByFingerprint;
  std::vector<bool> IsUsed;
};

/// Returns how many names the paths \p L and \p R have in common, counted from
/// their ends.
unsigned countCommonNames(llvm::StringRef L, llvm::StringRef R);

} // namespace offstack

#endif // OFFSTACK_REPORT_BASELINE_H
