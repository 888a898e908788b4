//===- Unwinding.cpp - Where exceptions leave -----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads nounwind, landing pad clauses, and the kinds of calls.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/Unwinding.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Intrinsics.h"

using namespace llvm;

namespace offstack {

bool mayThrow(const CallBase &Call) {
  if (const auto *Assembly = dyn_cast<InlineAsm>(Call.getCalledOperand()))
    return Assembly->canThrow();
  switch (Call.getIntrinsicID()) {
  case Intrinsic::not_intrinsic:
  case Intrinsic::experimental_gc_statepoint:
  case Intrinsic::experimental_patchpoint:
  case Intrinsic::experimental_patchpoint_void:
    return !Call.doesNotThrow();
  default:
    // Only those that stand for a call of user code unwind, whatever the
    // others are declared as; no others can be invoked.
    return false;
  }
}

/// Returns true if some exception unwinds past \p Pad without entering it.
static bool letsExceptionsPass(const LandingPadInst &Pad) {
  if (Pad.isCleanup())
    return false;
  for (unsigned I = 0, E = Pad.getNumClauses(); I != E; ++I) {
    const Constant *Clause = Pad.getClause(I);
    if (Pad.isCatch(I) && Clause->isNullValue())
      return false; // catch (...)
    if (Pad.isFilter(I) &&
        cast<ArrayType>(Clause->getType())->getNumElements() == 0)
      return false; // throw(): every exception is a violation.
  }
  return true;
}

/// Returns true if \p I has an edge to a funclet.
static bool entersFunclet(const Instruction &I) {
  const auto *Invoke = dyn_cast<InvokeInst>(&I);
  return Invoke && !Invoke->getUnwindDest()->isLandingPad();
}

/// Returns true if an exception may go on from \p I to the caller without a
/// landing pad of the function.
static bool maySkipLandingPads(const Instruction &I) {
  // Boxes are freed before a musttail call.
  if (const auto *Call = dyn_cast<CallInst>(&I))
    return !Call->isMustTailCall() && mayThrow(*Call);
  const auto *Invoke = dyn_cast<InvokeInst>(&I);
  return Invoke && Invoke->getUnwindDest()->isLandingPad() &&
         letsExceptionsPass(*Invoke->getLandingPadInst());
}

UnwindSites::UnwindSites(Function &F) {
  bool MayUnwind = !F.doesNotThrow();
  if (!MayUnwind && !F.hasPersonalityFn())
    return;
  for (Instruction &I : instructions(F))
    if (entersFunclet(I) || (MayUnwind && maySkipLandingPads(I)))
      Sites[I.getParent()].push_back(&I);
}

ArrayRef<Instruction *> UnwindSites::get(const BasicBlock &BB) const {
  auto Found = Sites.find(&BB);
  return Found == Sites.end() ? ArrayRef<Instruction *>() : Found->second;
}

} // namespace offstack
