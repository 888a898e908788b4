//===- FailOn.cpp - When a check fails ------------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and applies --fail-on.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/FailOn.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offstack {

/// Returns the names of all diagnostics, for an error message.
static std::string listRules() {
  return join(
      map_range(getDiagnosticRows(),
                [](const DiagnosticRow &Row) { return Row.Name.str(); }),
      ", ");
}

Expected<FailOn> FailOn::parse(StringRef Text) {
  FailOn Result;
  for (StringRef Part : split(Text, ',')) {
    if (Part == "none")
      continue;
    if (std::optional<FindingLevel> Level = findLevel(Part)) {
      Result.Level = Result.Level ? std::min(*Result.Level, *Level) : *Level;
      continue;
    }
    StringRef Name = Part;
    Name.consume_front("offstack-");
    if (none_of(getDiagnosticRows(),
                [&](const DiagnosticRow &Row) { return Row.Name == Name; }))
      return createStringError("invalid value '" + Part +
                               "' for option 'fail-on': expected none, remark, "
                               "warning, error, or one of " +
                               listRules());
    Result.Rules.push_back(Name.str());
  }
  return Result;
}

bool FailOn::matches(const Finding &F) const {
  if (F.State == BaselineState::Unchanged)
    return false;
  return (Level && F.Level >= *Level) || is_contained(Rules, F.Rule);
}

} // namespace offstack
