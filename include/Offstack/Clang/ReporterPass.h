//===- ReporterPass.h - Reporters in the pass pipeline -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What reports on the AST waits for what IR tells: it is called from the
// pipeline that clang runs on its module, which keeps no reference to it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_REPORTERPASS_H
#define OFFSTACK_CLANG_REPORTERPASS_H

#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include <memory>

namespace offstack {

/// What a reporter does with a module, which it does not change.
template <typename Reporter>
using ReporterStep = void (*)(const std::shared_ptr<Reporter> &, llvm::Module &,
                              llvm::ModuleAnalysisManager &);

/// Does a step of a reporter that is alive.
template <typename Reporter>
class ReporterPass : public llvm::PassInfoMixin<ReporterPass<Reporter>> {
public:
  ReporterPass(std::weak_ptr<Reporter> Weak, ReporterStep<Reporter> Do)
      : Weak(std::move(Weak)), Do(Do) {}

  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM) {
    if (std::shared_ptr<Reporter> Alive = Weak.lock())
      Do(Alive, M, MAM);
    return llvm::PreservedAnalyses::all();
  }

  static bool isRequired() { return true; }

private:
  std::weak_ptr<Reporter> Weak;
  ReporterStep<Reporter> Do;
};

/// Has \p Do done before \p CI optimises its module, with the AST still there,
/// which the driver has freed otherwise.
template <typename Reporter>
void addAtPipelineStart(clang::CompilerInstance &CI,
                        std::weak_ptr<Reporter> Weak,
                        ReporterStep<Reporter> Do) {
  CI.getCodeGenOpts().ClearASTBeforeBackend = false;
  CI.getCodeGenOpts().PassBuilderCallbacks.push_back(
      [Weak, Do](llvm::PassBuilder &PB) {
        PB.registerPipelineStartEPCallback(
            [Weak, Do](llvm::ModulePassManager &MPM, llvm::OptimizationLevel) {
              MPM.addPass(ReporterPass<Reporter>(Weak, Do));
            });
      });
}

/// Has \p Do done behind all optimisation of the module of \p CI, and what was
/// added there before.
template <typename Reporter>
void addAtPipelineEnd(clang::CompilerInstance &CI, std::weak_ptr<Reporter> Weak,
                      ReporterStep<Reporter> Do) {
  CI.getCodeGenOpts().PassBuilderCallbacks.push_back(
      [Weak, Do](llvm::PassBuilder &PB) {
        PB.registerOptimizerLastEPCallback(
            [Weak, Do](llvm::ModulePassManager &MPM, llvm::OptimizationLevel,
                       llvm::ThinOrFullLTOPhase) {
              MPM.addPass(ReporterPass<Reporter>(Weak, Do));
            });
      });
}

} // namespace offstack

#endif // OFFSTACK_CLANG_REPORTERPASS_H
