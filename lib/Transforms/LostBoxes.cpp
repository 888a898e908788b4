//===- LostBoxes.cpp - Boxes that a jump may lose -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares where boxes are held with where frames are left.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/LostBoxes.h"
#include "Offstack/Analysis/SecondReturn.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// The calls of each block that may leave the frame, in the block's order. Only
/// looked up, never iterated over.
using SkipSites = DenseMap<const BasicBlock *, SmallVector<CallBase *, 2>>;

static SkipSites findSites(Function &F, const FrameSkippers &Skippers) {
  SkipSites Sites;
  // A jump below this frame ends in it, as FrameSkippers takes it to.
  bool CatchesJumps = findSetjmp(F);
  for (Instruction &I : instructions(F))
    if (auto *Call = dyn_cast<CallBase>(&I))
      if (std::optional<FrameSkip> Skip = Skippers.find(*Call);
          Skip && !(CatchesJumps && Skip->Kind == SkipKind::Jump))
        Sites[Call->getParent()].push_back(Call);
  return Sites;
}

/// Returns true if \p Site says more than \p Found, the one found before: a
/// call that never returns is sure to leave the frame.
static bool isBetterSite(const CallBase &Site, const CallBase *Found) {
  return !Found || (Site.doesNotReturn() && !Found->doesNotReturn());
}

/// Returns the best of \p Sites at which \p Box is held, or null.
static CallBase *findSite(const PlannedBox &Box, const SkipSites &Sites) {
  CallBase *Found = nullptr;
  forEachHeld(*Box.AllocationPoint, Box.FreePoints,
              [&](BasicBlock &BB, Instruction *First, Instruction *End) {
                auto InBlock = Sites.find(&BB);
                if (InBlock == Sites.end())
                  return;
                for (CallBase *Site : InBlock->second)
                  if (!Site->comesBefore(First) &&
                      (!End || Site->comesBefore(End)) &&
                      isBetterSite(*Site, Found))
                    Found = Site;
              });
  return Found;
}

SmallVector<LostBox, 2> findLostBoxes(const BoxPlan &Plan,
                                      const FrameSkippers &Skippers) {
  SmallVector<LostBox, 2> Lost;
  if (Plan.Boxes.empty() || Skippers.empty())
    return Lost;
  SkipSites Sites =
      findSites(*Plan.Boxes.front().Alloca->getFunction(), Skippers);
  if (Sites.empty())
    return Lost;
  for (const PlannedBox &Box : Plan.Boxes) {
    const CallBase *Call = Box.AllocationPoint ? findSite(Box, Sites) : nullptr;
    if (!Call)
      continue;
    Lost.push_back({&Box, Call, *Skippers.find(*Call)});
    for (const PlannedBox &Merged : Box.Merged)
      Lost.push_back({&Merged, Call, *Skippers.find(*Call)});
  }
  return Lost;
}

} // namespace offstack
