//===- BoxVerifier.cpp - Proof that boxes are freed -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// x
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxVerifier.h"
using namespace llvm;
namespace offstack {
SmallVector<BoxViolation, 4> verifyBoxes(const Function &F,
                                         const TargetLibraryInfo &TLI) {
  return {};
}
PreservedAnalyses BoxVerifierPass::run(Module &M, ModuleAnalysisManager &MAM) {
  return PreservedAnalyses::all();
}
} // namespace offstack
