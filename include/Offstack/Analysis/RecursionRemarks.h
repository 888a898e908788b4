//===- RecursionRemarks.h - Recursion, as remarks ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells of each recursion by a remark, for hosts that have no other way to:
// opt, rustc and flang. In clang, -Rpass-analysis=offstack shows them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RECURSIONREMARKS_H
#define OFFSTACK_ANALYSIS_RECURSIONREMARKS_H

#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/PassManager.h"

namespace offstack {

struct RecursionReport;

/// Returns the remark on \p Report, with its place where there is debug info.
llvm::OptimizationRemarkAnalysis
makeRecursionRemark(const RecursionReport &Report);

/// The pass `offstack-recursion`, to be run before optimisation. It changes
/// nothing, and does nothing unless someone listens to its remarks.
class RecursionRemarksPass : public llvm::PassInfoMixin<RecursionRemarksPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM);

  static bool isRequired() { return true; }
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RECURSIONREMARKS_H
