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
#include "Offstack/Transforms/ExclusivePaths.h"
#include "Offstack/Transforms/IgnoreListRemarks.h"
#include "Offstack/Transforms/LostBoxes.h"
#include "Offstack/Transforms/RarePaths.h"
#include "Offstack/Transforms/TailReturns.h"
#include "RuntimeHelpers.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace offstack {

/// Paths that have blocks in common leave a function in rounds, each of which
/// makes a new plan for the rest. Two are enough for all but contrived code.
static constexpr unsigned MostOutlineRounds = 8;

/// Returns true if no limit can be broken by a frame with \p Objects, and the
/// user asked for no box: most functions leave here.
static bool isSmall(const Function &F, ArrayRef<FrameObject> Objects,
                    const Limits &LimitsInForce) {
  uint64_t Total = 0;
  for (const FrameObject &Object : Objects) {
    std::optional<uint64_t> Bytes =
        Object.Bytes ? Object.Bytes : Object.MostBytes;
    // A loop may take one that is not static any number of times.
    if (!Bytes || *Bytes > LimitsInForce.RecursiveLocal ||
        !Object.Alloca->isStaticAlloca() || isBoxRequested(*Object.Alloca))
      return false;
    Total += *Bytes;
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

namespace {

/// Boxes the objects of one module.
class ModuleBoxer {
public:
  ModuleBoxer(Module &M, ModuleAnalysisManager &MAM, const OptionSet &Options,
              const IgnoreList *Ignored, const KeptObjectHandler &ReportKept,
              bool IsInliningDone)
      : M(M),
        FAM(MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager()),
        Options(Options), Ignored(Ignored), ReportKept(ReportKept),
        IsInliningDone(IsInliningDone),
        LimitsInForce(Options.resolveLimits(M.getTargetTriple())),
        Recursive(M) {}

  PreservedAnalyses run();

private:
  bool box(Function &F);
  BoxPlan plan(Function &F, ArrayRef<FrameObject> Objects);
  bool separatePaths(Function &F, BoxPlan &Plan);
  BoxPlan replan(Function &F, BoxPlan &Plan);
  bool outlinePaths(Function &F, BoxPlan &Plan);
  void report(Function &F, const BoxPlan &Plan);
  void reportCopies(Function &Callee);
  std::unique_ptr<BoxAllocator> chooseAllocator(Function &F);

  /// Returns true if the user has not disabled what is called \p Id.
  bool isEnabled(Diagnostic Id) const {
    return !Options.isDisabled(getDiagnosticName(Id));
  }

  /// Returns the limits for \p F, which its user may have replaced.
  Limits getLimits(const Function &F) const {
    return LimitsInForce.replace(findBudget(F));
  }

  Module &M;
  FunctionAnalysisManager &FAM;
  const OptionSet &Options;
  const IgnoreList *const Ignored;
  const KeptObjectHandler &ReportKept;
  const bool IsInliningDone;
  const Limits LimitsInForce;
  RecursiveFunctions Recursive;
  /// Most modules have no function that asks for these.
  std::optional<ModuleHazards> InModule;
  std::optional<FrameSkippers> Skippers;
  SmallVector<Function *, 8> Boxed;
  /// A function that has boxes from the cache, or null.
  Function *InCache = nullptr;
};

} // namespace

BoxPlan ModuleBoxer::plan(Function &F, ArrayRef<FrameObject> Objects) {
  if (!InModule)
    InModule.emplace(M);
  auto IsRecursive = [&](const Function &F) { return Recursive.contains(F); };
  Limits OfFunction = getLimits(F);
  return computeBoxPlan(F, Objects,
                        {OfFunction, *InModule,
                         FAM.getResult<TargetLibraryAnalysis>(F), IsRecursive,
                         Ignored, IsInliningDone});
}

/// Gives paths of \p F what they need of their own, so that boxes are taken and
/// freed on these only. Returns true if that changed F.
bool ModuleBoxer::separatePaths(Function &F, BoxPlan &Plan) {
  bool Changed = separateTailReturns(F);
  return separateExclusivePaths(F, FAM.getResult<TargetLibraryAnalysis>(F),
                                Plan) ||
         Changed;
}

/// Returns a new plan for \p F, which has changed since \p Plan.
BoxPlan ModuleBoxer::replan(Function &F, BoxPlan &Plan) {
  BoxPlan New = plan(F, collectFrameObjects(F));
  New.Wholes = std::move(Plan.Wholes);
  return New;
}

/// Gives rare paths of \p F functions of their own, at the end of the module,
/// where they get their boxes. Returns true if that changed F.
bool ModuleBoxer::outlinePaths(Function &F, BoxPlan &Plan) {
  // What is inlined later would bring the frame along.
  if (!IsInliningDone)
    return false;
  const auto &TLI = FAM.getResult<TargetLibraryAnalysis>(F);
  bool Changed = false;
  for (unsigned Round = 0; Round != MostOutlineRounds; ++Round) {
    SmallVector<Function *, 2> Paths = outlineRarePaths(F, TLI, Plan);
    if (Paths.empty())
      break;
    for (const Function *Path : Paths)
      Recursive.addPart(F, *Path);
    Plan = replan(F, Plan);
    Changed = true;
  }
  return Changed;
}

/// Tells what becomes of the objects of \p F.
void ModuleBoxer::report(Function &F, const BoxPlan &Plan) {
  for (const KeptObject &Kept : Plan.Kept)
    ReportKept(Kept);
  emitBoxRemarks(F, Plan, getLimits(F), Options);
  if (Plan.Boxes.empty() || isRarePath(F) || !isEnabled(Diagnostic::LostBox) ||
      !wantsLostBoxRemarks(M.getContext()))
    return;
  if (!Skippers)
    Skippers.emplace(M);
  emitLostBoxRemarks(F, findLostBoxes(Plan, *Skippers));
}

/// Tells what calls of \p Callee, whose body is in another module, copy to the
/// stack. Where the body is at hand, it is told of there.
void ModuleBoxer::reportCopies(Function &Callee) {
  for (const KeptObject &Kept : findByValArguments(Callee, LimitsInForce))
    if (Kept.Hit.Witness)
      emitKeptRemark(
          *const_cast<Instruction *>(Kept.Hit.Witness)->getFunction(), Kept);
}

/// Returns the allocator for the boxes of \p F.
std::unique_ptr<BoxAllocator> ModuleBoxer::chooseAllocator(Function &F) {
  if (Options.Alloc.value_or(AllocatorKind::Malloc) == AllocatorKind::Cache) {
    StringRef Reason = findReasonAgainstCache(M);
    if (Reason.empty()) {
      InCache = &F;
      return createCacheAllocator();
    }
    if (isEnabled(Diagnostic::CacheUnavailable))
      remarkCacheUnavailable(F, Reason);
  }
  return createMallocAllocator(FAM.getResult<TargetLibraryAnalysis>(F));
}

/// Boxes the objects of \p F. Returns true if that changed it.
bool ModuleBoxer::box(Function &F) {
  SmallVector<FrameObject, 8> Objects = collectFrameObjects(F);
  if (isSmall(F, Objects, getLimits(F)))
    return false;
  BoxPlan Plan = plan(F, Objects);
  bool Changed = !Plan.Boxes.empty() && separatePaths(F, Plan);
  if (Changed)
    Plan = replan(F, Plan);
  report(F, Plan);
  Changed |= outlinePaths(F, Plan);
  if (Plan.Boxes.empty())
    return Changed;
  if (Boxed.empty())
    retireRuntimeHelpers(M);
  const auto &TLI = FAM.getResult<TargetLibraryAnalysis>(F);
  emitBoxes(F, Plan, TLI, *chooseAllocator(F));
  if (Options.Verify.value_or(false))
    reportViolations(F, TLI);
  Boxed.push_back(&F);
  return true;
}

/// Returns true unless \p F is never emitted, or is a part of what boxes call.
static bool mayHaveBoxes(const Function &F) {
  return !F.hasAvailableExternallyLinkage() &&
         !F.hasFnAttribute(OutOfMemoryHelperMark) &&
         !F.hasFnAttribute(RuntimeMark);
}

PreservedAnalyses ModuleBoxer::run() {
  bool Changed = false;
  for (Function &F : M) {
    if (F.isDeclaration())
      reportCopies(F);
    else if (mayHaveBoxes(F))
      Changed |= box(F);
  }
  weakenEffectAttributes(Boxed);
  if (InCache)
    if (Error Failure = addCacheRuntime(M, *InCache))
      reportHostError(M, toString(std::move(Failure)));
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

/// Reads the ignore list of \p Options and reports its mistakes. Fails when it
/// cannot be read.
static Expected<std::optional<IgnoreList>>
loadIgnoreList(Module &M, const OptionSet &Options) {
  if (!Options.IgnoreFile)
    return std::nullopt;
  Expected<IgnoreList> List =
      IgnoreList::load(*Options.IgnoreFile, *vfs::getRealFileSystem());
  if (!List)
    return List.takeError();
  warnOfUselessEntries(M, *List, Options);
  if (wantsIgnoreListRemarks(M.getContext()))
    List->trackUses();
  return *List;
}

/// Returns what a pass without a host of its own does with kept objects.
static KeptObjectHandler createImpossibleBoxHandler(const OptionSet &Options) {
  bool IsEnabled =
      !Options.isDisabled(getDiagnosticName(Diagnostic::BoxImpossible));
  return [IsEnabled](const KeptObject &Kept) {
    if (IsEnabled && Kept.IsBoxRequested)
      warnOfImpossibleBox(Kept);
  };
}

BoxAllocasPass::BoxAllocasPass(OptionSet Options, KeptObjectHandler ReportKept,
                               std::optional<IgnoreList> Shared,
                               bool IsInliningDone)
    : Options(std::move(Options)), Shared(std::move(Shared)),
      ReportKept(ReportKept ? std::move(ReportKept)
                            : createImpossibleBoxHandler(this->Options)),
      IsInliningDone(IsInliningDone) {}

PreservedAnalyses BoxAllocasPass::run(Module &M, ModuleAnalysisManager &MAM) {
  // A list that is shared is read, and its entries are reported, by the host.
  if (Shared)
    return box(M, MAM, &*Shared);
  Expected<std::optional<IgnoreList>> Own = loadIgnoreList(M, Options);
  if (!Own) {
    reportHostError(M, toString(Own.takeError()));
    return PreservedAnalyses::all();
  }
  PreservedAnalyses Preserved = box(M, MAM, *Own ? &**Own : nullptr);
  if (*Own)
    emitIgnoreListRemarks(M, **Own, Options);
  return Preserved;
}

PreservedAnalyses BoxAllocasPass::box(Module &M, ModuleAnalysisManager &MAM,
                                      const IgnoreList *Ignored) {
  return ModuleBoxer(M, MAM, Options, Ignored, ReportKept, IsInliningDone)
      .run();
}

} // namespace offstack
