//===- ReportOptionError.cpp - A pass that reports wrong options ----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports when the pipeline runs.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/ReportOptionError.h"
#include "Offstack/Analysis/HostErrors.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Marks a module whose error is told: the pipeline and code generation both
/// come to it.
static const char ReportedName[] = "offstack.option-error";

PreservedAnalyses ReportOptionErrorPass::run(Module &M,
                                             ModuleAnalysisManager &) {
  if (M.getNamedMetadata(ReportedName))
    return PreservedAnalyses::all();
  M.getOrInsertNamedMetadata(ReportedName);
  reportHostError(M, Message);
  return PreservedAnalyses::all();
}

} // namespace offstack
