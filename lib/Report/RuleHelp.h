//===- RuleHelp.h - What a rule is about ------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the rows of the registry by the names that findings have.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_REPORT_RULEHELP_H
#define OFFSTACK_LIB_REPORT_RULEHELP_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace offstack {

/// What a report says of a rule.
struct RuleHelp {
  /// One sentence without a full stop.
  std::string Summary;
  /// How to silence it, and where to read on.
  std::string Help;
  /// True if it is a warning.
  bool IsWarning = false;
};

/// Returns what is to be said of the rule \p Name: a diagnostic or a hazard.
RuleHelp getRuleHelp(llvm::StringRef Name);

} // namespace offstack

#endif // OFFSTACK_LIB_REPORT_RULEHELP_H
