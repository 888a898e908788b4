//===- BoxAllocas.cpp - The pass offstack-box -----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts, plan, remarks, rewrite, proof: one function after the other.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxAllocas.h"
#include "Offstack/Analysis/HostErrors.h"
#include "Offstack/Analysis/RecursiveFunctions.h"
#include "Offstack/Analysis/UserRequests.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Transforms/BoxAllocator.h"
#include "Offstack/Transforms/BoxEmitter.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/BoxRemarks.h"
#include "Offstack/Transforms/BoxVerifier.h"
#include "Offstack/Transforms/CacheRuntime.h"
#include "Offstack/Transforms/EffectAttributes.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace offstack {

/// Returns true if no limit can be broken by a frame with \p Objects, and the
/// user asked for no box: most functions leave here.
static bool isSmall(const Function &F, ArrayRef<FrameObject> Objects,
                    const Limits &LimitsInForce) {
  uint64_t Total = 0;
  for (const FrameObject &Object : Objects) {
    if (!Object.Bytes || *Object.Bytes > LimitsInForce.RecursiveLocal ||
        isBoxRequested(*Object.Alloca))
      return false;
    Total += *Object.Bytes;
  }
  return Total <= LimitsInForce.Frame &&
         none_of(F.args(),
                 [](const Argument &Arg) { return Arg.hasByValAttr(); });
}

/// Fails the compilation for each promise that a box of \p F breaks: wrong
/// code must not get out.
static void reportViolations(const Function &F, const TargetLibraryInfo &TLI) {
  for (const BoxViolation &Violation : verifyBoxes(F, TLI))
    reportHostError(*F.getParent(),
                    "the box could not be proven right: " + Violation.Message,
                    Violation.Where);
}

/// Returns the ignore list of \p Options, or nothing where there is none. Fails
/// when it cannot be read.
static Expected<std::optional<IgnoreList>>
loadIgnoreList(const OptionSet &Options) {
  if (!Options.IgnoreFile)
    return std::nullopt;
  return IgnoreList::load(*Options.IgnoreFile, *vfs::getRealFileSystem());
}

/// Returns the allocator for the boxes of \p F, or null for that of malloc.
static std::unique_ptr<BoxAllocator> chooseAllocator(Function &F,
                                                     const OptionSet &Options) {
  if (Options.Alloc.value_or(AllocatorKind::Malloc) != AllocatorKind::Cache)
    return nullptr;
  StringRef Reason = findReasonAgainstCache(*F.getParent());
  if (Reason.empty())
    return createCacheAllocator();
  remarkCacheUnavailable(F, Reason);
  return nullptr;
}

BoxAllocasPass::BoxAllocasPass(OptionSet Options,
                               ImpossibleBoxHandler ReportImpossible)
    : Options(std::move(Options)),
      ReportImpossible(ReportImpossible ? std::move(ReportImpossible)
                                        : warnOfImpossibleBox) {}

PreservedAnalyses BoxAllocasPass::run(Module &M, ModuleAnalysisManager &MAM) {
  auto &FAM = MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  Expected<std::optional<IgnoreList>> Ignored = loadIgnoreList(Options);
  if (!Ignored) {
    reportHostError(M, toString(Ignored.takeError()));
    return PreservedAnalyses::all();
  }
  Limits LimitsInForce = Options.resolveLimits(M.getTargetTriple());
  std::optional<ModuleHazards> InModule;
  RecursiveFunctions Recursive(M);
  SmallVector<Function *, 8> Boxed;
  Function *InCache = nullptr;
  bool MayReportImpossible =
      !Options.isDisabled(getDiagnosticName(Diagnostic::BoxImpossible));

  for (Function &F : M) {
    // A body that is never emitted needs no box.
    if (F.isDeclaration() || F.hasAvailableExternallyLinkage() ||
        F.hasFnAttribute(OutOfMemoryHelperMark) ||
        F.hasFnAttribute(RuntimeMark))
      continue;
    SmallVector<FrameObject, 8> Objects = collectFrameObjects(F);
    if (isSmall(F, Objects, LimitsInForce))
      continue;
    if (!InModule)
      InModule.emplace(M);
    const auto &TLI = FAM.getResult<TargetLibraryAnalysis>(F);
    BoxPlan Plan = computeBoxPlan(
        F, Objects,
        {LimitsInForce, *InModule, TLI,
         [&](const Function &F) { return Recursive.contains(F); },
         *Ignored ? &**Ignored : nullptr});
    for (const KeptObject &Kept : Plan.Kept)
      if (Kept.IsBoxRequested && MayReportImpossible)
        ReportImpossible(Kept);
    emitBoxRemarks(F, Plan, LimitsInForce);
    if (Plan.Boxes.empty())
      continue;
    std::unique_ptr<BoxAllocator> Allocator = chooseAllocator(F, Options);
    if (Allocator)
      InCache = &F;
    else
      Allocator = createMallocAllocator(TLI);
    emitBoxes(F, Plan, TLI, *Allocator);
    if (Options.Verify.value_or(false))
      reportViolations(F, TLI);
    Boxed.push_back(&F);
  }
  if (Boxed.empty())
    return PreservedAnalyses::all();
  weakenEffectAttributes(Boxed);
  if (InCache)
    if (Error Failure = addCacheRuntime(M, *InCache))
      reportHostError(M, toString(std::move(Failure)));
  return PreservedAnalyses::none();
}

} // namespace offstack
