//===- BoxPlacement.cpp - Where boxes are taken and freed -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Dominators, cycles and reachability.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxPlacement.h"
#include "llvm/IR/CycleInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

struct BoxPlacement::Cycles {
  CycleInfo Info;
};

BoxPlacement::BoxPlacement(Function &F, const DominatorTree &DT)
    : F(F), DT(DT), CyclesOfF(std::make_unique<Cycles>()) {
  CyclesOfF->Info.compute(F);
}

BoxPlacement::~BoxPlacement() = default;

/// Returns the nearest dominator of \p BB that no cycle contains. There is one:
/// the entry block has no predecessors. Cycles, unlike loops, include the
/// irreducible ones.
BasicBlock *BoxPlacement::leaveCycles(BasicBlock *BB) {
  while (CyclesOfF->Info.getCycle(BB))
    BB = DT.getNode(BB)->getIDom()->getBlock();
  return BB;
}

/// Returns the block at whose end the operand of \p U is needed, at the latest.
static BasicBlock *getUseBlock(const Use &U) {
  auto *I = cast<Instruction>(U.getUser());
  if (auto *Phi = dyn_cast<PHINode>(I))
    return Phi->getIncomingBlock(U);
  return I->getParent();
}

Instruction *BoxPlacement::findAllocationPoint(const AllocaInst &AI) {
  BasicBlock *Common = nullptr;
  for (const Use &U : AI.uses()) {
    BasicBlock *BB = getUseBlock(U);
    // Markers go away with the alloca, and in a block that cannot be reached
    // anything dominates.
    if (cast<Instruction>(U.getUser())->isLifetimeStartOrEnd() ||
        !DT.isReachableFromEntry(BB))
      continue;
    Common = Common ? DT.findNearestCommonDominator(Common, BB) : BB;
  }
  if (!Common)
    return nullptr;
  BasicBlock *Home = leaveCycles(Common);
  Instruction *Point = Home->getTerminator();
  for (const User *U : AI.users()) {
    auto *I = const_cast<Instruction *>(cast<Instruction>(U));
    if (I->getParent() == Home && !isa<PHINode>(I) &&
        !I->isLifetimeStartOrEnd() && I->comesBefore(Point))
      Point = I;
  }
  return Point;
}

SmallVector<BasicBlock *, 16>
BoxPlacement::collectReachable(ArrayRef<BasicBlock *> From) const {
  SmallPtrSet<BasicBlock *, 16> Seen;
  SmallVector<BasicBlock *, 16> Order;
  SmallVector<BasicBlock *, 16> Worklist;
  for (BasicBlock *BB : From)
    append_range(Worklist, successors(BB));
  while (!Worklist.empty()) {
    BasicBlock *BB = Worklist.pop_back_val();
    if (!Seen.insert(BB).second)
      continue;
    Order.push_back(BB);
    append_range(Worklist, successors(BB));
  }
  return Order;
}

/// Returns the call that \p Return turns into a jump, or null: one that is
/// marked `tail` and has nothing but markers between it and the return. The
/// mark promises that the callee does not touch this frame's objects, so a box
/// can be freed before it, and must, or the call could not be a jump. A byval
/// argument is read when the call is made: such a call does not count.
static CallInst *findTailCall(ReturnInst &Return) {
  for (Instruction *I = Return.getPrevNode(); I; I = I->getPrevNode()) {
    if (auto *Call = dyn_cast<CallInst>(I)) {
      if (Call->isLifetimeStartOrEnd() || isa<PseudoProbeInst>(Call) ||
          isa<AssumeInst>(Call))
        continue;
      Value *Returned = Return.getReturnValue();
      bool IsLast = Call->isTailCall() && !Call->hasByValArgument() &&
                    (!Returned || Returned == Call);
      return IsLast ? Call : nullptr;
    }
    return nullptr;
  }
  return nullptr;
}

/// Returns the instruction of \p BB before which boxes are freed, or null when
/// \p BB does not leave the function.
static Instruction *findFreePoint(BasicBlock &BB) {
  // The verifier allows nothing between a musttail call and its return.
  if (CallInst *Call = BB.getTerminatingMustTailCall())
    return Call;
  Instruction *Terminator = BB.getTerminator();
  if (auto *Return = dyn_cast<ReturnInst>(Terminator)) {
    CallInst *TailCall = findTailCall(*Return);
    return TailCall ? TailCall : Terminator;
  }
  return isa<ResumeInst>(Terminator) ? Terminator : nullptr;
}

SmallVector<Instruction *, 2>
BoxPlacement::findFreePoints(const Instruction &Point) {
  auto *Home = const_cast<BasicBlock *>(Point.getParent());
  SmallVector<Instruction *, 2> FreePoints;
  SmallPtrSet<BasicBlock *, 16> Reached;
  Reached.insert(Home);
  Reached.insert_range(collectReachable(Home));
  for (BasicBlock &BB : F)
    if (Reached.contains(&BB))
      if (Instruction *FreePoint = findFreePoint(BB))
        FreePoints.push_back(FreePoint);
  return FreePoints;
}

/// Returns true if \p Call can leave the function by unwinding.
static bool mayUnwind(const CallInst &Call) {
  if (Call.doesNotThrow() || Call.isMustTailCall())
    return false;
  if (const auto *Asm = dyn_cast<InlineAsm>(Call.getCalledOperand()))
    return Asm->canThrow();
  // Of the intrinsics only those that stand for calls of user code unwind.
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(&Call))
    return Intrinsic->getIntrinsicID() ==
               Intrinsic::experimental_patchpoint_void ||
           Intrinsic->getIntrinsicID() == Intrinsic::experimental_patchpoint ||
           Intrinsic->getIntrinsicID() == Intrinsic::experimental_gc_statepoint;
  return true;
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

void BoxPlacement::findUnwinding(ArrayRef<Instruction *> Points,
                                 SmallVectorImpl<CallInst *> &Calls,
                                 SmallVectorImpl<LandingPadInst *> &Pads) {
  // An exception that leaves a nounwind function ends the program.
  if (F.doesNotThrow())
    return;
  // Boxes of one block are live from the first of their points on.
  DenseMap<BasicBlock *, Instruction *> FirstPoints;
  SmallVector<BasicBlock *, 8> Homes;
  for (Instruction *Point : Points) {
    auto [Entry, IsNew] = FirstPoints.try_emplace(Point->getParent(), Point);
    if (IsNew)
      Homes.push_back(Point->getParent());
    else if (Point->comesBefore(Entry->second))
      Entry->second = Point;
  }
  SmallPtrSet<BasicBlock *, 16> Reached;
  Reached.insert_range(collectReachable(Homes));

  SmallPtrSet<LandingPadInst *, 8> SeenPads;
  for (BasicBlock &BB : F) {
    Instruction *First = FirstPoints.lookup(&BB);
    if (Reached.contains(&BB))
      First = &BB.front();
    if (!First)
      continue;
    Instruction *FreePoint = findFreePoint(BB);
    for (Instruction *I = First; I && I != FreePoint; I = I->getNextNode())
      if (auto *Call = dyn_cast<CallInst>(I); Call && mayUnwind(*Call))
        Calls.push_back(Call);
    if (auto *Invoke = dyn_cast<InvokeInst>(BB.getTerminator()))
      if (LandingPadInst *Pad = Invoke->getLandingPadInst())
        if (letsExceptionsPass(*Pad) && SeenPads.insert(Pad).second)
          Pads.push_back(Pad);
  }
}

} // namespace offstack
