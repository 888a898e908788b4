//===- ReportSession.h - The report of one compilation ----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the options 'report' and 'baseline' ask for, for one compilation.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_REPORTSESSION_H
#define OFFSTACK_REPORT_REPORTSESSION_H

#include "Offstack/Report/Baseline.h"
#include "Offstack/Report/Finding.h"
#include "Offstack/Report/Fingerprint.h"
#include "Offstack/Support/OptionSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <memory>

namespace offstack {

/// Collects what one compilation finds, compares it with the baseline, and
/// writes the reports.
class ReportSession {
public:
  /// Begins the session for \p Unit, or returns null if \p Options ask neither
  /// for a report nor for a baseline. Fails, saying why, if the baseline cannot
  /// be read or a report could not be written.
  static llvm::Expected<std::unique_ptr<ReportSession>>
  begin(const OptionSet &Options, CompilationUnit Unit);

  /// Returns true if there is a baseline.
  bool hasBaseline() const { return Known.has_value(); }

  /// Begins a finding of \p Rule at \p Place: gives it its fingerprint, and the
  /// state that the baseline says it has. Each finding that is shown is begun
  /// once, in an order that is always the same.
  Finding beginFinding(llvm::StringRef Rule, const SourcePlace &Place,
                       FindingFacts Facts);

  /// Adds \p F, begun with beginFinding, to the reports.
  void add(Finding F) { Findings.push_back(std::move(F)); }

  /// Makes warnings of the findings with the text \p Message: what tells of
  /// them in one way tells of them in another, too. Returns true unless the
  /// baseline has them.
  bool warnOf(llvm::StringRef Message);

  /// Writes the reports. May be called again when more was found. Fails when
  /// one cannot be written.
  llvm::Error write() const;

  /// Returns, for each entry of the baseline that is about the unit's own file,
  /// is of a rule for which \p IsLookedFor returns true, and was not found
  /// again, a sentence that says so.
  std::vector<std::string> describeUnusedEntries(
      llvm::function_ref<bool(llvm::StringRef Rule)> IsLookedFor) const;

private:
  ReportSession(std::vector<std::string> Paths, CompilationUnit Unit)
      : Paths(std::move(Paths)), Unit(std::move(Unit)) {}

  /// The reports to write.
  std::vector<std::string> Paths;
  CompilationUnit Unit;
  std::string BaselinePath;
  std::optional<Baseline> Known;
  FingerprintMaker Fingerprints;
  std::vector<Finding> Findings;
};

} // namespace offstack

#endif // OFFSTACK_REPORT_REPORTSESSION_H
