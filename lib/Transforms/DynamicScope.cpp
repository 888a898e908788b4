//===- DynamicScope.cpp - How long a run-time sized box is held -----------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Pairs restores with saves, and asks which of them an alloca lies between.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/DynamicScope.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

static bool isIntrinsic(const Value *V, Intrinsic::ID ID) {
  const auto *Call = dyn_cast<IntrinsicInst>(V);
  return Call && Call->getIntrinsicID() == ID;
}

/// Returns the one value that is ever stored in \p Variable, which is only
/// loaded from besides, or null.
static Value *findOnlyStored(AllocaInst &Variable) {
  Value *Stored = nullptr;
  for (User *U : Variable.users()) {
    if (isa<LoadInst>(U) || cast<Instruction>(U)->isLifetimeStartOrEnd())
      continue;
    auto *Store = dyn_cast<StoreInst>(U);
    if (!Store || Store->getPointerOperand() != &Variable || Stored)
      return nullptr;
    Stored = Store->getValueOperand();
  }
  return Stored;
}

/// Returns the stacksave that \p Restore goes back to, or null when that is not
/// plain to see. At -O0 clang keeps the value in a variable of its own.
static Instruction *findSave(const IntrinsicInst &Restore) {
  Value *Saved = Restore.getArgOperand(0);
  if (auto *Load = dyn_cast<LoadInst>(Saved))
    if (auto *Variable = dyn_cast<AllocaInst>(Load->getPointerOperand()))
      Saved = findOnlyStored(*Variable);
  if (!Saved || !isIntrinsic(Saved, Intrinsic::stacksave))
    return nullptr;
  return cast<Instruction>(Saved);
}

StackRestores::StackRestores(Function &F) {
  for (Instruction &I : instructions(F)) {
    if (!isIntrinsic(&I, Intrinsic::stackrestore))
      continue;
    if (Instruction *Save = findSave(cast<IntrinsicInst>(I)))
      Pairs.push_back({Save, &I});
    else if (!Unmatched)
      Unmatched = &I;
  }
}

/// Only looked up, never iterated over.
using InstructionSet = SmallPtrSet<const Instruction *, 4>;

/// Returns true if \p To can be reached from behind \p From without running one
/// of \p Barriers. Both may be the same instruction.
static bool reaches(const Instruction &From, const Instruction &To,
                    const InstructionSet &Barriers) {
  SmallPtrSet<const BasicBlock *, 16> Seen;
  SmallVector<const Instruction *, 16> Worklist{From.getNextNode()};
  while (!Worklist.empty()) {
    const Instruction *I = Worklist.pop_back_val();
    while (I && I != &To && !Barriers.contains(I)) {
      if (I->isTerminator())
        for (const BasicBlock *Successor : successors(I))
          if (Seen.insert(Successor).second)
            Worklist.push_back(&Successor->front());
      I = I->getNextNode();
    }
    if (I == &To)
      return true;
  }
  return false;
}

/// Returns the restores of those pairs whose save dominates \p AI.
static InstructionSet findReleases(const AllocaInst &AI,
                                   const StackRestores &Restores,
                                   const DominatorTree &DT) {
  InstructionSet Releases;
  for (const StackRestores::Pair &P : Restores.getPairs())
    if (DT.dominates(P.Save, &AI))
      Releases.insert(P.Restore);
  return Releases;
}

/// Returns true if it depends on the path whether the restore of \p P releases
/// \p AI, for which \p Releases stand.
static bool isUnclear(const StackRestores::Pair &P, const AllocaInst &AI,
                      const InstructionSet &Releases) {
  if (Releases.contains(P.Restore))
    // A static alloca is released with the frame, whatever is restored. The
    // others are not, if the stack pointer is saved again while they are there.
    return AI.isStaticAlloca() || reaches(AI, *P.Save, Releases);
  // On some path the save comes first, and the restore meets the object.
  InstructionSet Barriers = Releases;
  Barriers.insert(P.Save);
  return reaches(*P.Save, AI, {}) && reaches(AI, *P.Restore, Barriers);
}

DynamicScope computeDynamicScope(AllocaInst &AI, const StackRestores &Restores,
                                 const DominatorTree &DT) {
  DynamicScope Scope;
  if (Instruction *Unmatched = Restores.getUnmatched()) {
    Scope.Hit = {Hazard::UnmatchedStackRestore, Unmatched};
    return Scope;
  }
  InstructionSet Releases = findReleases(AI, Restores, DT);
  for (const StackRestores::Pair &P : Restores.getPairs())
    if (isUnclear(P, AI, Releases))
      Scope.Hit = {Hazard::UnmatchedStackRestore, P.Restore};
  if (Scope.Hit)
    return Scope;
  Scope.IsRepeated = reaches(AI, AI, Releases);
  for (BasicBlock &BB : *AI.getFunction()) {
    for (Instruction &I : BB)
      if (Releases.contains(&I))
        Scope.FreePoints.push_back({&I, /*IsScopeEnd=*/true});
    if (Instruction *Exit = findExitPoint(BB);
        Exit && reaches(AI, *Exit, Releases))
      Scope.FreePoints.push_back({Exit, /*IsScopeEnd=*/false});
  }
  return Scope;
}

} // namespace offstack
