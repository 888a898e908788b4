//===- BoxScope.cpp - How long a box is held ------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Uses flow backward, lifetimes forward; where both end the box is freed.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxScope.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

/// Returns the call that \p Return turns into a jump, or null: one that is
/// marked `tail` and has nothing but markers between it and the return. The
/// mark promises that the callee does not touch this frame's objects, so a box
/// can be freed before it, and must, or the call could not be a jump. A byval
/// argument is read when the call is made: such a call does not count.
static CallInst *findTailCall(ReturnInst &Return) {
  for (Instruction *I = Return.getPrevNode(); I; I = I->getPrevNode()) {
    auto *Call = dyn_cast<CallInst>(I);
    if (!Call)
      return nullptr;
    if (Call->isLifetimeStartOrEnd() || isa<PseudoProbeInst, AssumeInst>(Call))
      continue;
    Value *Returned = Return.getReturnValue();
    bool IsLast = Call->isTailCall() && !Call->hasByValArgument() &&
                  (!Returned || Returned == Call);
    return IsLast ? Call : nullptr;
  }
  return nullptr;
}

Instruction *findExitPoint(BasicBlock &BB) {
  // The verifier allows nothing between these calls and their return.
  if (CallInst *Call = BB.getTerminatingMustTailCall())
    return Call;
  if (CallInst *Call = BB.getTerminatingDeoptimizeCall())
    return Call;
  Instruction *Terminator = BB.getTerminator();
  if (auto *Return = dyn_cast<ReturnInst>(Terminator)) {
    CallInst *TailCall = findTailCall(*Return);
    return TailCall ? TailCall : Terminator;
  }
  return isa<ResumeInst>(Terminator) ? Terminator : nullptr;
}

BoxScope::BoxScope(AllocaInst &AI, Instruction &Point) : AI(AI), Point(Point) {
  collectUses();
  collectReachable();
  propagateUses();
  propagateLifetimes();
  findFreePoints();
}

void BoxScope::addUse(BasicBlock &BB, const Instruction &I) {
  const Instruction *&Last = Facts[&BB].LastUse;
  if (!Last || Last->comesBefore(&I))
    Last = &I;
}

/// Returns true if the result of \p I can be an address in the object that an
/// operand of it is an address in.
static bool isDerivedPointer(const Instruction &I) {
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(&I))
    return Intrinsic->getType()->isPtrOrPtrVectorTy();
  // What a call returns is unknown, so that nothing reads through it outside
  // the lifetime; except where the call promises that reading never hurts.
  if (const auto *Call = dyn_cast<CallBase>(&I))
    return Call->getReturnedArgOperand() || Call->getRetDereferenceableBytes();
  return isa<GetElementPtrInst, CastInst, PHINode, SelectInst, FreezeInst,
             BinaryOperator, InsertElementInst, ExtractElementInst,
             ShuffleVectorInst, InsertValueInst, ExtractValueInst>(I);
}

/// Returns true if \p I starts, or with \p IsEnd ends, the lifetime of \p AI.
static bool isMarker(const Instruction &I, const AllocaInst &AI, bool IsEnd) {
  const auto *Marker = dyn_cast<LifetimeIntrinsic>(&I);
  return Marker && Marker->getArgOperand(0) == &AI &&
         (Marker->getIntrinsicID() == Intrinsic::lifetime_end) == IsEnd;
}

/// Notes the last use in each block, of the address and of all that is computed
/// from it. What goes through memory or a callee is the business of the
/// lifetime; but as an object has one address in all its lives, each start of
/// one is a use by those who know it.
void BoxScope::collectUses() {
  bool HasStart = false;
  bool HasEnd = false;
  SmallPtrSet<const Instruction *, 16> Seen;
  SmallVector<const Instruction *, 16> Worklist{&AI};
  while (!Worklist.empty()) {
    for (const Use &U : Worklist.pop_back_val()->uses()) {
      auto *I = cast<Instruction>(U.getUser());
      if (isMarker(*I, AI, /*IsEnd=*/true)) {
        HasEnd = true;
        continue;
      }
      HasStart |= isMarker(*I, AI, /*IsEnd=*/false);
      if (auto *Phi = dyn_cast<PHINode>(I)) {
        BasicBlock *From = Phi->getIncomingBlock(U);
        addUse(*From, *From->getTerminator());
      } else {
        addUse(*I->getParent(), *I);
      }
      if (isDerivedPointer(*I) && Seen.insert(I).second)
        Worklist.push_back(I);
    }
  }
  // Without a start the object is alive from the entry on, as far as the ends
  // tell.
  HasMarkers = HasStart && HasEnd;
}

void BoxScope::collectReachable() {
  Reachable.insert(Point.getParent());
  for (unsigned I = 0; I != Reachable.size(); ++I)
    Reachable.insert_range(successors(Reachable[I]));
}

void BoxScope::propagateUses() {
  SmallVector<BasicBlock *, 16> Worklist;
  for (BasicBlock *BB : Reachable)
    if (Facts[BB].LastUse)
      Worklist.push_back(BB);
  while (!Worklist.empty()) {
    BasicBlock *BB = Worklist.pop_back_val();
    bool &ReachesUse = Facts[BB].ReachesUse;
    if (ReachesUse)
      continue;
    ReachesUse = true;
    for (BasicBlock *Predecessor : predecessors(BB))
      if (Reachable.contains(Predecessor))
        Worklist.push_back(Predecessor);
  }
}

/// Finds where the object may be alive: behind a start that no end follows, on
/// some path. The places before Point do not matter, as nothing is alive there
/// that could use the box.
void BoxScope::propagateLifetimes() {
  if (!HasMarkers)
    return;
  SmallPtrSet<const BasicBlock *, 8> HasMarker;
  SmallVector<BasicBlock *, 16> Worklist;
  for (const User *U : AI.users()) {
    const auto *Marker = cast<Instruction>(U);
    if (Marker->isLifetimeStartOrEnd())
      HasMarker.insert(Marker->getParent());
  }
  for (BasicBlock &BB : *AI.getFunction()) {
    if (!HasMarker.contains(&BB))
      continue;
    bool IsAlive = false;
    for (const Instruction &I : BB) {
      IsAlive |= isMarker(I, AI, /*IsEnd=*/false);
      IsAlive &= !isMarker(I, AI, /*IsEnd=*/true);
    }
    Facts[&BB].IsAliveOut = IsAlive;
    if (IsAlive)
      Worklist.push_back(&BB);
  }
  while (!Worklist.empty()) {
    for (BasicBlock *Successor : successors(Worklist.pop_back_val())) {
      BlockFacts &F = Facts[Successor];
      if (F.IsAliveIn)
        continue;
      F.IsAliveIn = true;
      // A block with a marker has said already how it ends.
      if (HasMarker.contains(Successor) || F.IsAliveOut)
        continue;
      F.IsAliveOut = true;
      Worklist.push_back(Successor);
    }
  }
}

bool BoxScope::reachesUseBehind(const BasicBlock &BB) const {
  return any_of(successors(&BB), [&](const BasicBlock *Successor) {
    return Facts.lookup(Successor).ReachesUse;
  });
}

bool BoxScope::isHeldAtStart(const BasicBlock &BB) const {
  BlockFacts F = Facts.lookup(&BB);
  return !HasMarkers || F.ReachesUse || F.IsAliveIn;
}

/// Returns true if the box is held when the terminator of \p BB runs.
bool BoxScope::isHeldAtEnd(const BasicBlock &BB) const {
  BlockFacts F = Facts.lookup(&BB);
  return !HasMarkers || F.LastUse == BB.getTerminator() || F.IsAliveOut ||
         Point.getIterator() == BB.getTerminator()->getIterator() ||
         reachesUseBehind(BB);
}

void BoxScope::findFreePoints() {
  for (BasicBlock &BB : *AI.getFunction())
    if (Reachable.contains(&BB))
      findFreePointsIn(BB);
}

/// Returns the first instruction from \p I on that boxing does not erase.
static Instruction *skipMarkers(Instruction *I) {
  while (I->isLifetimeStartOrEnd() || isa<AllocaInst>(I))
    I = I->getNextNode();
  return I;
}

/// Walks over \p BB and notes where the box stops being held: at the start,
/// when only a predecessor held it for the sake of another block, behind an
/// instruction, or at the way out.
void BoxScope::findFreePointsIn(BasicBlock &BB) {
  bool IsHome = &BB == Point.getParent();
  Instruction *Exit = findExitPoint(BB);
  // An assumption behind a tail call may be the first to name the object.
  if (IsHome && Exit && Exit->comesBefore(&Point))
    Exit = BB.getTerminator();
  bool IsHeld = IsHome || isHeldAtStart(BB);
  if (!IsHeld && any_of(predecessors(&BB), [&](const BasicBlock *From) {
        return Reachable.contains(From) && isHeldAtEnd(*From);
      }))
    FreePoints.push_back(
        {skipMarkers(&*BB.getFirstInsertionPt()), /*IsScopeEnd=*/true});
  if (HasMarkers)
    IsHeld = findScopeEnds(BB, Exit, IsHeld);
  if (Exit && IsHeld)
    FreePoints.push_back({Exit, /*IsScopeEnd=*/false});
}

/// Notes the instructions of \p BB, up to \p Exit, behind which the box stops
/// being held. Returns whether it is held at the end.
bool BoxScope::findScopeEnds(BasicBlock &BB, const Instruction *Exit,
                             bool IsHeld) {
  BlockFacts F = Facts.lookup(&BB);
  bool UsesBehind = reachesUseBehind(BB);
  bool IsAlive = F.IsAliveIn;
  bool IsTaken = &BB != Point.getParent();
  for (Instruction &I : BB) {
    if (&I == Exit || I.isTerminator())
      break;
    IsTaken |= &I == &Point;
    IsAlive |= isMarker(I, AI, /*IsEnd=*/false);
    IsAlive &= !isMarker(I, AI, /*IsEnd=*/true);
    if (!IsTaken)
      continue;
    bool WasHeld = IsHeld;
    IsHeld = UsesBehind || IsAlive || (F.LastUse && I.comesBefore(F.LastUse));
    if (WasHeld && !IsHeld)
      FreePoints.push_back({skipMarkers(I.getNextNode()), /*IsScopeEnd=*/true});
  }
  return IsHeld;
}

void forEachHeld(
    Instruction &Point, ArrayRef<FreePoint> FreePoints,
    function_ref<void(BasicBlock &, Instruction *, Instruction *)> Visit) {
  DenseMap<const BasicBlock *, SmallVector<Instruction *, 2>> Frees;
  for (const FreePoint &F : FreePoints)
    Frees[F.Before->getParent()].push_back(F.Before);
  SmallSetVector<BasicBlock *, 16> Held;
  auto VisitFrom = [&](Instruction &First) {
    BasicBlock &BB = *First.getParent();
    Instruction *End = nullptr;
    for (Instruction *Free : Frees.lookup(&BB))
      if (!Free->comesBefore(&First) && (!End || Free->comesBefore(End)))
        End = Free;
    Visit(BB, &First, End);
    if (!End)
      Held.insert_range(successors(&BB));
  };
  VisitFrom(Point);
  for (unsigned Index = 0; Index != Held.size(); ++Index)
    VisitFrom(Held[Index]->front());
}

} // namespace offstack
