//===- FunctionEffects.cpp - What a function does to its boxes ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Classifies single instructions.
//
//===----------------------------------------------------------------------===//

#include "FunctionEffects.h"
#include "BoxChain.h"
#include "Offstack/Analysis/Unwinding.h"
#include "Offstack/Registry/RuntimeNames.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/AliasAnalysis.h"
#include "llvm/Analysis/MemoryBuiltins.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

const Value *findFreedPointer(const CallBase &Call,
                              const TargetLibraryInfo &TLI) {
  if (const Value *Freed = getFreedOperand(&Call, &TLI))
    return Freed;
  if (isFreeChain(Call))
    return Call.getArgOperand(0);
  // Under -fno-builtin, or declared in the old way of C, the library function
  // is not known to optimisations, but a box is freed by it all the same.
  const auto *Callee = dyn_cast<Function>(Call.getCalledOperand());
  LibFunc Known;
  if (Callee && TLI.getLibFunc(Callee->getName(), Known) &&
      Known == LibFunc_free && Call.arg_size() == 1)
    return Call.getArgOperand(0);
  return nullptr;
}

bool leavesFunction(const Instruction &Terminator) {
  if (const auto *Switch = dyn_cast<CatchSwitchInst>(&Terminator))
    return !Switch->hasUnwindDest();
  return Terminator.getNumSuccessors() == 0 &&
         !isa<UnreachableInst>(Terminator);
}

/// Returns true if \p Pointer points into an object that is known, and so is
/// either another one than the box or a use of the box that is seen as such.
static bool isIdentified(const Value *Pointer) {
  const Value *Object = getUnderlyingObject(Pointer);
  const auto *I = dyn_cast<Instruction>(Object);
  return isIdentifiedObject(Object) || (I && isBox(*I));
}

/// Returns true if \p Call says that a box could not be taken, and ends the
/// program.
static bool isOutOfMemory(const CallBase &Call) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && Callee->hasFnAttribute(OutOfMemoryHelperMark);
}

/// Returns true if \p Call may read or write memory which it does not
/// identify.
static bool mayAccessAnything(const CallBase &Call) {
  if (const auto *Memory = dyn_cast<MemIntrinsic>(&Call)) {
    const auto *Transfer = dyn_cast<MemTransferInst>(&Call);
    return !isIdentified(Memory->getRawDest()) ||
           (Transfer && !isIdentified(Transfer->getRawSource()));
  }
  // A tail marker promises that the callee does not access the caller's
  // locals, one of which the box was.
  if (const auto *Plain = dyn_cast<CallInst>(&Call);
      Plain && Plain->isTailCall())
    return false;
  // The frame is gone when the interpreter goes on.
  if (Call.getIntrinsicID() == Intrinsic::experimental_deoptimize)
    return false;
  // It reads nothing but its arguments, and stops.
  if (isOutOfMemory(Call))
    return false;
  return !Call.doesNotAccessMemory() && !Call.onlyAccessesInaccessibleMemory();
}

/// Returns true if \p I may order what another thread or a signal handler does:
/// it may use a box up to here.
static bool maySynchronize(const Instruction &I) {
  return I.isAtomic() || I.isVolatile();
}

/// Returns true if \p I may read or write memory which it does not identify.
/// Reading and writing are the same here: both are wrong after a free.
static bool mayAccessAnything(const Instruction &I) {
  if (!I.mayReadOrWriteMemory() || I.isLifetimeStartOrEnd() ||
      I.isDebugOrPseudoInst())
    return false;
  if (const auto *Call = dyn_cast<CallBase>(&I))
    return mayAccessAnything(*Call);
  const Value *Pointer = getLoadStorePointerOperand(&I);
  if (const auto *Update = dyn_cast<AtomicRMWInst>(&I))
    Pointer = Update->getPointerOperand();
  if (const auto *Exchange = dyn_cast<AtomicCmpXchgInst>(&I))
    Pointer = Exchange->getPointerOperand();
  return !Pointer || !isIdentified(Pointer);
}

/// Returns true if the pointer that \p I loads may be read through anywhere.
static bool isPromised(const Instruction &I) {
  return I.getMetadata(LLVMContext::MD_dereferenceable) ||
         I.getMetadata(LLVMContext::MD_dereferenceable_or_null);
}

FunctionEffects::FunctionEffects(const Function &F,
                                 const TargetLibraryInfo &TLI)
    : MayUnwind(!F.doesNotThrow()) {
  for (const BasicBlock *BB : depth_first_ext(&F, Reachable))
    for (const Instruction &I : *BB)
      collect(I, TLI);
}

void FunctionEffects::collect(const Instruction &I,
                              const TargetLibraryInfo &TLI) {
  const auto *Call = dyn_cast<CallBase>(&I);
  if (Call && (isBox(*Call) || findFreedPointer(*Call, TLI)))
    return;
  if (Call && isOutOfMemory(*Call))
    Ending.insert(I.getParent());
  if (MayUnwind && isa<CallInst>(I) && mayThrow(*Call))
    Effects[I.getParent()].UnwindingCalls.push_back(&I);
  HasPromisedPointers |= isa<LoadInst>(I) && isPromised(I);
  bool IsAccess = mayAccessAnything(I);
  if (IsAccess)
    Effects[I.getParent()].UnidentifiedAccesses.push_back(&I);
  if (IsAccess || maySynchronize(I))
    Effects[I.getParent()].PossibleUses.push_back(&I);
}

const FunctionEffects::BlockEffects &
FunctionEffects::getEffects(const BasicBlock &BB) const {
  auto Found = Effects.find(&BB);
  return Found == Effects.end() ? Nothing : Found->second;
}

/// Returns true if clause \p Index of \p Pad takes every exception.
static bool takesAll(const LandingPadInst &Pad, unsigned Index) {
  const Constant *Clause = Pad.getClause(Index);
  if (Pad.isCatch(Index))
    return isa<ConstantPointerNull>(Clause);
  // A filter lists what may pass in the language's sense: with an empty list
  // nothing does, and all enters the landing pad.
  return cast<ArrayType>(Clause->getType())->getNumElements() == 0;
}

bool FunctionEffects::mayPassLandingPad(const Instruction &Terminator) const {
  const auto *Invoke = dyn_cast<InvokeInst>(&Terminator);
  if (!Invoke || !MayUnwind || !mayThrow(*Invoke))
    return false;
  // Other pads are entered always (cleanuppad) or have a terminator that says
  // where the exception goes on (catchswitch).
  const auto *Pad =
      dyn_cast<LandingPadInst>(Invoke->getUnwindDest()->getFirstNonPHIIt());
  if (!Pad || Pad->isCleanup())
    return false;
  return none_of(seq(Pad->getNumClauses()),
                 [Pad](unsigned Index) { return takesAll(*Pad, Index); });
}

} // namespace offstack
