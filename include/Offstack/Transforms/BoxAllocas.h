//===- BoxAllocas.h - The pass offstack-box ------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Moves oversized allocas into boxes: heap allocations with a matching free on
// every way out. Collects facts, decides (BoxPlan), writes IR (BoxEmitter), and
// on request proves the result (BoxVerifier).
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXALLOCAS_H
#define OFFSTACK_TRANSFORMS_BOXALLOCAS_H

#include "Offstack/Support/OptionSet.h"
#include "llvm/IR/PassManager.h"

namespace offstack {

/// The pass `offstack-box`.
///
/// Runs over a module, since a boxed function's attributes, and so those of
/// its callers, change. Required: it runs at -O0 and on optnone functions.
/// Running it again changes nothing.
class BoxAllocasPass : public llvm::PassInfoMixin<BoxAllocasPass> {
public:
  explicit BoxAllocasPass(OptionSet Options) : Options(std::move(Options)) {}

  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM);

  static bool isRequired() { return true; }

private:
  OptionSet Options;
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXALLOCAS_H
