//===- BoxUses.cpp - What touches one box ---------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks use lists, one handle after the other, so that each list of live
// handles comes out sorted.
//
//===----------------------------------------------------------------------===//

#include "BoxUses.h"
#include "FunctionEffects.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/CaptureTracking.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include <tuple>

using namespace llvm;

namespace offstack {

BoxUses::BoxUses(const CallInst &Allocation, const TargetLibraryInfo &TLI)
    : TLI(TLI) {
  addHandle(Allocation);
  // Following one handle may add others behind it.
  for (unsigned Handle = 0; Handle != Handles.size(); ++Handle)
    followHandle(Handle);
  for (auto &[BB, Facts] : Blocks)
    sort(Facts.Uses, [](const BoxUse &A, const BoxUse &B) {
      if (A.I != B.I)
        return A.I->comesBefore(B.I);
      return std::tie(A.Kind, A.Handle) < std::tie(B.Kind, B.Handle);
    });
}

std::optional<unsigned> BoxUses::findHandle(const Value *V) const {
  auto Found = HandleNumbers.find(V);
  if (Found == HandleNumbers.end())
    return std::nullopt;
  return Found->second;
}

const BoxUses::Block &BoxUses::getBlock(const BasicBlock &BB) const {
  auto Found = Blocks.find(&BB);
  return Found == Blocks.end() ? Nothing : Found->second;
}

void BoxUses::addHandle(const Instruction &I) {
  unsigned Number = Handles.size();
  if (!HandleNumbers.try_emplace(&I, Number).second)
    return;
  Handles.push_back(&I);
  if (isa<PHINode>(I))
    Blocks[I.getParent()].Phis.push_back(Number);
  else
    addUse(isa<SelectInst>(I) ? BoxUse::Choose : BoxUse::Allocate, I, Number);
}

void BoxUses::addUse(BoxUse::UseKind Kind, const Instruction &I,
                     unsigned Handle) {
  Blocks[I.getParent()].Uses.push_back({Kind, &I, Handle});
}

/// Records that \p Handle is needed at the end of \p BB or within it.
void BoxUses::markLive(const BasicBlock &BB, unsigned Handle) {
  const BasicBlock *Definition = Handles[Handle]->getParent();
  SmallVector<const BasicBlock *, 8> Worklist = {&BB};
  while (!Worklist.empty()) {
    const BasicBlock *Current = Worklist.pop_back_val();
    if (Current == Definition)
      continue;
    SmallVectorImpl<unsigned> &LiveIn = Blocks[Current].LiveIn;
    // Handles come one after the other: if it is there, it is the last.
    if (!LiveIn.empty() && LiveIn.back() == Handle)
      continue;
    LiveIn.push_back(Handle);
    append_range(Worklist, predecessors(Current));
  }
}

/// Returns true if the user of \p U computes an address, or a number that
/// stands for one, from the value used and nothing else of a box.
static bool isDerivation(const Use &U) {
  const auto *I = cast<Instruction>(U.getUser());
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(I))
    switch (Intrinsic->getIntrinsicID()) {
    case Intrinsic::ptrmask:
    case Intrinsic::launder_invariant_group:
    case Intrinsic::strip_invariant_group:
      return U.getOperandNo() == 0;
    default:
      return false;
    }
  switch (I->getOpcode()) {
  case Instruction::GetElementPtr:
    return U.getOperandNo() == 0;
  case Instruction::AddrSpaceCast:
  case Instruction::BitCast:
  case Instruction::Freeze:
  case Instruction::IntToPtr:
  case Instruction::PtrToAddr:
  case Instruction::PtrToInt:
    return true;
  case Instruction::Add:
  case Instruction::Sub:
  case Instruction::And:
  case Instruction::Or:
  case Instruction::Xor:
    return true;
  default:
    return false;
  }
}

/// Returns true if \p I neither needs the box alive nor lets its address out.
static bool isIgnorable(const Instruction &I, const Use &U) {
  // Its slot holds the address for debuggers, which look while the box lives.
  if (const auto *Store = dyn_cast<StoreInst>(&I))
    if (const auto *Slot = dyn_cast<AllocaInst>(Store->getPointerOperand()))
      return U.get() == Store->getValueOperand() && isSlot(*Slot);
  // An address that is returned dangles as the stack's did before.
  return isa<ReturnInst, AssumeInst>(I) || I.isLifetimeStartOrEnd() ||
         I.isDebugOrPseudoInst();
}

void BoxUses::followHandle(unsigned Handle) {
  SmallVector<const Value *, 8> Worklist = {Handles[Handle]};
  SmallPtrSet<const Value *, 8> Followed = {Handles[Handle]};
  while (!Worklist.empty()) {
    const Value *V = Worklist.pop_back_val();
    for (const Use &U : V->uses())
      if (followUse(U, Handle) && Followed.insert(U.getUser()).second)
        Worklist.push_back(U.getUser());
  }
}

/// Records the use \p U of a value computed from \p Handle. Returns true if
/// the user is to be followed as well.
bool BoxUses::followUse(const Use &U, unsigned Handle) {
  const auto &I = *cast<Instruction>(U.getUser());
  if (isDerivation(U)) {
    Sources.try_emplace(&I, U.get());
    return true;
  }
  if (isa<ICmpInst>(I)) {
    followComparison(I, Handle);
    return false;
  }
  if (isIgnorable(I, U))
    return false;
  if (const auto *Phi = dyn_cast<PHINode>(&I);
      Phi && I.getType()->isPointerTy()) {
    addHandle(I);
    markLive(*Phi->getIncomingBlock(U), Handle);
    return false;
  }
  if (isa<SelectInst>(I) && I.getType()->isPointerTy()) {
    addHandle(I);
    markLive(*I.getParent(), Handle);
    return false;
  }
  if (followLink(I, U, Handle))
    return false;
  const auto *Call = dyn_cast<CallBase>(&I);
  if (Call && findFreedPointer(*Call, TLI) == U.get()) {
    addUse(BoxUse::Free, I, Handle);
    markLive(*I.getParent(), Handle);
    return false;
  }
  addTouch(U, Handle);
  return false;
}

/// Records the use \p U in \p I if that links a box of a chain to the one
/// before it. This is no way for the address to get out. Returns true if it
/// does.
bool BoxUses::followLink(const Instruction &I, const Use &U, unsigned Handle) {
  const auto *Store = dyn_cast<StoreInst>(&I);
  if (!Store || Store->getPointerOperand() != Handles[AllocationHandle] ||
      !isChained(*Handles[AllocationHandle]))
    return false;
  if (U.getOperandNo() == StoreInst::getPointerOperandIndex())
    addUse(BoxUse::Link, I, Handle);
  markLive(*I.getParent(), Handle);
  return true;
}

/// A comparison only looks at the address, but those that branch on it learn
/// what the handle holds.
void BoxUses::followComparison(const Instruction &Compare, unsigned Handle) {
  for (const User *Consumer : Compare.users())
    if (isa<BranchInst, SelectInst>(Consumer))
      markLive(*cast<Instruction>(Consumer)->getParent(), Handle);
}

void BoxUses::addTouch(const Use &U, unsigned Handle) {
  const auto &I = *cast<Instruction>(U.getUser());
  // A number touches nothing, but may become an address out of sight.
  if (!U->getType()->isPtrOrPtrVectorTy()) {
    Captured = true;
    return;
  }
  addUse(BoxUse::Touch, I, Handle);
  markLive(*I.getParent(), Handle);
  CaptureComponents Captures = DetermineUseCaptureKind(U, U.get());
  Captured |= capturesAnything(Captures);
}

} // namespace offstack
