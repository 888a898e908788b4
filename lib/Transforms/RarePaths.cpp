//===- RarePaths.cpp - Functions of their own for rare paths --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the blocks in which a box is held (HeldRegion), decides whether they
// are worth a function, and has LLVM's CodeExtractor make one, into which the
// objects go.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/RarePaths.h"
#include "BlockCounts.h"
#include "FunctionEffects.h"
#include "HeldRegion.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/DebugRecords.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/TargetParser/Triple.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/CodeExtractor.h"

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
};

/// Chooses the region of one function.
class RarePathFinder {
public:
  RarePathFinder(Function &F, const TargetLibraryInfo &TLI, const BoxPlan &Plan)
      : F(F), TLI(TLI), Plan(Plan), DT(F), Counts(F, TLI, DT),
        HasLandingPads(
            any_of(F, [](const BasicBlock &BB) { return BB.isLandingPad(); })) {
  }

  std::optional<Candidate> find();

private:
  SmallVector<HeldRegion, 1> findRegions(const PlannedBox &Box);
  bool isRare(const Instruction &I);
  bool isWorthwhile(const PlannedBox &Box, const HeldRegion &Region) const;

  Function &F;
  const TargetLibraryInfo &TLI;
  const BoxPlan &Plan;
  const DominatorTree DT;
  BlockCounts Counts;
  const bool HasLandingPads;
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

/// Returns the regions that hold \p Box, of those that can become functions.
SmallVector<HeldRegion, 1> RarePathFinder::findRegions(const PlannedBox &Box) {
  if (Box.DemandPoints.empty()) {
    SmallVector<HeldRegion, 1> Regions;
    if (auto Region = HeldRegion::find(*Box.AllocationPoint, Box.FreePoints))
      Regions.push_back(std::move(*Region));
    return Regions;
  }
  // A read through a pointer that others have may stand outside of a life.
  if (FunctionEffects(F, TLI).hasPromisedPointers())
    return {};
  return HeldRegion::findLives(*Box.Alloca, DT);
}

/// Returns the largest region that is worth a function.
std::optional<Candidate> RarePathFinder::find() {
  std::optional<Candidate> Best;
  for (const PlannedBox &Box : Plan.Boxes) {
    if (!isMovable(Box))
      continue;
    for (HeldRegion &Region : findRegions(Box))
      if (isRare(Region.getStart()) && isWorthwhile(Box, Region) &&
          (!Best || Region.size() > Best->Region.size()))
        Best = {&Box, std::move(Region)};
  }
  return Best;
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

/// Returns an object for the life of \p AI in \p Blocks: AI itself if it has no
/// other.
static AllocaInst *separateLife(AllocaInst &AI, const BlockSet &Blocks) {
  if (isUsedWithin(AI, Blocks))
    return &AI;
  auto *Life = cast<AllocaInst>(AI.clone());
  Life->setName(AI.getName());
  Life->insertAfter(AI.getIterator());
  noteVariableName(*Life, findVariableName(AI));
  AI.replaceUsesWithIf(Life, [&](const Use &U) {
    return Blocks.contains(cast<Instruction>(U.getUser())->getParent());
  });
  copyDebugRecords(AI, *Life);
  return Life;
}

/// Returns the objects that go with \p Blocks, which hold \p Chosen: those of
/// it and of others of \p Plan that no other block needs.
static SmallVector<AllocaInst *, 4> collectObjects(const PlannedBox &Chosen,
                                                   const BlockSet &Blocks,
                                                   const BoxPlan &Plan) {
  if (!Chosen.DemandPoints.empty())
    return {separateLife(*Chosen.Alloca, Blocks)};
  SmallVector<AllocaInst *, 4> Objects = getObjects(Chosen);
  for (const PlannedBox &Box : Plan.Boxes)
    if (&Box != &Chosen && isMovable(Box) && Box.DemandPoints.empty() &&
        isHeldWithin(*Box.AllocationPoint, Box.FreePoints, Blocks))
      append_range(Objects, getObjects(Box));
  return Objects;
}

/// Lets \p Plan know that \p AI leaves the function: one of the other parts of
/// an object stands for the whole, and all have its debug records.
static void separateFromParts(AllocaInst &AI, BoxPlan &Plan) {
  if (const AllocaInst *Whole = Plan.Wholes.lookup(&AI)) {
    copyDebugRecords(*const_cast<AllocaInst *>(Whole), AI);
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

/// Moves \p AI to the start of \p Header, where a region begins that has all
/// its uses.
static void moveObject(AllocaInst &AI, BasicBlock &Header, BoxPlan &Plan) {
  separateFromParts(AI, Plan);
  eraseLifetimeMarkers(AI);
  AI.moveBefore(Header.getFirstInsertionPt());
  gatherDebugRecords(AI);
}

/// Lets what \p Call is passed of the frame for values that come out, its last
/// \p Count arguments, stay there.
static void keepResults(CallBase &Call, size_t Count) {
  for (Value *Result : drop_begin(Call.args(), Call.arg_size() - Count))
    markKept(*cast<AllocaInst>(Result));
}

/// Makes the block of \p Call one with those around it, where it can.
static void mergeBlocks(const CallBase &Call) {
  BasicBlock *BB = const_cast<BasicBlock *>(Call.getParent());
  SmallVector<BasicBlock *, 2> Blocks(successors(BB));
  Blocks.push_back(BB);
  for (BasicBlock *Merged : Blocks)
    MergeBlockIntoPredecessor(Merged);
}

/// Makes what \p Outlined, which was a part of \p F, has of F's attributes fit
/// it.
static void adaptAttributes(Function &Outlined, const Function &F) {
  for (Attribute::AttrKind Kind :
       {Attribute::AlwaysInline, Attribute::InlineHint, Attribute::Hot})
    Outlined.removeFnAttr(Kind);
  Outlined.addFnAttr(Attribute::NoInline);
  Outlined.addFnAttr(Attribute::Cold);
  Outlined.addFnAttr(RarePathMark, F.getName());
  Outlined.setSection(F.getSection());
  // What the linker drops of a function it drops of its parts.
  if (F.hasComdat() && F.getParent()->getTargetTriple().isOSBinFormatELF())
    Outlined.setComdat(const_cast<Comdat *>(F.getComdat()));
}

/// Returns true if values like \p V can be passed to and from a function.
static bool canBePassed(const Value *V) {
  Type *Ty = V->getType();
  return Ty->isFirstClassType() && !Ty->isTokenTy() && !Ty->isMetadataTy() &&
         !Ty->isTargetExtTy() && !Ty->isX86_AMXTy() && !V->isSwiftError();
}

/// Moves \p Blocks, the first of which is entered, with \p Objects into a new
/// function. Returns null if that is not possible.
static Function *extract(ArrayRef<BasicBlock *> Blocks,
                         ArrayRef<AllocaInst *> Objects, BoxPlan &Plan) {
  BasicBlock &Header = *Blocks.front();
  Function &F = *Header.getParent();
  CodeExtractor Extractor(Blocks, /*DT=*/nullptr, /*AggregateArgs=*/false,
                          /*BFI=*/nullptr, /*BPI=*/nullptr, /*AC=*/nullptr,
                          /*AllowVarArgs=*/false, /*AllowAlloca=*/true,
                          /*AllocationBlock=*/nullptr, "cold");
  SetVector<Value *> Inputs, Outputs, Sunk;
  Sunk.insert_range(Objects);
  Extractor.findInputsOutputs(Inputs, Outputs, Sunk);
  if (!Extractor.isEligible() || !all_of(Inputs, canBePassed) ||
      !all_of(Outputs, [](const Value *V) {
        return canBePassed(V) && !V->getType()->isScalableTy();
      }))
    return nullptr;
  for (AllocaInst *AI : Objects)
    moveObject(*AI, Header, Plan);
  Inputs.clear(), Outputs.clear();
  Function *Outlined = Extractor.extractCodeRegion(
      CodeExtractorAnalysisCache(F), Inputs, Outputs);
  assert(Outlined && "the region is eligible");
  for (AllocaInst *AI : Objects)
    AI->moveBefore(Outlined->getEntryBlock().begin());
  adaptAttributes(*Outlined, F);
  auto &Call = *cast<CallInst>(Outlined->user_back());
  if (F.hasFnAttribute(Attribute::StrictFP))
    Call.addFnAttr(Attribute::StrictFP);
  keepResults(Call, Outputs.size());
  mergeBlocks(Call);
  return Outlined;
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

Function *outlineRarePath(Function &F, const TargetLibraryInfo &TLI,
                          BoxPlan &Plan) {
  if (Plan.Boxes.empty() || !mayLoseParts(F))
    return nullptr;
  std::optional<Candidate> Chosen = RarePathFinder(F, TLI, Plan).find();
  if (!Chosen)
    return nullptr;
  SmallVector<BasicBlock *, 8> Blocks = Chosen->Region.split();
  BlockSet Set(llvm::from_range, Blocks);
  SmallVector<AllocaInst *, 4> Objects =
      collectObjects(*Chosen->Box, Set, Plan);
  if (!all_of(Objects,
              [&](const AllocaInst *AI) { return isUsedWithin(*AI, Set); }))
    return nullptr;
  return extract(Blocks, Objects, Plan);
}

} // namespace offstack
