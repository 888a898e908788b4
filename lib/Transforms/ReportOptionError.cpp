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

PreservedAnalyses ReportOptionErrorPass::run(Module &M,
                                             ModuleAnalysisManager &) {
  reportHostError(M, Message);
  return PreservedAnalyses::all();
}

} // namespace offstack
