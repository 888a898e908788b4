//===- Report.h - The findings of many compilations -------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A report, and how reports are put together. What a header holds is found by
// each compilation that includes it, and is in a report once.
//
// To read all reports of a build, call readReport() of ReportFiles.h with the
// file or the folder that the compilations wrote.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_REPORT_H
#define OFFSTACK_REPORT_REPORT_H

#include "Offstack/Report/Finding.h"
#include "llvm/ADT/ArrayRef.h"

namespace offstack {

/// Findings, and the compilations that looked for them.
struct Report {
  /// Those that found nothing are here, too. Sorted by name, each once.
  std::vector<CompilationUnit> Units;
  /// In the order of sortFindings.
  std::vector<Finding> Findings;
};

/// Sorts \p Findings: what matters most comes first, by level and then by
/// bytes; what is equal there, by place, rule and fingerprint. The order does
/// not depend on that before.
void sortFindings(std::vector<Finding> &Findings);

/// Returns the findings of \p Reports together. Findings with the same
/// fingerprint, place and bytes are one, found by all their compilations.
Report mergeReports(llvm::ArrayRef<Report> Reports);

/// Takes from \p All what \p Unit found; what others found, too, stays with
/// them. To be called before the unit's new report is merged.
void removeUnit(Report &All, const CompilationUnit &Unit);

/// Returns \p File as an absolute name without dots; it is relative to the
/// folder of the first compilation of \p F.
std::string makeAbsolute(const Finding &F, llvm::StringRef File);

} // namespace offstack

#endif // OFFSTACK_REPORT_REPORT_H
