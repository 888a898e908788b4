//===- BoxPlan.cpp - Which objects are boxed, and where -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Limits first, then hazards, then places.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Analysis/Unwinding.h"
#include "Offstack/Analysis/UserRequests.h"
#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "Offstack/Transforms/DynamicScope.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/IR/CycleInfo.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// An object over a limit, or one that the user wants boxed.
struct Candidate {
  FrameObject Object;
  BoxReason Reason;
};

/// Returns the limit that \p Bytes breaks alone, or nothing.
static std::optional<BoxReason> findBrokenLimit(const Function &F,
                                                uint64_t Bytes,
                                                const BoxPlanInputs &Inputs) {
  if (Bytes > Inputs.LimitsInForce.Local)
    return BoxReason::Local;
  if (Bytes > Inputs.LimitsInForce.RecursiveLocal && Inputs.IsRecursive(F))
    return BoxReason::RecursiveLocal;
  return std::nullopt;
}

/// Returns the objects that the user wants boxed, and those that break a limit:
/// alone, or, largest first, in a frame that is too large without those.
static SmallVector<Candidate, 8> selectCandidates(const Function &F,
                                                  ArrayRef<FrameObject> Objects,
                                                  const BoxPlanInputs &Inputs) {
  SmallVector<Candidate, 8> Candidates;
  SmallVector<FrameObject, 8> Rest;
  uint64_t RestBytes = 0;
  for (const FrameObject &Object : Objects) {
    if (isSlot(*Object.Alloca) || isKept(*Object.Alloca))
      continue;
    if (Object.Bytes != 0u && isBoxRequested(*Object.Alloca)) {
      Candidates.push_back({Object, BoxReason::User});
    } else if (!Object.Bytes) {
      Candidates.push_back({Object, BoxReason::RunTimeSize});
    } else if (auto Reason = findBrokenLimit(F, *Object.Bytes, Inputs)) {
      Candidates.push_back({Object, *Reason});
    } else if (Object.Alloca->isStaticAlloca()) {
      Rest.push_back(Object);
      RestBytes += *Object.Bytes;
    }
  }
  if (RestBytes <= Inputs.LimitsInForce.Frame)
    return Candidates;
  // Equal sizes keep the order of the function.
  SmallVector<unsigned, 8> Order = to_vector<8>(seq<unsigned>(Rest.size()));
  sort(Order, [&](unsigned L, unsigned R) {
    return std::tuple(*Rest[R].Bytes, L) < std::tuple(*Rest[L].Bytes, R);
  });
  for (unsigned Index : Order) {
    const FrameObject &Object = Rest[Index];
    if (RestBytes <= Inputs.LimitsInForce.Frame ||
        *Object.Bytes < SmallestUsefulBox)
      break;
    Candidates.push_back({Object, BoxReason::Frame});
    RestBytes -= *Object.Bytes;
  }
  return Candidates;
}

/// Adds to \p Plan the by-value arguments over the limit: the caller's call
/// sequence puts them on the stack, so nothing here can move them.
static void keepByValArguments(Function &F, const BoxPlanInputs &Inputs,
                               BoxPlan &Plan) {
  const DataLayout &DL = F.getDataLayout();
  for (Argument &Arg : F.args()) {
    if (!Arg.hasByValAttr())
      continue;
    uint64_t Bytes = DL.getTypeAllocSize(Arg.getParamByValType());
    if (Bytes > Inputs.LimitsInForce.Local)
      Plan.Kept.push_back(
          {nullptr, &Arg, Bytes, {Hazard::ByValArgument, nullptr}, false});
  }
}

/// Moves every box of \p Plan to the kept objects, for \p Hit.
static void keepAll(BoxPlan &Plan, const HazardHit &Hit) {
  for (const PlannedBox &Box : Plan.Boxes)
    Plan.Kept.push_back(
        {Box.Alloca, nullptr, Box.Bytes, Hit, Box.Reason == BoxReason::User});
  Plan.Boxes.clear();
  Plan.CallsToInvoke.clear();
  Plan.PadsToEnter.clear();
}

/// Adds to \p Plan the ways to unwind past \p Box.
static void openWaysOut(const PlannedBox &Box, const UnwindSites &Sites,
                        BoxPlan &Plan) {
  forEachHeld(*Box.AllocationPoint, Box.FreePoints,
              [&](BasicBlock &BB, Instruction *First, Instruction *End) {
                for (Instruction *Site : Sites.get(BB)) {
                  if (Site->comesBefore(First))
                    continue;
                  if (End && !Site->comesBefore(End))
                    break;
                  if (auto *Call = dyn_cast<CallInst>(Site))
                    Plan.CallsToInvoke.insert(Call);
                  else
                    Plan.PadsToEnter.insert(
                        cast<InvokeInst>(Site)->getLandingPadInst());
                }
              });
}

/// Decides where \p Box, which replaces a static alloca, is taken and freed.
static void placeStatic(PlannedBox &Box, BoxPlacement &Placement,
                        const DominatorTree &DT) {
  Box.AllocationPoint = Placement.findAllocationPoint(*Box.Alloca);
  if (!Box.AllocationPoint)
    return;
  BoxScope Scope(*Box.Alloca, *Box.AllocationPoint, DT);
  Box.FreePoints.assign(Scope.getFreePoints().begin(),
                        Scope.getFreePoints().end());
}

/// Decides where \p Box, which replaces a dynamic alloca, is freed; it is taken
/// where the alloca is. Returns the hazard that forbids it, or nothing.
static std::optional<HazardHit> placeDynamic(PlannedBox &Box,
                                             const StackRestores &Restores,
                                             const DominatorTree &DT) {
  DynamicScope Scope = computeDynamicScope(*Box.Alloca, Restores, DT);
  if (Scope.Hit)
    return Scope.Hit;
  Box.AllocationPoint = Box.Alloca;
  Box.FreePoints.assign(Scope.FreePoints.begin(), Scope.FreePoints.end());
  return std::nullopt;
}

/// Returns true if some free of \p Box may find it not taken, or freed already.
static bool needsHandle(const PlannedBox &Box, const DominatorTree &DT,
                        const CycleInfo &Cycles) {
  if (!Box.Bytes)
    return true; // It is taken only when it turns out large.
  bool IsOnly = Box.FreePoints.size() == 1;
  // Another free follows neither a way out nor, outside cycles, the only one.
  return !all_of(Box.FreePoints, [&](const FreePoint &Point) {
    return DT.dominates(Box.AllocationPoint, Point.Before) &&
           (!Point.IsScopeEnd ||
            (IsOnly && !Cycles.getCycle(Point.Before->getParent())));
  });
}

/// Decides where the boxes of \p Plan are taken and freed.
static void placeBoxes(Function &F, BoxPlan &Plan) {
  DominatorTree DT(F);
  CycleInfo Cycles;
  Cycles.compute(F);
  BoxPlacement Placement(DT, Cycles);
  std::optional<StackRestores> Restores;
  UnwindSites Sites(F);
  // Few functions have objects of a size that only run time tells.
  auto getRestores = [&]() -> const StackRestores & {
    return Restores ? *Restores : Restores.emplace(F);
  };
  erase_if(Plan.Boxes, [&](PlannedBox &Box) {
    if (Box.Alloca->isStaticAlloca()) {
      placeStatic(Box, Placement, DT);
    } else if (!DT.isReachableFromEntry(Box.Alloca->getParent())) {
      return true; // It never runs.
    } else if (auto Hit = placeDynamic(Box, getRestores(), DT)) {
      Plan.Kept.push_back({Box.Alloca, nullptr, Box.Bytes, *Hit,
                           Box.Reason == BoxReason::User});
      return true;
    }
    if (Box.AllocationPoint)
      openWaysOut(Box, Sites, Plan);
    return false;
  });
  if (!Plan.CallsToInvoke.empty() && !hasLandingPadPersonality(F))
    keepAll(Plan, {Hazard::ScopedExceptions, Plan.CallsToInvoke.front()});
  // All boxes are freed on the way of an exception, held or not.
  for (PlannedBox &Box : Plan.Boxes)
    Box.NeedsHandle = Box.AllocationPoint && (!Plan.CallsToInvoke.empty() ||
                                              needsHandle(Box, DT, Cycles));
}

/// Returns the size up to which \p C, whose size only run time tells, stays in
/// the frame of \p F.
static uint64_t getLimit(const Function &F, const Candidate &C,
                         const BoxPlanInputs &Inputs) {
  if (C.Reason == BoxReason::User)
    return 0;
  const Limits &InForce = Inputs.LimitsInForce;
  return Inputs.IsRecursive(F) ? InForce.RecursiveLocal : InForce.Local;
}

/// Returns true if \p Ignored names \p AI, its function or its file.
static bool isIgnored(const AllocaInst &AI, const IgnoreList &Ignored) {
  const Function &F = *AI.getFunction();
  const Module &M = *F.getParent();
  std::string Variable = findVariableName(AI);
  StringRef File = M.getSourceFileName();
  if (const DISubprogram *Subprogram = F.getSubprogram())
    File = Subprogram->getFilename();
  return Ignored.contains(BoxSection,
                          {F.getName(), Variable, File, M.getSourceFileName()});
}

/// Returns why \p C stays on the stack, or nothing. \p OfFunction is the hazard
/// of its function.
static std::optional<HazardHit>
findHazard(const Candidate &C, const std::optional<HazardHit> &OfFunction,
           const IgnoreList *Ignored) {
  bool IsRequested = C.Reason == BoxReason::User;
  if (!IsRequested && isKeepRequested(*C.Object.Alloca))
    return HazardHit{Hazard::KeptByUser, C.Object.Alloca};
  // The object's own reason says more than its function's.
  if (std::optional<HazardHit> Hit = findObjectHazard(*C.Object.Alloca))
    if (!IsRequested || !isOverridable(Hit->Kind))
      return Hit;
  if (OfFunction && !(IsRequested && isOverridable(OfFunction->Kind)))
    return OfFunction;
  // The source is nearer to the object than the list. Which is asked last: it
  // notes what it made a difference to.
  if (!IsRequested && Ignored && isIgnored(*C.Object.Alloca, *Ignored))
    return HazardHit{Hazard::IgnoreListed, C.Object.Alloca};
  return std::nullopt;
}

BoxPlan computeBoxPlan(Function &F, ArrayRef<FrameObject> Objects,
                       const BoxPlanInputs &Inputs) {
  BoxPlan Plan;
  keepByValArguments(F, Inputs, Plan);
  SmallVector<Candidate, 8> Candidates = selectCandidates(F, Objects, Inputs);
  if (Candidates.empty())
    return Plan;
  std::optional<HazardHit> OfFunction =
      findFunctionHazard(F, Inputs.TLI, Inputs.InModule);
  for (const Candidate &C : Candidates) {
    if (std::optional<HazardHit> Hit =
            findHazard(C, OfFunction, Inputs.Ignored))
      Plan.Kept.push_back({C.Object.Alloca, nullptr, C.Object.Bytes, *Hit,
                           C.Reason == BoxReason::User});
    else
      Plan.Boxes.push_back({C.Object.Alloca, C.Object.Bytes, C.Reason,
                            C.Object.Bytes ? 0 : getLimit(F, C, Inputs)});
  }
  if (!Plan.Boxes.empty())
    placeBoxes(F, Plan);
  return Plan;
}

} // namespace offstack
