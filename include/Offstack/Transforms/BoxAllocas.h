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

#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Support/OptionSet.h"
#include "llvm/IR/PassManager.h"
#include <functional>

namespace offstack {

struct KeptObject;

/// Tells the user that \p Kept stays on the stack although a box was asked for.
using ImpossibleBoxHandler = std::function<void(const KeptObject &Kept)>;

/// The pass `offstack-box`.
///
/// Runs over a module, since a boxed function's attributes, and so those of
/// its callers, change. Required: it runs at -O0 and on optnone functions.
/// Running it again changes nothing.
class BoxAllocasPass : public llvm::PassInfoMixin<BoxAllocasPass> {
public:
  /// Boxes that were asked for and cannot be are told \p ReportImpossible,
  /// or, if there is none, the context, as a warning. A host that has read the
  /// ignore list already gives it as \p Shared, and reports its entries itself.
  /// \p IsInliningDone is false before a link-time optimisation.
  explicit BoxAllocasPass(OptionSet Options,
                          ImpossibleBoxHandler ReportImpossible = nullptr,
                          std::optional<IgnoreList> Shared = std::nullopt,
                          bool IsInliningDone = true);

  llvm::PreservedAnalyses run(llvm::Module &M,
                              llvm::ModuleAnalysisManager &MAM);

  static bool isRequired() { return true; }

private:
  llvm::PreservedAnalyses box(llvm::Module &M, llvm::ModuleAnalysisManager &MAM,
                              const IgnoreList *Ignored);

  OptionSet Options;
  std::optional<IgnoreList> Shared;
  ImpossibleBoxHandler ReportImpossible;
  bool IsInliningDone;
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXALLOCAS_H
