//===- BoxAllocas.cpp - The pass offstack-box -----------------------------===//
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

#include "Offstack/Transforms/BoxAllocas.h"
using namespace llvm;
namespace offstack {
PreservedAnalyses BoxAllocasPass::run(Module &M, ModuleAnalysisManager &MAM) { return PreservedAnalyses::all(); }
} // namespace offstack
