//===- HeldRegion.cpp - The code that holds a box -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Floods from the start to the ends, and looks at what it meets.
//
//===----------------------------------------------------------------------===//

#include "HeldRegion.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;

namespace offstack {

/// Returns true if nothing stands before \p End that does something: the box is
/// freed where a block starts, on a way that does not need it any more.
static bool isAtBlockStart(const Instruction &End) {
  return all_of(make_range(End.getParent()->begin(), End.getIterator()),
                [](const Instruction &I) {
                  return isa<PHINode>(I) || I.isLifetimeStartOrEnd();
                });
}

/// Calls \p Visit as forEachHeld does, but for blocks that hold nothing.
static void forEachPart(
    Instruction &Start, ArrayRef<FreePoint> Ends,
    function_ref<void(BasicBlock &, Instruction *, Instruction *)> Visit) {
  forEachHeld(Start, Ends,
              [&](BasicBlock &BB, Instruction *First, Instruction *End) {
                if (End && First != &Start && isAtBlockStart(*End))
                  return;
                Visit(BB, First, End);
              });
}

void HeldRegion::collect(ArrayRef<FreePoint> Ends) {
  forEachPart(*Start, Ends,
              [&](BasicBlock &BB, Instruction *First, Instruction *End) {
                // What goes on unwinding need not come back for that.
                if (isa_and_nonnull<ResumeInst>(End))
                  End = nullptr;
                if (!Parts.insert({&BB, End}).second)
                  IsCycle = true;
              });
}

/// Returns true if no block of the region but that of the start is entered from
/// elsewhere.
bool HeldRegion::isEnteredAtStart() const {
  if (IsCycle)
    return false;
  for (const auto &Part : Parts) {
    BasicBlock *BB = Part.first;
    if (BB == Start->getParent())
      continue;
    for (const BasicBlock *Predecessor : predecessors(BB)) {
      const auto *Found = Parts.find(const_cast<BasicBlock *>(Predecessor));
      if (Found == Parts.end() || Found->second)
        return false;
    }
  }
  return true;
}

/// Returns true if \p I does the same in another function.
static bool isFreeOfFrame(const Instruction &I) {
  if (isa<AllocaInst, CallBrInst, IndirectBrInst, FuncletPadInst,
          CatchSwitchInst>(I))
    return false;
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return true;
  if (Call->isMustTailCall() || Call->isConvergent())
    return false;
  switch (Call->getIntrinsicID()) {
  case Intrinsic::addressofreturnaddress:
  case Intrinsic::eh_typeid_for:
  case Intrinsic::experimental_deoptimize:
  case Intrinsic::experimental_guard:
  case Intrinsic::frameaddress:
  case Intrinsic::localescape:
  case Intrinsic::localrecover:
  case Intrinsic::returnaddress:
  case Intrinsic::sponentry:
  case Intrinsic::stackrestore:
  case Intrinsic::stacksave:
  case Intrinsic::vacopy:
  case Intrinsic::vaend:
  case Intrinsic::vastart:
    return false;
  default:
    return true;
  }
}

bool HeldRegion::isFreeOfFrame() const {
  for (auto [BB, End] : Parts) {
    auto First = BB == Start->getParent() ? Start->getIterator() : BB->begin();
    auto Last = End ? End->getIterator() : BB->end();
    if (BB->hasAddressTaken() ||
        !all_of(make_range(First, Last), offstack::isFreeOfFrame))
      return false;
  }
  return true;
}

/// Returns \p Blocks and all that can be reached from them by edges for which
/// \p GetNext says where to.
template <typename NextT>
static SmallSetVector<BasicBlock *, 8>
flood(SmallSetVector<BasicBlock *, 8> Blocks, NextT GetNext) {
  for (unsigned Index = 0; Index != Blocks.size(); ++Index)
    Blocks.insert_range(GetNext(Blocks[Index]));
  return Blocks;
}

/// Returns the blocks of the region that an exception which arrives in it leads
/// to, and those behind it.
SmallSetVector<BasicBlock *, 8> HeldRegion::findUnwinding() const {
  SmallSetVector<BasicBlock *, 8> Pads;
  for (BasicBlock *BB : make_first_range(Parts))
    if (BB->isEHPad() && BB != Start->getParent())
      Pads.insert(BB);
  return flood(std::move(Pads), [&](BasicBlock *BB) {
    const auto *Found = Parts.find(BB);
    return Found != Parts.end() && !Found->second ? to_vector(successors(BB))
                                                  : SmallVector<BasicBlock *>();
  });
}

RegionFacts::RegionFacts(Function &F) {
  SmallSetVector<BasicBlock *, 8> Pads;
  for (BasicBlock &BB : F) {
    if (isa<ResumeInst>(BB.getTerminator()))
      Resuming.push_back(&BB);
    if (BB.isEHPad())
      Pads.insert(&BB);
    if (Instruction *Exit = findExitPoint(BB))
      Exits.push_back({Exit, /*IsScopeEnd=*/false});
  }
  Exceptional.insert_range(
      flood(std::move(Pads), [](BasicBlock *BB) { return successors(BB); }));
}

/// Returns true if an exception that arrives in the region is not passed on
/// outside of it, nor one that arrives outside in it. Code generation takes a
/// `resume` that it can reach from no cleanup pad of the function for
/// unreachable.
bool HeldRegion::unwindsWithin(const RegionFacts &Facts) const {
  auto IsHere = [&](const BasicBlock *BB) {
    return contains(*BB->getTerminator());
  };
  if (!all_of(Facts.getResuming(), IsHere) && !all_of(findUnwinding(), IsHere))
    return false;
  return !any_of(Facts.getResuming(), IsHere) ||
         !Facts.isExceptional(*Start->getParent());
}

std::optional<HeldRegion> HeldRegion::find(Instruction &Start,
                                           ArrayRef<FreePoint> Ends,
                                           const RegionFacts &Facts) {
  HeldRegion Region(Start);
  if (Start.getParent()->isEntryBlock())
    return std::nullopt;
  Region.collect(Ends);
  if (!Region.isEnteredAtStart() || !Region.isFreeOfFrame() ||
      !Region.unwindsWithin(Facts))
    return std::nullopt;
  return Region;
}

/// Returns the instructions that start a life of \p AI.
static SmallVector<Instruction *, 2> findBirths(const AllocaInst &AI) {
  SmallVector<Instruction *, 2> Births;
  for (const User *U : AI.users())
    if (const auto *Marker = dyn_cast<LifetimeIntrinsic>(U);
        Marker && Marker->getIntrinsicID() == Intrinsic::lifetime_start)
      Births.push_back(const_cast<LifetimeIntrinsic *>(Marker));
  return Births;
}

/// Returns the places where a life of \p AI ends.
static SmallVector<FreePoint, 4> findDeaths(const AllocaInst &AI,
                                            const RegionFacts &Facts) {
  SmallVector<FreePoint, 4> Deaths(Facts.getExits());
  for (const User *U : AI.users())
    if (const auto *Marker = dyn_cast<LifetimeIntrinsic>(U);
        Marker && Marker->getIntrinsicID() == Intrinsic::lifetime_end)
      Deaths.push_back(
          {const_cast<LifetimeIntrinsic *>(Marker), /*IsScopeEnd=*/true});
  return Deaths;
}

SmallVector<HeldRegion, 1> HeldRegion::findLives(AllocaInst &AI,
                                                 const DominatorTree &DT,
                                                 const RegionFacts &Facts) {
  SmallVector<HeldRegion, 1> Lives;
  SmallVector<FreePoint, 4> Deaths = findDeaths(AI, Facts);
  for (Instruction *Birth : findBirths(AI)) {
    if (!DT.isReachableFromEntry(Birth->getParent()))
      continue;
    std::optional<HeldRegion> Region = find(*Birth, Deaths, Facts);
    if (Region && Region->separatesUses(AI))
      Lives.push_back(std::move(*Region));
  }
  return Lives;
}

/// Returns true if no address in \p AI is computed in the region and used
/// outside of it, or the other way round. A load may stand outside of the life.
bool HeldRegion::separatesUses(const AllocaInst &AI) const {
  SmallSetVector<const Instruction *, 16> Addresses;
  Addresses.insert(&AI);
  for (unsigned Index = 0; Index != Addresses.size(); ++Index)
    for (const User *U : Addresses[Index]->users()) {
      const auto *I = cast<Instruction>(U);
      if (I->isLifetimeStartOrEnd())
        continue;
      if (Index != 0 && contains(*I) != contains(*Addresses[Index]))
        return false;
      if (mayHoldAddress(*I))
        Addresses.insert(I);
    }
  return true;
}

bool HeldRegion::contains(const Instruction &I) const {
  const auto *Found = Parts.find(const_cast<BasicBlock *>(I.getParent()));
  if (Found == Parts.end())
    return false;
  if (I.getParent() == Start->getParent() && I.comesBefore(Start))
    return false;
  return !Found->second || I.comesBefore(Found->second);
}

/// Returns true if \p BB leads to others.
static bool leadsOn(const BasicBlock &BB) {
  return BB.getTerminator()->getNumSuccessors() != 0;
}

bool HeldRegion::goesOn() const {
  return any_of(Parts, [&](const auto &Part) {
    const BasicBlock *BB = Part.first;
    if (Part.second)
      return leadsOn(*BB);
    return any_of(successors(BB), [&](const BasicBlock *Next) {
      return !Parts.contains(const_cast<BasicBlock *>(Next)) && leadsOn(*Next);
    });
  });
}

SmallVector<BasicBlock *, 8> HeldRegion::split() {
  SmallVector<BasicBlock *, 8> Blocks;
  for (auto [BB, End] : Parts) {
    BasicBlock *Own =
        BB == Start->getParent() ? SplitBlock(BB, Start->getIterator()) : BB;
    if (End)
      SplitBlock(Own, End->getIterator());
    Blocks.push_back(Own);
  }
  return Blocks;
}

bool isHeldWithin(Instruction &Start, ArrayRef<FreePoint> Ends,
                  const SmallPtrSet<const BasicBlock *, 8> &Blocks) {
  bool IsWithin = true;
  forEachPart(Start, Ends, [&](BasicBlock &BB, Instruction *, Instruction *) {
    IsWithin &= Blocks.contains(&BB);
  });
  return IsWithin;
}

} // namespace offstack
