//===- RecursionWarnings.cpp - Recursion, as warnings of the host ---------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Chooses what is reported, and words it as the remarks do.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionWarnings.h"
#include "Offstack/Analysis/HostErrors.h"
#include "Offstack/Analysis/RecursionClassifier.h"
#include "Offstack/Analysis/RecursionRemarks.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Triple.h"

using namespace llvm;

namespace offstack {

/// Returns true if \p Report is reported at \p Level on a stack of \p StackSize
/// bytes.
static bool isSelected(const RecursionReport &Report, RecursionLevels Level,
                       uint64_t StackSize) {
  if (Level == RecursionLevels::All)
    return true;
  switch (Report.Class) {
  case RecursionClass::Infinite:
  case RecursionClass::NoProgress:
    return true;
  case RecursionClass::SkippedBaseCase:
  case RecursionClass::Unbounded:
  case RecursionClass::UnguardedEdge:
    return Level == RecursionLevels::Unbounded;
  case RecursionClass::Bounded:
    return Level == RecursionLevels::Unbounded && Report.BytesPerLevel &&
           *Report.Depth > StackSize / Report.BytesPerLevel;
  case RecursionClass::Guarded:
  case RecursionClass::Tail:
  case RecursionClass::Unknown:
    return false;
  }
  llvm_unreachable("all classes are covered");
}

/// Returns what is said of \p Report: its place, where there is debug info, and
/// the text of its remark, with functions as the source calls them.
static std::string describe(const RecursionReport &Report) {
  OptimizationRemarkAnalysis Remark = makeRecursionRemark(Report);
  std::string Text;
  raw_string_ostream OS(Text);
  if (Remark.isLocationAvailable())
    OS << Remark.getLocationStr() << ": ";
  for (const DiagnosticInfoOptimizationBase::Argument &Part : Remark.getArgs())
    OS << (Part.Key == "String" ? Part.Val : demangle(Part.Val));
  return Text;
}

PreservedAnalyses RecursionWarningsPass::run(Module &M,
                                             ModuleAnalysisManager &MAM) {
  if (!isSourceUnseen(M))
    return PreservedAnalyses::all();
  RecursionLevels Level = Options.Recursion.value_or(RecursionLevels::Certain);
  uint64_t StackSize = Options.resolveLimits(M.getTargetTriple()).StackSize;
  for (const RecursionReport &Report : classifyRecursion(M, MAM, Level))
    if (isSelected(Report, Level, StackSize) &&
        !Options.isDisabled(getClassName(Report.Class)) &&
        (!Wants || Wants(makeRecursionRemark(Report))))
      reportHostWarning(M, describe(Report));
  return PreservedAnalyses::all();
}

} // namespace offstack
