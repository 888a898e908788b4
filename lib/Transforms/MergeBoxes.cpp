//===- MergeBoxes.cpp - Objects that share a box --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds boxes with one key, and gives each object its place.
//
//===----------------------------------------------------------------------===//

#include "MergeBoxes.h"
#include "BoxSizes.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/Alignment.h"
#include "llvm/Support/MathExtras.h"
#include <map>

using namespace llvm;

namespace offstack {

/// The size of a cache line on most processors. Objects that begin at the same
/// place of a page push each other out of the cache: each is this much further
/// on.
static constexpr uint64_t StaggerBytes = 64;

/// No object of this size or more is merged: sums stay far from the largest
/// number.
static constexpr uint64_t TooLargeBytes = uint64_t(1) << 40;

/// The block in which a box is taken, and behind it those in which it is freed,
/// sorted. Only compared: the order of the blocks shows nowhere.
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
  return Box.AllocationPoint && Box.Bytes && *Box.Bytes < TooLargeBytes &&
         !Box.IsChain && Box.Alloca->isStaticAlloca() &&
         Box.Alloca->getAlign() <= MallocAlignment &&
         getFreesByBlock(Box).size() == Box.FreePoints.size();
}

static Places getPlaces(const PlannedBox &Box) {
  Places Result = {Box.AllocationPoint->getParent()};
  for (const FreePoint &Free : Box.FreePoints)
    Result.push_back(Free.Before->getParent());
  sort(drop_begin(Result));
  return Result;
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
static void extend(PlannedBox &Leader, const PlannedBox &Box) {
  if (Box.AllocationPoint->comesBefore(Leader.AllocationPoint))
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

/// Returns the end of the object of \p Box in its allocation.
static uint64_t getEnd(const PlannedBox &Box) {
  return Box.OffsetBytes + *Box.Bytes;
}

/// Adds \p Box to \p Leader, behind what is there.
static void append(PlannedBox &Leader, PlannedBox Box) {
  uint64_t End = getMergedBytes(Leader);
  Box.OffsetBytes = alignTo(End, StaggerBytes) + StaggerBytes;
  Leader.Merged.push_back(std::move(Box));
}

uint64_t getMergedBytes(const PlannedBox &Box) {
  return getEnd(Box.Merged.empty() ? Box : Box.Merged.back());
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

void mergeBoxes(BoxPlan &Plan, const DataLayout &DL) {
  Align MallocAlignment = getMallocAlignment(DL);
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
    append(*Leader, std::move(Box));
  }
  Plan.Boxes = std::move(Boxes);
}

} // namespace offstack
