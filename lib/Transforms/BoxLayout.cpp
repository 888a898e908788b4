//===- BoxLayout.cpp - Where objects are in a box -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM's StackLifetime tells which lifetimes overlap.
//
//===----------------------------------------------------------------------===//

#include "BoxLayout.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/StackLifetime.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace offstack {

/// The size of a cache line on most processors. Objects that begin at the same
/// place of a page push each other out of the cache: each is this much further
/// on.
static constexpr uint64_t StaggerBytes = 64;

namespace {

/// Bytes of a box that one object has at a time.
struct BoxPart {
  uint64_t Bytes;
  /// When one of its objects is alive.
  StackLifetime::LiveRange Alive;
  SmallVector<PlannedBox *, 2> Objects;
};

/// The parts of one box.
class BoxLayout {
public:
  explicit BoxLayout(const StackLifetime &Lifetimes) : Lifetimes(Lifetimes) {}

  void add(PlannedBox &Object, bool MayShare);
  bool setOffsets();

private:
  const StackLifetime &Lifetimes;
  SmallVector<BoxPart, 4> Parts;
};

} // namespace

/// Returns true if an instruction that has an address in \p AI may write to it
/// where it is not alive.
static bool isWrittenOutside(const AllocaInst &AI,
                             const StackLifetime &Lifetimes) {
  SmallPtrSet<const User *, 16> Seen;
  SmallVector<const Instruction *, 16> Worklist = {&AI};
  while (!Worklist.empty())
    for (const User *U : Worklist.pop_back_val()->users()) {
      const auto *I = cast<Instruction>(U);
      if (!Seen.insert(I).second || I->isLifetimeStartOrEnd() ||
          !Lifetimes.isReachable(I))
        continue;
      if (I->mayWriteToMemory() && !Lifetimes.isAliveAfter(&AI, I))
        return true;
      if (mayHoldAddress(*I))
        Worklist.push_back(I);
    }
  return false;
}

/// Returns a marker behind which \p AI is alive, or null.
static const Instruction *findStart(const AllocaInst &AI,
                                    const StackLifetime &Lifetimes) {
  for (const User *U : AI.users()) {
    const auto *I = cast<Instruction>(U);
    if (I->isLifetimeStartOrEnd() && Lifetimes.isReachable(I) &&
        Lifetimes.isAliveAfter(&AI, I))
      return I;
  }
  return nullptr;
}

/// Returns true if the last object of \p Part is alive behind \p Start, which
/// may be null. In a nest of scopes an object is compared with all around it,
/// and to compare whole lifetimes takes time that grows with the function.
static bool isAliveAfter(const BoxPart &Part, const Instruction *Start,
                         const StackLifetime &Lifetimes) {
  return Start && Lifetimes.isAliveAfter(Part.Objects.back()->Alloca, Start);
}

/// Gives \p Object the bytes of objects that are never alive with it, or new
/// ones.
void BoxLayout::add(PlannedBox &Object, bool MayShare) {
  bool IsAlone = !MayShare || isWrittenOutside(*Object.Alloca, Lifetimes);
  StackLifetime::LiveRange Alive = IsAlone
                                       ? Lifetimes.getFullLiveRange()
                                       : Lifetimes.getLiveRange(Object.Alloca);
  const Instruction *Start =
      IsAlone ? nullptr : findStart(*Object.Alloca, Lifetimes);
  auto *Free = find_if(Parts, [&](const BoxPart &Part) {
    return !IsAlone && !isAliveAfter(Part, Start, Lifetimes) &&
           !Part.Alive.overlaps(Alive);
  });
  if (Free == Parts.end()) {
    Parts.push_back({*Object.Bytes, Alive, {&Object}});
    return;
  }
  Free->Bytes = std::max(Free->Bytes, *Object.Bytes);
  Free->Alive.join(Alive);
  Free->Objects.push_back(&Object);
}

/// Returns true if objects share bytes.
bool BoxLayout::setOffsets() {
  uint64_t Offset = 0;
  for (const BoxPart &Part : Parts) {
    for (PlannedBox *Object : Part.Objects)
      Object->OffsetBytes = Offset;
    Offset = alignTo(Offset + Part.Bytes, StaggerBytes) + StaggerBytes;
  }
  return any_of(Parts,
                [](const BoxPart &Part) { return Part.Objects.size() > 1; });
}

/// Returns the objects of \p Plan that share a box with others.
static SmallVector<const AllocaInst *, 8> collectMerged(const BoxPlan &Plan) {
  SmallVector<const AllocaInst *, 8> Allocas;
  for (const PlannedBox &Box : Plan.Boxes) {
    if (Box.Merged.empty())
      continue;
    Allocas.push_back(Box.Alloca);
    for (const PlannedBox &Merged : Box.Merged)
      Allocas.push_back(Merged.Alloca);
  }
  return Allocas;
}

void layOutBoxes(BoxPlan &Plan, const Function &F, bool MayShare) {
  SmallVector<const AllocaInst *, 8> Allocas = collectMerged(Plan);
  if (Allocas.empty())
    return;
  StackLifetime Lifetimes(F, Allocas, StackLifetime::LivenessType::May);
  Lifetimes.run();
  for (PlannedBox &Box : Plan.Boxes) {
    if (Box.Merged.empty())
      continue;
    BoxLayout Layout(Lifetimes);
    Layout.add(Box, MayShare);
    for (PlannedBox &Merged : Box.Merged)
      Layout.add(Merged, MayShare);
    Plan.SharesBytes |= Layout.setOffsets();
  }
}

uint64_t getMergedBytes(const PlannedBox &Box) {
  uint64_t End = *Box.Bytes;
  for (const PlannedBox &Merged : Box.Merged)
    End = std::max(End, Merged.OffsetBytes + *Merged.Bytes);
  return End;
}

} // namespace offstack
