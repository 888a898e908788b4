//===- BoxPlacement.cpp - Where boxes are taken ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Dominators and cycles.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxPlacement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// Returns the nearest dominator of \p BB that no cycle contains. There is one:
/// the entry block has no predecessors. Cycles, unlike loops, include the
/// irreducible ones.
BasicBlock *BoxPlacement::leaveCycles(BasicBlock *BB) {
  while (Cycles.getCycle(BB))
    BB = DT.getNode(BB)->getIDom()->getBlock();
  return BB;
}

BasicBlock *getUseBlock(const Use &U) {
  auto *I = cast<Instruction>(U.getUser());
  if (auto *Phi = dyn_cast<PHINode>(I))
    return Phi->getIncomingBlock(U);
  return I->getParent();
}

bool needsBox(const Use &U, const DominatorTree &DT) {
  return !cast<Instruction>(U.getUser())->isLifetimeStartOrEnd() &&
         DT.isReachableFromEntry(getUseBlock(U));
}

Instruction *findFirstUse(const AllocaInst &AI, BasicBlock &BB) {
  Instruction *First = BB.getTerminator();
  for (const User *U : AI.users()) {
    auto *I = const_cast<Instruction *>(cast<Instruction>(U));
    if (I->getParent() == &BB && !isa<PHINode>(I) &&
        !I->isLifetimeStartOrEnd() && I->comesBefore(First))
      First = I;
  }
  return First;
}

BasicBlock *BoxPlacement::findHome(ArrayRef<const Use *> Uses) {
  BasicBlock *Common = nullptr;
  for (const Use *U : Uses) {
    if (!needsBox(*U, DT))
      continue;
    BasicBlock *BB = getUseBlock(*U);
    Common = Common ? DT.findNearestCommonDominator(Common, BB) : BB;
  }
  return Common ? leaveCycles(Common) : nullptr;
}

Instruction *BoxPlacement::findAllocationPoint(const AllocaInst &AI) {
  BasicBlock *Home = findHome(
      to_vector(map_range(AI.uses(), [](const Use &U) { return &U; })));
  return Home ? findFirstUse(AI, *Home) : nullptr;
}

void eraseLifetimeMarkers(AllocaInst &AI) {
  for (User *U : make_early_inc_range(AI.users()))
    if (auto *I = cast<Instruction>(U); I->isLifetimeStartOrEnd())
      I->eraseFromParent();
}

} // namespace offstack
