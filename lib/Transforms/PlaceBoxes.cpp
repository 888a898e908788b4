//===- PlaceBoxes.cpp - Where the boxes of a plan go ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One way to place for each kind of object, then what all need: ways to unwind
// and handles.
//
//===----------------------------------------------------------------------===//

#include "PlaceBoxes.h"
#include "BlockCounts.h"
#include "DemandPoints.h"
#include "FunctionEffects.h"
#include "MergeBoxes.h"
#include "Offstack/Analysis/SecondReturn.h"
#include "Offstack/Analysis/Unwinding.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/DynamicScope.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/IR/CycleInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/EHPersonalities.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

namespace {

/// Places the boxes of one function.
class BoxPlacer {
public:
  BoxPlacer(Function &F, const BoxPlanInputs &Inputs, BoxPlan &Plan)
      : F(F), Inputs(Inputs), Plan(Plan), Setjmp(findSetjmp(F)),
        HasLandingPads(hasLandingPadPersonality(F)), DT(F),
        Counts(F, Inputs.TLI, DT), Sites(F) {
    Cycles.compute(F);
    if (!HasLandingPads)
      Funclets = colorEHFunclets(F);
  }

  void run();

private:
  bool place(PlannedBox &Box);
  std::optional<HazardHit> findPlace(PlannedBox &Box);
  void placeStatic(PlannedBox &Box);
  void placeAroundSetjmp(PlannedBox &Box);
  std::optional<HazardHit> placeDynamic(PlannedBox &Box);
  const StackRestores &getRestores();
  const FunctionEffects *getEffects();

  bool isInFunclet(const Instruction &I) const;
  std::optional<HazardHit> findFuncletHazard(const PlannedBox &Box) const;
  void openWaysOut(const PlannedBox &Box);
  bool needsHandle(const PlannedBox &Box) const;

  Function &F;
  const BoxPlanInputs &Inputs;
  BoxPlan &Plan;
  const CallBase *const Setjmp;
  const bool HasLandingPads;
  DominatorTree DT;
  CycleInfo Cycles;
  BlockCounts Counts;
  UnwindSites Sites;
  /// The funclets that each block belongs to, where exceptions run those.
  DenseMap<BasicBlock *, ColorVector> Funclets;
  /// Few functions have objects of a size that only run time tells.
  std::optional<StackRestores> Restores;
  std::optional<FunctionEffects> Effects;
};

} // namespace

/// Returns what BoxScope is to ask, or null where objects are held for as long
/// as they are alive.
const FunctionEffects *BoxPlacer::getEffects() {
  if (F.hasOptNone())
    return nullptr;
  return Effects ? &*Effects : &Effects.emplace(F, Inputs.TLI);
}

const StackRestores &BoxPlacer::getRestores() {
  return Restores ? *Restores : Restores.emplace(F);
}

/// Places \p Box, which replaces a static alloca.
void BoxPlacer::placeStatic(PlannedBox &Box) {
  Box.AllocationPoint =
      BoxPlacement(DT, Cycles).findAllocationPoint(*Box.Alloca);
  if (!Box.AllocationPoint)
    return;
  if (Setjmp)
    return placeAroundSetjmp(Box);
  BoxScope Scope(*Box.Alloca, *Box.AllocationPoint, DT, getEffects());
  Box.FreePoints.assign(Scope.getFreePoints().begin(),
                        Scope.getFreePoints().end());
  // Funclets could lie between; and one allocation is less code.
  if (HasLandingPads && !F.hasOptNone() && !F.hasOptSize())
    Box.DemandPoints = findDemandPoints(
        *Box.Alloca, *Box.AllocationPoint->getParent(), DT, Counts);
}

/// Places \p Box so that nothing changes between a setjmp and its second
/// return: it is taken before everything else and freed at the ways out.
void BoxPlacer::placeAroundSetjmp(PlannedBox &Box) {
  Box.AllocationPoint = &*find_if(F.getEntryBlock(), [](const Instruction &I) {
    return !isa<AllocaInst>(I) && !I.isLifetimeStartOrEnd();
  });
  for (BasicBlock &BB : F)
    if (Instruction *Exit = findExitPoint(BB);
        Exit && DT.isReachableFromEntry(&BB))
      Box.FreePoints.push_back({Exit, /*IsScopeEnd=*/false});
}

/// Places \p Box, which is taken where its alloca is. Returns the hazard that
/// forbids it, or nothing.
std::optional<HazardHit> BoxPlacer::placeDynamic(PlannedBox &Box) {
  if (Setjmp)
    return HazardHit{Hazard::ReturnsTwice, Setjmp};
  DynamicScope Scope = computeDynamicScope(*Box.Alloca, getRestores(), DT);
  if (Scope.Hit)
    return Scope.Hit;
  Box.IsChain = Scope.IsRepeated;
  Box.AllocationPoint = Box.Alloca;
  Box.FreePoints.assign(Scope.FreePoints.begin(), Scope.FreePoints.end());
  return std::nullopt;
}

/// Returns true if no code can stand before \p I without the token of a
/// funclet.
bool BoxPlacer::isInFunclet(const Instruction &I) const {
  if (isa<CatchSwitchInst>(I))
    return true;
  auto Found = Funclets.find(I.getParent());
  return Found == Funclets.end() || Found->second.size() != 1 ||
         Found->second.front() != &F.getEntryBlock();
}

/// Calls \p Visit for each unwind site at which \p Box, taken before \p Point,
/// is held.
static void forEachUnwindSite(const PlannedBox &Box, Instruction &Point,
                              const UnwindSites &Sites,
                              function_ref<void(Instruction &)> Visit) {
  forEachHeld(Point, Box.FreePoints,
              [&](BasicBlock &BB, Instruction *First, Instruction *End) {
                for (Instruction *Site : Sites.get(BB)) {
                  if (Site->comesBefore(First))
                    continue;
                  if (End && !Site->comesBefore(End))
                    break;
                  Visit(*Site);
                }
              });
}

/// Returns the first instruction at which \p Box would need a funclet of its
/// own or the token of one, or nothing.
std::optional<HazardHit>
BoxPlacer::findFuncletHazard(const PlannedBox &Box) const {
  const Instruction *Witness = nullptr;
  if (isInFunclet(*Box.AllocationPoint))
    Witness = Box.AllocationPoint;
  for (const FreePoint &Point : Box.FreePoints)
    if (!Witness && isInFunclet(*Point.Before))
      Witness = Point.Before;
  forEachUnwindSite(Box, *Box.AllocationPoint, Sites,
                    [&](const Instruction &Site) {
                      if (!Witness)
                        Witness = &Site;
                    });
  if (!Witness)
    return std::nullopt;
  return HazardHit{Hazard::ScopedExceptions, Witness};
}

/// Notes the ways to unwind past \p Box.
void BoxPlacer::openWaysOut(const PlannedBox &Box) {
  auto Open = [&](Instruction &Site) {
    if (auto *Call = dyn_cast<CallInst>(&Site))
      Plan.CallsToInvoke.insert(Call);
    else
      Plan.PadsToEnter.insert(cast<InvokeInst>(Site).getLandingPadInst());
  };
  if (Box.DemandPoints.empty())
    return forEachUnwindSite(Box, *Box.AllocationPoint, Sites, Open);
  for (Instruction *Point : Box.DemandPoints)
    forEachUnwindSite(Box, *Point, Sites, Open);
}

/// Returns true if some free of \p Box may find it not taken, or freed already.
bool BoxPlacer::needsHandle(const PlannedBox &Box) const {
  if (!Box.AllocationPoint || Setjmp)
    return false; // What is placed around a setjmp is held everywhere.
  if (!Box.Bytes || Box.IsChain || !Box.DemandPoints.empty())
    return true; // It is taken only when it turns out large.
  if (!Plan.CallsToInvoke.empty())
    return true; // All boxes are freed on the way of an exception.
  bool IsOnly = Box.FreePoints.size() == 1;
  // Another free follows neither a way out nor, outside cycles, the only one.
  return !all_of(Box.FreePoints, [&](const FreePoint &Point) {
    return DT.dominates(Box.AllocationPoint, Point.Before) &&
           (!Point.IsScopeEnd ||
            (IsOnly && !Cycles.getCycle(Point.Before->getParent())));
  });
}

/// Finds the place of \p Box. Returns the hazard that forbids every place, or
/// nothing.
std::optional<HazardHit> BoxPlacer::findPlace(PlannedBox &Box) {
  if (Box.Bytes && Box.Alloca->isStaticAlloca())
    placeStatic(Box);
  else if (std::optional<HazardHit> Hit = placeDynamic(Box))
    return Hit;
  if (!Box.AllocationPoint)
    return std::nullopt;
  return HasLandingPads ? std::nullopt : findFuncletHazard(Box);
}

/// Places \p Box; returns false when it is none.
bool BoxPlacer::place(PlannedBox &Box) {
  if (!Box.Alloca->isStaticAlloca() &&
      !DT.isReachableFromEntry(Box.Alloca->getParent()))
    return false; // It never runs.
  if (std::optional<HazardHit> Hit = findPlace(Box)) {
    Plan.Kept.push_back(
        {Box.Alloca, nullptr, Box.Bytes, *Hit, Box.Reason == BoxReason::User});
    return false;
  }
  // One object alone breaks no limit.
  return Box.Reason != BoxReason::Repetition || Box.IsChain;
}

void BoxPlacer::run() {
  erase_if(Plan.Boxes, [this](PlannedBox &Box) { return !place(Box); });
  // A funclet may lie between the places of two boxes.
  if (HasLandingPads)
    mergeBoxes(Plan, F, DT, Cycles, Inputs.IsInliningDone || F.hasOptNone());
  for (const PlannedBox &Box : Plan.Boxes)
    if (Box.AllocationPoint && HasLandingPads)
      openWaysOut(Box);
  for (PlannedBox &Box : Plan.Boxes)
    Box.NeedsHandle = needsHandle(Box);
}

void placeBoxes(Function &F, const BoxPlanInputs &Inputs, BoxPlan &Plan) {
  BoxPlacer(F, Inputs, Plan).run();
}

} // namespace offstack
