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

/// Hears that \p Kept stays on the stack, and tells the user if a box was asked
/// for.
using KeptObjectHandler = std::function<void(const KeptObject &Kept)>;

/// The pass `offstack-box`.
///
/// Runs over a module, since a boxed function's attributes, and so those of
/// its callers, change. Required: it runs at -O0 and on optnone functions.
/// Running it again changes nothing.
class BoxAllocasPass : public llvm::PassInfoMixin<BoxAllocasPass> {
public:
  /// Objects that would be boxed and cannot be are told \p ReportKept; without
  /// it, the context gets a warning of those for which a box was asked. A host
  /// that has read the ignore list already gives it as \p Shared, and reports
  /// its entries itself. \p IsInliningDone is false before a link-time
  /// optimisation.
  explicit BoxAllocasPass(OptionSet Options,
                          KeptObjectHandler ReportKept = nullptr,
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
  KeptObjectHandler ReportKept;
  bool IsInliningDone;
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXALLOCAS_H
