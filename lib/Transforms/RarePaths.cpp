//===- RarePaths.cpp - Functions of their own for rare paths --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the blocks in which a box is held (HeldRegion), decides whether they
// are worth a function, and has one made of them (OutlineRegion).
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/RarePaths.h"
#include "BlockCounts.h"
#include "FunctionEffects.h"
#include "HeldRegion.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/DebugRecords.h"
#include "Offstack/Transforms/Personality.h"
#include "OutlineRegion.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// A path is rare if a call takes it this much less often than not.
static constexpr uint64_t LeastGain = 8;

static constexpr StringLiteral RarePathMark = "offstack-rare-path";

bool isRarePath(const Function &F) { return F.hasFnAttribute(RarePathMark); }

StringRef getWholeName(const Function &F) {
  return isRarePath(F) ? F.getFnAttribute(RarePathMark).getValueAsString()
                       : F.getName();
}

namespace {

/// A box with the region that holds it.
struct Candidate {
  const PlannedBox *Box;
  HeldRegion Region;
  size_t Order;
};

/// Chooses the region of one function.
class RarePathFinder {
public:
  RarePathFinder(Function &F, const TargetLibraryInfo &TLI, const BoxPlan &Plan)
      : F(F), TLI(TLI), Plan(Plan), DT(F), Counts(F, TLI, DT), Facts(F),
        HasLandingPads(
            any_of(F, [](const BasicBlock &BB) { return BB.isLandingPad(); })) {
  }

  SmallVector<Candidate, 2> find();

private:
  SmallVector<HeldRegion, 1> findRegions(const PlannedBox &Box);
  bool isRare(const Instruction &I);
  bool hasPromisedPointers();
  bool isWorthwhile(const PlannedBox &Box, const HeldRegion &Region) const;

  Function &F;
  const TargetLibraryInfo &TLI;
  const BoxPlan &Plan;
  const DominatorTree DT;
  BlockCounts Counts;
  const RegionFacts Facts;
  const bool HasLandingPads;
  /// Asked for by few functions.
  std::optional<bool> Promised;
};

} // namespace

/// Returns true if \p Box holds objects of known sizes for their own sake: what
/// only makes a frame too large would be in a smaller one, and stay there.
static bool isMovable(const PlannedBox &Box) {
  auto IsFixed = [](const PlannedBox &Object) {
    return Object.Bytes && Object.Alloca->isStaticAlloca() &&
           Object.Reason != BoxReason::Frame;
  };
  return Box.AllocationPoint && !Box.IsChain && IsFixed(Box) &&
         all_of(Box.Merged, IsFixed);
}

bool RarePathFinder::isRare(const Instruction &I) {
  return Counts.get(*I.getParent()) <=
         Counts.get(F.getEntryBlock()) / LeastGain;
}

/// Returns true if the common path has to pay for \p Box, which \p Region
/// holds.
bool RarePathFinder::isWorthwhile(const PlannedBox &Box,
                                  const HeldRegion &Region) const {
  if (!Box.DemandPoints.empty() || Region.goesOn())
    return true;
  return !HasLandingPads &&
         any_of(Plan.CallsToInvoke,
                [&](const CallInst *Call) { return Region.contains(*Call); });
}

/// Returns true if a read through a pointer that others have may stand outside
/// of the life of an object.
bool RarePathFinder::hasPromisedPointers() {
  if (!Promised)
    Promised = FunctionEffects(F, TLI).hasPromisedPointers();
  return *Promised;
}

/// Returns the rare regions that hold \p Box, of those that can become
/// functions.
SmallVector<HeldRegion, 1> RarePathFinder::findRegions(const PlannedBox &Box) {
  SmallVector<HeldRegion, 1> Regions;
  if (!Box.DemandPoints.empty()) {
    if (hasPromisedPointers())
      return Regions;
    Regions = HeldRegion::findLives(*Box.Alloca, DT, Facts);
    erase_if(Regions,
             [&](const HeldRegion &R) { return !isRare(R.getStart()); });
  } else if (isRare(*Box.AllocationPoint)) {
    if (auto Region =
            HeldRegion::find(*Box.AllocationPoint, Box.FreePoints, Facts))
      Regions.push_back(std::move(*Region));
  }
  return Regions;
}

/// Returns the regions that are worth a function, the largest first, of which
/// no two have parts of one block.
SmallVector<Candidate, 2> RarePathFinder::find() {
  SmallVector<Candidate, 2> All, Chosen;
  for (const PlannedBox &Box : Plan.Boxes)
    if (isMovable(Box))
      for (HeldRegion &Region : findRegions(Box))
        if (isWorthwhile(Box, Region))
          All.push_back({&Box, std::move(Region), All.size()});
  sort(All, [](const Candidate &A, const Candidate &B) {
    return std::make_pair(B.Region.size(), A.Order) <
           std::make_pair(A.Region.size(), B.Order);
  });
  SmallPtrSet<const BasicBlock *, 16> Taken;
  for (Candidate &C : All) {
    SmallVector<BasicBlock *, 8> Blocks = C.Region.getBlocks();
    if (any_of(Blocks, [&](BasicBlock *BB) { return Taken.contains(BB); }))
      continue;
    Taken.insert_range(Blocks);
    Chosen.push_back(std::move(C));
  }
  return Chosen;
}

/// Returns the objects of \p Box.
static SmallVector<AllocaInst *, 4> getObjects(const PlannedBox &Box) {
  SmallVector<AllocaInst *, 4> Objects = {Box.Alloca};
  for (const PlannedBox &Merged : Box.Merged)
    Objects.push_back(Merged.Alloca);
  return Objects;
}

using BlockSet = SmallPtrSet<const BasicBlock *, 8>;

/// Returns true if nothing outside of \p Blocks uses \p AI but lifetime
/// markers.
static bool isUsedWithin(const AllocaInst &AI, const BlockSet &Blocks) {
  return all_of(AI.users(), [&](const User *U) {
    const auto *I = cast<Instruction>(U);
    return I->isLifetimeStartOrEnd() || Blocks.contains(I->getParent());
  });
}

/// Returns the object that has the debug records of \p AI.
static AllocaInst &getWhole(AllocaInst &AI, const BoxPlan &Plan) {
  const AllocaInst *Whole = Plan.Wholes.lookup(&AI);
  return Whole ? *const_cast<AllocaInst *>(Whole) : AI;
}

/// Returns an object for the life of \p AI in \p Blocks: AI itself if it has no
/// other.
static AllocaInst *separateLife(AllocaInst &AI, const BlockSet &Blocks,
                                const BoxPlan &Plan) {
  if (isUsedWithin(AI, Blocks))
    return &AI;
  auto *Life = cast<AllocaInst>(AI.clone());
  Life->setName(AI.getName());
  Life->insertAfter(AI.getIterator());
  noteVariableName(*Life, findVariableName(AI));
  AI.replaceUsesWithIf(Life, [&](const Use &U) {
    return Blocks.contains(cast<Instruction>(U.getUser())->getParent());
  });
  copyDebugRecords(getWhole(AI, Plan), *Life);
  return Life;
}

/// The boxes that are taken before an instruction. Only looked up, never
/// iterated over.
using BoxesByPoint =
    DenseMap<const Instruction *, SmallVector<const PlannedBox *, 1>>;

/// Returns the boxes of \p Plan that can move with what holds another.
static BoxesByPoint findMovableBoxes(const BoxPlan &Plan) {
  BoxesByPoint Boxes;
  for (const PlannedBox &Box : Plan.Boxes)
    if (isMovable(Box) && Box.DemandPoints.empty())
      Boxes[Box.AllocationPoint].push_back(&Box);
  return Boxes;
}

/// Returns the objects of the boxes of \p Movable that no block but \p Blocks
/// holds. What is taken there leaves Movable: its place may not stay.
static SmallVector<AllocaInst *, 4> takeObjectsIn(ArrayRef<BasicBlock *> Blocks,
                                                  const BlockSet &Set,
                                                  BoxesByPoint &Movable) {
  SmallVector<AllocaInst *, 4> Objects;
  for (const BasicBlock *BB : Blocks)
    for (const Instruction &I : *BB) {
      auto Found = Movable.find(&I);
      if (Found == Movable.end())
        continue;
      for (const PlannedBox *Box : Found->second)
        if (isHeldWithin(*Box->AllocationPoint, Box->FreePoints, Set))
          for (AllocaInst *AI : getObjects(*Box))
            if (isUsedWithin(*AI, Set))
              Objects.push_back(AI);
      Movable.erase(Found);
    }
  return Objects;
}

/// Lets \p Plan know that \p AI leaves the function: one of the other parts of
/// an object stands for the whole, and all have its debug records.
static void separateFromParts(AllocaInst &AI, BoxPlan &Plan) {
  if (Plan.Wholes.empty())
    return;
  if (Plan.Wholes.contains(&AI)) {
    copyDebugRecords(getWhole(AI, Plan), AI);
    Plan.Wholes.erase(&AI);
    return;
  }
  AllocaInst *NewWhole = nullptr;
  for (const PlannedBox &Box : Plan.Boxes)
    for (AllocaInst *Part : getObjects(Box)) {
      auto Found = Plan.Wholes.find(Part);
      if (Found == Plan.Wholes.end() || Found->second != &AI)
        continue;
      if (NewWhole) {
        Found->second = NewWhole;
        continue;
      }
      NewWhole = Part;
      copyDebugRecords(AI, *Part);
      Plan.Wholes.erase(Found);
    }
}

/// Returns true if paths of \p F may leave it.
static bool mayLoseParts(const Function &F) {
  // Debug builds show the function as it was written; small code is not for
  // speed.
  return !F.hasOptNone() && !F.hasOptSize() && !isRarePath(F) &&
         hasLandingPadPersonality(F) &&
         !F.getAttributes().hasAttrSomewhere(Attribute::SwiftError) &&
         none_of(F.args(), [](const Argument &Arg) {
           return Arg.hasInAllocaAttr() || Arg.hasPreallocatedAttr();
         });
}

/// Makes a function of \p Chosen, which \p Plan has, with boxes of \p Movable.
/// Returns null if that is not possible.
static Function *outline(Candidate &Chosen, BoxesByPoint &Movable,
                         BoxPlan &Plan) {
  SmallVector<BasicBlock *, 8> Blocks = Chosen.Region.split();
  if (!canOutlineRegion(Blocks))
    return nullptr;
  BlockSet Set(llvm::from_range, Blocks);
  SmallVector<AllocaInst *, 4> Objects = takeObjectsIn(Blocks, Set, Movable);
  if (!Chosen.Box->DemandPoints.empty())
    Objects.push_back(separateLife(*Chosen.Box->Alloca, Set, Plan));
  if (Objects.empty())
    return nullptr;
  for (AllocaInst *AI : Objects)
    separateFromParts(*AI, Plan);
  return outlineRegion(Blocks, Objects);
}

SmallVector<Function *, 2>
outlineRarePaths(Function &F, const TargetLibraryInfo &TLI, BoxPlan &Plan) {
  SmallVector<Function *, 2> Paths;
  if (Plan.Boxes.empty() || !mayLoseParts(F))
    return Paths;
  BoxesByPoint Movable = findMovableBoxes(Plan);
  for (Candidate &Chosen : RarePathFinder(F, TLI, Plan).find())
    if (Function *Path = outline(Chosen, Movable, Plan)) {
      Path->addFnAttr(RarePathMark, F.getName());
      Paths.push_back(Path);
    }
  for (Function *Path : Paths)
    mergeAroundCall(*cast<CallBase>(Path->user_back()));
  return Paths;
}

} // namespace offstack
