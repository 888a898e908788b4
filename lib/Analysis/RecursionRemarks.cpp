//===- RecursionRemarks.cpp - Recursion, as remarks -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words the remarks.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionRemarks.h"
#include "Offstack/Analysis/RecursionClassifier.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/IR/DiagnosticHandler.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// The name that -Rpass-analysis= matches.
static constexpr const char *PassName = "offstack-recursion";

/// Returns true if anyone shows or keeps the remarks.
static bool hasListener(LLVMContext &Context) {
  const DiagnosticHandler *Handler = Context.getDiagHandlerPtr();
  return Context.getLLVMRemarkStreamer() ||
         (Handler && Handler->isAnalysisRemarkEnabled(PassName));
}

OptimizationRemarkAnalysis makeRecursionRemark(const RecursionReport &Report) {
  using ore::NV;
  const RecursionStep &First = Report.Cycle[0];
  StringRef Class = getClassName(Report.Class);
  const BasicBlock *Place =
      First.Call ? First.Call->getParent() : &First.Caller->getEntryBlock();
  DiagnosticLocation Location =
      First.Call && First.Call->getDebugLoc()
          ? DiagnosticLocation(First.Call->getDebugLoc())
          : First.Caller->getSubprogram();
  OptimizationRemarkAnalysis Remark(PassName, Class, Location, Place);
  Remark << "recursion of '" << NV("Function", First.Caller->getName()) << "'";
  for (const RecursionStep &Step : drop_begin(Report.Cycle))
    Remark << ", '" << NV("Through", Step.Caller->getName()) << "'";
  Remark << " is " << NV("Class", Class);
  if (Report.Depth)
    Remark << ", " << NV("Depth", *Report.Depth) << " levels at most";
  if (Report.Argument)
    Remark << ", as from argument " << NV("Argument", *Report.Argument + 1)
           << " of " << NV("Value", Report.Detail);
  else if (!Report.Detail.empty())
    Remark << ": " << NV("Detail", Report.Detail);
  if (Report.Soft)
    Remark << ", closed by " << NV("By", describeSoftCall(*Report.Soft));
  if (Report.BytesPerLevel)
    Remark << ", about " << NV("Bytes", Report.BytesPerLevel)
           << " bytes a level";
  Remark << " (offstack-" << Class << ")";
  return Remark;
}

PreservedAnalyses RecursionRemarksPass::run(Module &M,
                                            ModuleAnalysisManager &MAM) {
  if (hasListener(M.getContext()))
    for (const RecursionReport &Report :
         classifyRecursion(M, MAM, RecursionLevels::All))
      OptimizationRemarkEmitter(Report.Cycle[0].Caller).emit([&] {
        return makeRecursionRemark(Report);
      });
  return PreservedAnalyses::all();
}

} // namespace offstack
