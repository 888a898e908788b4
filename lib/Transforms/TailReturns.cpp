//===- TailReturns.cpp - Returns of their own for tail calls --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at the predecessors of each block that does nothing but return.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/TailReturns.h"
#include "Offstack/Transforms/BoxScope.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"

using namespace llvm;

namespace offstack {

/// Returns the return of \p BB if it is all that the block does, or null.
static ReturnInst *findOnlyReturn(BasicBlock &BB) {
  auto *Return = dyn_cast<ReturnInst>(BB.getTerminator());
  if (!Return || BB.isEntryBlock())
    return nullptr;
  for (const Instruction &I : BB)
    if (!isa<PHINode, PseudoProbeInst, AssumeInst>(I) &&
        !I.isLifetimeStartOrEnd() && &I != Return)
      return nullptr;
  return Return;
}

/// Returns true if \p Branch, which leads to \p Return, stands behind a call
/// that the return would turn into a jump.
static bool followsTailCall(BranchInst &Branch, const ReturnInst &Return) {
  const Value *Returned = Return.getReturnValue();
  if (const auto *Phi = dyn_cast_or_null<PHINode>(Returned);
      Phi && Phi->getParent() == Return.getParent())
    Returned = Phi->getIncomingValueForBlock(Branch.getParent());
  return findTailCall(Branch, Returned);
}

/// Copies the return of \p BB to the predecessors that end in a tail call.
static bool copyReturn(BasicBlock &BB) {
  ReturnInst *Return = findOnlyReturn(BB);
  if (!Return)
    return false;
  bool Changed = false;
  for (BasicBlock *Predecessor : to_vector(predecessors(&BB))) {
    auto *Branch = dyn_cast<BranchInst>(Predecessor->getTerminator());
    if (!Branch || !Branch->isUnconditional() ||
        !followsTailCall(*Branch, *Return))
      continue;
    FoldReturnIntoUncondBranch(Return, &BB, Predecessor);
    Changed = true;
  }
  return Changed;
}

bool separateTailReturns(Function &F) {
  bool Changed = false;
  for (BasicBlock &BB : F)
    Changed |= copyReturn(BB);
  return Changed;
}

} // namespace offstack
