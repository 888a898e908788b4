//===- RecursionPrinter.cpp - Prints each recursion -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One line a cycle, as tests read it; infinite ones call by call.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionClassifier.h"
#include "llvm/IR/Function.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static StringRef getMeasureName(DepthMeasure Measure) {
  switch (Measure) {
  case DepthMeasure::Unknown:
    return "";
  case DepthMeasure::Number:
    return "number";
  case DepthMeasure::Structure:
    return "structure";
  case DepthMeasure::Input:
    return "input";
  case DepthMeasure::Division:
    return "division";
  }
  llvm_unreachable("all measures are covered");
}

static void printReport(raw_ostream &OS, const RecursionReport &Report) {
  OS << "cycle";
  for (const RecursionStep &Step : Report.Cycle)
    OS << ' ' << Step.Caller->getName();
  OS << ": " << getClassName(Report.Class);
  if (Report.Depth)
    OS << '(' << *Report.Depth << ')';
  if (Report.Measure != DepthMeasure::Unknown)
    OS << ' ' << getMeasureName(Report.Measure);
  if (Report.Argument)
    OS << " argument " << *Report.Argument << " from";
  if (!Report.Detail.empty())
    OS << ' ' << Report.Detail;
  if (Report.Soft)
    OS << " by " << describeSoftCall(*Report.Soft);
  OS << '\n';
}

void printRecursion(raw_ostream &OS, Module &M, ModuleAnalysisManager &MAM) {
  for (const RecursionReport &Report :
       classifyRecursion(M, MAM, RecursionLevels::All))
    if (Report.Class == RecursionClass::Infinite)
      printInfiniteRecursion(OS, Report.Cycle);
    else
      printReport(OS, Report);
}

} // namespace offstack
