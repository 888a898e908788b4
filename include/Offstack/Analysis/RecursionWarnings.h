//===- RecursionWarnings.h - Recursion, as warnings of the host -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rust and Fortran have no plugin that knows their source, and nobody asks for
// remarks. What they must not miss is told as a warning.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RECURSIONWARNINGS_H
#define OFFSTACK_ANALYSIS_RECURSIONWARNINGS_H

#include "Offstack/Support/OptionSet.h"
#include "llvm/IR/PassManager.h"
#include <functional>

namespace llvm {
class DiagnosticInfoOptimizationBase;
} // namespace llvm

namespace offstack {

/// Warns of the recursions that the options 'recursion' and 'disable' select,
/// in what rustc or flang compile. To be run before optimisation. It changes
/// nothing.
class RecursionWarningsPass
    : public llvm::PassInfoMixin<RecursionWarningsPass> {
public:
  /// Decides whether to warn of what a remark tells.
  using Filter =
      std::function<bool(const llvm::DiagnosticInfoOptimizationBase &)>;

  explicit RecursionWarningsPass(OptionSet Options, Filter Wants = nullptr)
      : Options(std::move(Options)), Wants(std::move(Wants)) {}

  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM);

  static bool isRequired() { return true; }

private:
  OptionSet Options;
  Filter Wants;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RECURSIONWARNINGS_H
