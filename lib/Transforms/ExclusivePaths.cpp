//===- ExclusivePaths.cpp - Objects on paths of their own -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Floods forward from the uses of an object through the blocks from which
// another use can be reached. Uses that this does not connect are never reached
// in one call.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/ExclusivePaths.h"
#include "BlockCounts.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Analysis/SecondReturn.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/Personality.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// Parts are worth their code if they save at least this share of the boxes.
static constexpr uint64_t LeastGainShare = 8;

using BlockSet = SmallPtrSet<const BasicBlock *, 16>;
/// Uses of one object of which a call can reach several.
using UseGroup = SmallVector<Use *, 4>;

namespace {

/// Splits the objects of one function.
class PathSplitter {
public:
  PathSplitter(Function &F, const TargetLibraryInfo &TLI)
      : DT(F), Counts(F, TLI, DT) {
    Cycles.compute(F);
  }

  bool split(AllocaInst &AI, ObjectParts &Wholes);

private:
  BasicBlock *findHome(ArrayRef<Use *> Uses) const;
  SmallVector<UseGroup, 4> findGroups(AllocaInst &AI) const;
  bool isWorthwhile(ArrayRef<UseGroup> Groups);
  uint64_t getFrequency(ArrayRef<Use *> Uses);

  const DominatorTree DT;
  CycleInfo Cycles;
  BlockCounts Counts;
};

} // namespace

/// Returns \p Blocks and all from which one of them can be reached, up to \p
/// Home, which dominates them.
static BlockSet addPredecessors(ArrayRef<BasicBlock *> Blocks,
                                const BasicBlock &Home) {
  BlockSet Result(llvm::from_range, Blocks);
  SmallVector<BasicBlock *, 16> Worklist(Blocks);
  while (!Worklist.empty()) {
    BasicBlock *BB = Worklist.pop_back_val();
    if (BB == &Home)
      continue;
    for (BasicBlock *Predecessor : predecessors(BB))
      if (Result.insert(Predecessor).second)
        Worklist.push_back(Predecessor);
  }
  return Result;
}

/// Joins those of \p Blocks between which there is a way, and those from which
/// there are ways to a third. \p Home, which dominates them, is in no cycle: no
/// way leads back to it.
static EquivalenceClasses<const BasicBlock *>
connect(ArrayRef<BasicBlock *> Blocks, const BasicBlock &Home) {
  const BlockSet LeadsToUse = addPredecessors(Blocks, Home);
  EquivalenceClasses<const BasicBlock *> Connected;
  BlockSet Seen(llvm::from_range, Blocks);
  SmallVector<BasicBlock *, 16> Worklist(Blocks);
  for (const BasicBlock *BB : Blocks)
    Connected.insert(BB);
  while (!Worklist.empty()) {
    BasicBlock *BB = Worklist.pop_back_val();
    for (BasicBlock *Successor : successors(BB)) {
      if (!LeadsToUse.contains(Successor))
        continue;
      Connected.unionSets(BB, Successor);
      if (Seen.insert(Successor).second)
        Worklist.push_back(Successor);
    }
  }
  return Connected;
}

/// Returns the block that dominates \p Uses and is in no cycle.
BasicBlock *PathSplitter::findHome(ArrayRef<Use *> Uses) const {
  SmallVector<const Use *, 8> ToReach(Uses);
  return BoxPlacement(DT, Cycles).findHome(ToReach);
}

/// Returns the uses of \p AI in groups, but for those that are never reached.
SmallVector<UseGroup, 4> PathSplitter::findGroups(AllocaInst &AI) const {
  SmallVector<Use *, 16> Uses;
  SmallVector<BasicBlock *, 16> Blocks;
  for (Use &U : AI.uses()) {
    if (!needsBox(U, DT))
      continue;
    Uses.push_back(&U);
    Blocks.push_back(getUseBlock(U));
  }
  if (Uses.empty())
    return {};
  EquivalenceClasses<const BasicBlock *> Connected =
      connect(Blocks, *findHome(Uses));
  SmallVector<UseGroup, 4> Groups;
  DenseMap<const BasicBlock *, size_t> GroupOf;
  for (auto [U, BB] : zip_equal(Uses, Blocks)) {
    auto [Found, IsNew] =
        GroupOf.try_emplace(Connected.getLeaderValue(BB), Groups.size());
    if (IsNew)
      Groups.emplace_back();
    Groups[Found->second].push_back(U);
  }
  return Groups;
}

/// Returns how often a box for \p Uses is taken.
uint64_t PathSplitter::getFrequency(ArrayRef<Use *> Uses) {
  return Counts.get(*findHome(Uses));
}

bool PathSplitter::isWorthwhile(ArrayRef<UseGroup> Groups) {
  if (Groups.size() < 2)
    return false;
  uint64_t InParts = 0;
  UseGroup All;
  for (const UseGroup &Group : Groups) {
    InParts += getFrequency(Group);
    append_range(All, Group);
  }
  uint64_t AsWhole = getFrequency(All);
  return InParts < AsWhole - AsWhole / LeastGainShare;
}

/// Returns a copy of \p AI, with copies of its lifetime markers.
static AllocaInst *copyObject(AllocaInst &AI) {
  auto *Part = cast<AllocaInst>(AI.clone());
  Part->setName(AI.getName());
  Part->insertAfter(AI.getIterator());
  // The debugger looks the object up in the slot of the whole.
  noteVariableName(*Part, findVariableName(AI));
  for (User *U : to_vector(AI.users())) {
    auto *Marker = cast<Instruction>(U);
    if (!Marker->isLifetimeStartOrEnd())
      continue;
    Instruction *Copy = Marker->clone();
    Copy->replaceUsesOfWith(&AI, Part);
    Copy->insertAfter(Marker->getIterator());
  }
  return Part;
}

/// Gives each group of uses of \p AI but the first an object of its own.
bool PathSplitter::split(AllocaInst &AI, ObjectParts &Wholes) {
  SmallVector<UseGroup, 4> Groups = findGroups(AI);
  if (!isWorthwhile(Groups))
    return false;
  for (const UseGroup &Group : drop_begin(Groups)) {
    AllocaInst *Part = copyObject(AI);
    for (Use *U : Group)
      U->set(Part);
    Wholes[Part] = &AI;
  }
  return true;
}

/// Returns true if boxes of \p F can be taken where they are used first.
static bool isPlacedByUses(const Function &F) {
  // Debug builds have one address for an object; small code is not for speed.
  return !F.hasOptNone() && !F.hasOptSize() && hasLandingPadPersonality(F) &&
         !findSetjmp(F);
}

/// Calls \p Visit for each object of \p Plan that the entry of its function
/// could be spared.
static void forEachStatic(const BoxPlan &Plan,
                          function_ref<void(AllocaInst &)> Visit) {
  for (const PlannedBox &Box : Plan.Boxes) {
    if (!Box.AllocationPoint || !Box.Bytes || !Box.Alloca->isStaticAlloca())
      continue;
    Visit(*Box.Alloca);
    for (const PlannedBox &Merged : Box.Merged)
      Visit(*Merged.Alloca);
  }
}

bool separateExclusivePaths(Function &F, const TargetLibraryInfo &TLI,
                            BoxPlan &Plan) {
  if (Plan.Boxes.empty() || !isPlacedByUses(F))
    return false;
  PathSplitter Splitter(F, TLI);
  bool Changed = false;
  forEachStatic(Plan, [&](AllocaInst &AI) {
    Changed |= Splitter.split(AI, Plan.Wholes);
  });
  return Changed;
}

} // namespace offstack
