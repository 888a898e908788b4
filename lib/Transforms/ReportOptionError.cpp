//===- ReportOptionError.cpp - A pass that reports wrong options ----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reports through the context, which every host turns into a failure.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/ReportOptionError.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

PreservedAnalyses ReportOptionErrorPass::run(Module &M,
                                             ModuleAnalysisManager &) {
  M.getContext().emitError("offstack: " + Message);
  return PreservedAnalyses::all();
}

} // namespace offstack
