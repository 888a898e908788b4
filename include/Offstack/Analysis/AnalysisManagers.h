//===- AnalysisManagers.h - What passes of our own runs need -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's four analysis managers, which passes that run outside of a pipeline of
// the host need.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_ANALYSISMANAGERS_H
#define OFFSTACK_ANALYSIS_ANALYSISMANAGERS_H

#include "llvm/Passes/PassBuilder.h"

namespace offstack {

/// The managers, which know of each other and of the analyses of a PassBuilder.
struct AnalysisManagers {
  /// \p Builder is not needed any more afterwards.
  explicit AnalysisManagers(llvm::PassBuilder Builder = llvm::PassBuilder()) {
    Builder.registerModuleAnalyses(Modules);
    Builder.registerCGSCCAnalyses(Components);
    Builder.registerFunctionAnalyses(Functions);
    Builder.registerLoopAnalyses(Loops);
    Builder.crossRegisterProxies(Loops, Functions, Components, Modules);
  }

  llvm::LoopAnalysisManager Loops;
  llvm::FunctionAnalysisManager Functions;
  llvm::CGSCCAnalysisManager Components;
  llvm::ModuleAnalysisManager Modules;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_ANALYSISMANAGERS_H
