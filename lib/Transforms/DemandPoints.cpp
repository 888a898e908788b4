//===- DemandPoints.cpp - Boxes that are taken when needed ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Starts from the blocks of the uses, and goes up as long as that is not more
// often.
//
//===----------------------------------------------------------------------===//

#include "DemandPoints.h"
#include "BlockCounts.h"
#include "Offstack/Transforms/BoxPlacement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace offstack {

/// A box that may be taken costs the common path a test at each way out, and a
/// register: it must be taken this much less often.
static constexpr uint64_t LeastGain = 8;

/// Each point is some forty bytes of code.
static constexpr size_t MostPoints = 32;

using Blocks = SmallSetVector<BasicBlock *, 8>;

/// Returns the blocks that use \p AI.
static Blocks findUseBlocks(const AllocaInst &AI, const DominatorTree &DT) {
  Blocks Result;
  for (const Use &U : AI.uses())
    if (needsBox(U, DT))
      Result.insert(getUseBlock(U));
  return Result;
}

/// Returns the highest block below \p Home that dominates \p BB and runs as
/// rarely: in front of loops, above branches.
static BasicBlock *climb(BasicBlock *BB, const BasicBlock &Home,
                         const DominatorTree &DT, BlockCounts &Counts) {
  while (true) {
    BasicBlock *Above = DT.getNode(BB)->getIDom()->getBlock();
    if (Above == &Home || Counts.get(*Above) > Counts.get(*BB))
      return BB;
    BB = Above;
  }
}

SmallVector<Instruction *, 0> findDemandPoints(AllocaInst &AI, BasicBlock &Home,
                                               const DominatorTree &DT,
                                               BlockCounts &Counts) {
  Blocks UseBlocks = findUseBlocks(AI, DT);
  if (UseBlocks.contains(&Home))
    return {};
  Blocks Highest;
  for (BasicBlock *BB : UseBlocks)
    Highest.insert(climb(BB, Home, DT, Counts));
  uint64_t Taken = 0;
  SmallVector<Instruction *, 0> Points;
  for (BasicBlock *BB : Highest) {
    if (any_of(Highest, [&](const BasicBlock *Other) {
          return DT.properlyDominates(Other, BB);
        }))
      continue;
    Taken = SaturatingAdd(Taken, Counts.get(*BB));
    Points.push_back(findFirstUse(AI, *BB));
    if (Points.size() > MostPoints || Taken > Counts.get(Home) / LeastGain)
      return {};
  }
  return Points;
}

} // namespace offstack
