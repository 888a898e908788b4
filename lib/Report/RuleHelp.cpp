//===- RuleHelp.cpp - What a rule is about --------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words the help from the rows.
//
//===----------------------------------------------------------------------===//

#include "RuleHelp.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Registry/Hazards.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace offstack {

static RuleHelp describeDiagnostic(const DiagnosticRow &Row) {
  RuleHelp Help;
  Help.Summary = Row.Summary.str();
  Help.IsWarning = !Row.Group.empty();
  Help.Help = (Row.Summary + ". ").str();
  if (Help.IsWarning)
    Help.Help += ("To silence it: '-fplugin-arg-offstack-disable=" + Row.Name +
                  "', or the warning group '-Wno-" + Row.Group + "'. ")
                     .str();
  Help.Help += ("See docs/diagnostics/" + Row.Name + ".md.").str();
  return Help;
}

static RuleHelp describeHazard(const HazardRow &Row) {
  RuleHelp Help;
  Help.Summary = ("an object stays on the stack: " + Row.Reason).str();
  Help.Help = Help.Summary + (". See docs/hazards/" + Row.Name + ".md.").str();
  return Help;
}

RuleHelp getRuleHelp(StringRef Name) {
  for (const DiagnosticRow &Row : getDiagnosticRows())
    if (Row.Name == Name)
      return describeDiagnostic(Row);
  for (const HazardRow &Row : getHazardRows())
    if (Row.Name == Name)
      return describeHazard(Row);
  // Of another version, whose report is read.
  return {Name.str(), Name.str(), /*IsWarning=*/false};
}

} // namespace offstack
