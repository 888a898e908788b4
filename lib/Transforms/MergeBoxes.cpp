//===- MergeBoxes.cpp - Objects that share a box --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds boxes with one key.
//
//===----------------------------------------------------------------------===//

#include "MergeBoxes.h"
#include "BoxLayout.h"
#include "BoxSizes.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/PostDominators.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/Alignment.h"
#include <map>

using namespace llvm;

namespace offstack {

/// No object of this size or more is merged: sums stay far from the largest
/// number.
static constexpr uint64_t TooLargeBytes = uint64_t(1) << 40;

/// The block in which a box is taken, or the first that runs if and only if
/// that runs, and behind it those in which it is freed, sorted. Only compared:
/// the order of the blocks shows nowhere.
using Places = SmallVector<const BasicBlock *, 4>;

/// Where a box is freed in each block. Only looked up, never iterated over.
using FreesByBlock = SmallDenseMap<const BasicBlock *, FreePoint, 4>;

static FreesByBlock getFreesByBlock(const PlannedBox &Box) {
  FreesByBlock Frees;
  for (const FreePoint &Free : Box.FreePoints)
    Frees.try_emplace(Free.Before->getParent(), Free);
  return Frees;
}

/// Returns true if \p Box can be merged with others. Run-time tests and links
/// belong to one object, and so does an alignment that malloc does not give. A
/// block that frees it twice is rare.
static bool isMergeable(const PlannedBox &Box, Align MallocAlignment) {
  return Box.AllocationPoint && Box.DemandPoints.empty() && Box.Bytes &&
         *Box.Bytes < TooLargeBytes && !Box.IsChain &&
         Box.Alloca->isStaticAlloca() &&
         Box.Alloca->getAlign() <= MallocAlignment &&
         getFreesByBlock(Box).size() == Box.FreePoints.size();
}

namespace {

/// Finds the boxes of one function that go together.
class BoxMerger {
public:
  BoxMerger(Function &F, const DominatorTree &DT, const CycleInfo &Cycles)
      : DT(DT), Cycles(Cycles), PDT(F),
        MallocAlignment(getMallocAlignment(F.getDataLayout())) {}

  void merge(BoxPlan &Plan);

private:
  const BasicBlock *findFirstEquivalent(const BasicBlock *BB);
  Places getPlaces(const PlannedBox &Box);
  bool isTakenBefore(const PlannedBox &Box, const PlannedBox &Other) const;
  void extend(PlannedBox &Leader, const PlannedBox &Box) const;

  const DominatorTree &DT;
  const CycleInfo &Cycles;
  const PostDominatorTree PDT;
  const Align MallocAlignment;
  /// What findFirstEquivalent has found.
  DenseMap<const BasicBlock *, const BasicBlock *> Firsts;
};

} // namespace

/// Returns the first block that each call runs if and only if it runs \p BB,
/// which no cycle contains, as that does not. If BB follows a dominator on all
/// ways out, it does so for all dominators between the two.
const BasicBlock *BoxMerger::findFirstEquivalent(const BasicBlock *BB) {
  if (auto Found = Firsts.find(BB); Found != Firsts.end())
    return Found->second;
  const BasicBlock *First = BB;
  for (const auto *Node = DT.getNode(BB)->getIDom();
       Node && PDT.dominates(BB, Node->getBlock()); Node = Node->getIDom()) {
    if (Cycles.getCycle(Node->getBlock()))
      continue;
    First = Node->getBlock();
    if (auto Found = Firsts.find(First); Found != Firsts.end()) {
      First = Found->second;
      break;
    }
  }
  return Firsts[BB] = First;
}

Places BoxMerger::getPlaces(const PlannedBox &Box) {
  Places Result = {findFirstEquivalent(Box.AllocationPoint->getParent())};
  for (const FreePoint &Free : Box.FreePoints)
    Result.push_back(Free.Before->getParent());
  sort(drop_begin(Result));
  return Result;
}

bool BoxMerger::isTakenBefore(const PlannedBox &Box,
                              const PlannedBox &Other) const {
  return DT.dominates(Box.AllocationPoint, Other.AllocationPoint);
}

/// Returns true if \p First is freed in the block in which it and \p Second are
/// taken, before \p Second is: then the one can have the memory of the other.
static bool isFreedBefore(const PlannedBox &First, const PlannedBox &Second) {
  const Instruction &Taken = *Second.AllocationPoint;
  return any_of(First.FreePoints, [&](const FreePoint &Free) {
    return Free.Before->getParent() == Taken.getParent() &&
           (Free.Before == &Taken || Free.Before->comesBefore(&Taken));
  });
}

/// Makes \p Leader be taken before \p Box, and freed not before it.
void BoxMerger::extend(PlannedBox &Leader, const PlannedBox &Box) const {
  if (isTakenBefore(Box, Leader))
    Leader.AllocationPoint = Box.AllocationPoint;
  FreesByBlock Frees = getFreesByBlock(Box);
  for (FreePoint &Free : Leader.FreePoints) {
    const FreePoint &Other = Frees.find(Free.Before->getParent())->second;
    if (Free.Before->comesBefore(Other.Before))
      Free.Before = Other.Before;
    // Behind the end of its scope, nobody may use either.
    Free.IsScopeEnd |= Other.IsScopeEnd;
  }
}

/// The most objects of one box that a message names.
static constexpr size_t MostNamed = 4;

std::string describeObjects(const PlannedBox &Box) {
  std::string Text = "'" + findVariableName(*Box.Alloca) + "'";
  size_t Count = Box.Merged.size();
  size_t Named = Count < MostNamed ? Count : MostNamed - 1;
  for (const PlannedBox &Merged : ArrayRef(Box.Merged).take_front(Named))
    Text += ", '" + findVariableName(*Merged.Alloca) + "'";
  if (Named != Count)
    Text += " and " + std::to_string(Count - Named) + " others";
  return Text;
}

void BoxMerger::merge(BoxPlan &Plan) {
  std::map<Places, size_t> Leaders;
  SmallVector<PlannedBox, 4> Boxes;
  for (PlannedBox &Box : Plan.Boxes) {
    PlannedBox *Leader = nullptr;
    if (isMergeable(Box, MallocAlignment)) {
      auto [Found, IsNew] = Leaders.try_emplace(getPlaces(Box), Boxes.size());
      if (!IsNew)
        Leader = &Boxes[Found->second];
    }
    if (!Leader || isFreedBefore(*Leader, Box) || isFreedBefore(Box, *Leader)) {
      Boxes.push_back(std::move(Box));
      continue;
    }
    extend(*Leader, Box);
    Leader->Merged.push_back(std::move(Box));
  }
  Plan.Boxes = std::move(Boxes);
}

void mergeBoxes(BoxPlan &Plan, Function &F, const DominatorTree &DT,
                const CycleInfo &Cycles, bool MayShareBytes) {
  // Most functions with a box have one.
  if (Plan.Boxes.size() < 2)
    return;
  BoxMerger(F, DT, Cycles).merge(Plan);
  layOutBoxes(Plan, F, MayShareBytes);
}

} // namespace offstack
