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
#include "FunctionEffects.h"
#include "llvm/Analysis/CaptureTracking.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

CallInst *findTailCall(Instruction &End, const Value *Returned) {
  for (Instruction *I = End.getPrevNode(); I; I = I->getPrevNode()) {
    auto *Call = dyn_cast<CallInst>(I);
    if (!Call)
      return nullptr;
    if (Call->isLifetimeStartOrEnd() || isa<PseudoProbeInst, AssumeInst>(Call))
      continue;
    bool IsLast = Call->isTailCall() && !Call->hasByValArgument() &&
                  !isa<IntrinsicInst>(Call) && (!Returned || Returned == Call);
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
    CallInst *TailCall = findTailCall(*Return, Return->getReturnValue());
    return TailCall ? TailCall : Terminator;
  }
  return isa<ResumeInst>(Terminator) ? Terminator : nullptr;
}

BoxScope::BoxScope(AllocaInst &AI, Instruction &Point, const DominatorTree &DT,
                   const FunctionEffects *Effects)
    : AI(AI), Point(Point) {
  collectUses(DT);
  // A read through such a pointer may stand anywhere.
  if (IsPublished && Effects && Effects->hasPromisedPointers())
    HasMarkers = false;
  propagateLifetimes();
  // Without markers, what is published is alive at every call that is left.
  IsHeldWhileAlive = !Effects || (IsPublished && !HasMarkers);
  if (!IsHeldWhileAlive && IsPublished)
    addPossibleUses(*Effects);
  propagateUses();
  collectHeld();
  findFreePoints();
}

void BoxScope::addUse(BasicBlock &BB, Instruction &I) {
  UseBlocks.insert(&BB);
  Instruction *&Last = Facts[&BB].LastUse;
  if (!Last || Last->comesBefore(&I))
    Last = &I;
}

bool mayHoldAddress(const Instruction &I) {
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

/// The order of instructions in a block.
static bool comesBefore(const Instruction *L, const Instruction *R) {
  return L->comesBefore(R);
}

/// Returns true if \p Marker ends a lifetime, false if it starts one.
static bool isEnd(const Instruction &Marker) {
  return cast<LifetimeIntrinsic>(Marker).getIntrinsicID() ==
         Intrinsic::lifetime_end;
}

/// Returns true if \p U lets the address be known to more than its user's
/// result, and to that if it is not followed.
static bool publishes(const Use &U, bool IsFollowed) {
  UseCaptureInfo Captures = DetermineUseCaptureKind(U, U.get());
  return capturesAnyProvenance(IsFollowed ? Captures.UseCC
                                          : CaptureComponents(Captures));
}

/// Notes the last use in each block, of the address and of all that is computed
/// from it. What goes through memory or a callee is the business of the
/// lifetime; but as an object has one address in all its lives, each start of
/// one is a use by those who know it.
void BoxScope::collectUses(const DominatorTree &DT) {
  bool HasStart = false;
  bool HasEnd = false;
  SmallPtrSet<const Instruction *, 16> Seen;
  SmallVector<const Instruction *, 16> Worklist{&AI};
  while (!Worklist.empty()) {
    for (const Use &U : Worklist.pop_back_val()->uses()) {
      auto *I = cast<Instruction>(U.getUser());
      if (I->isLifetimeStartOrEnd()) {
        Markers[I->getParent()].push_back(I);
        HasEnd |= isEnd(*I);
        HasStart |= !isEnd(*I);
        // Point is in no cycle, so that what is above it cannot follow it.
        if (isEnd(*I) ||
            DT.properlyDominates(I->getParent(), Point.getParent()))
          continue;
      }
      if (auto *Phi = dyn_cast<PHINode>(I)) {
        BasicBlock *From = Phi->getIncomingBlock(U);
        addUse(*From, *From->getTerminator());
      } else {
        addUse(*I->getParent(), *I);
      }
      bool IsFollowed = mayHoldAddress(*I);
      IsPublished |= publishes(U, IsFollowed);
      if (IsFollowed && Seen.insert(I).second)
        Worklist.push_back(I);
    }
  }
  // Without a start the object is alive from the entry on, as far as the ends
  // tell.
  HasMarkers = HasStart && HasEnd;
}

/// Notes, in the blocks that the object is alive in, who may use its address
/// without being seen to.
void BoxScope::addPossibleUses(const FunctionEffects &Effects) {
  for (auto &[BB, InBlock] : Markers)
    addPossibleUsesIn(*BB, Effects);
  for (BasicBlock *BB : Alive)
    if (!Markers.contains(BB))
      addPossibleUsesIn(*BB, Effects);
}

void BoxScope::addPossibleUsesIn(BasicBlock &BB,
                                 const FunctionEffects &Effects) {
  ArrayRef<const Instruction *> Accesses = Effects.getPossibleUses(BB);
  ArrayRef<Instruction *> InBlock;
  if (const auto *Found = Markers.find(&BB); Found != Markers.end())
    InBlock = Found->second;
  bool IsAlive = Facts[&BB].IsAliveIn;
  // Only the last use of a block counts.
  if (InBlock.empty() && !Accesses.empty())
    Accesses = Accesses.take_back();
  for (const Instruction *Access : Accesses) {
    while (!InBlock.empty() && InBlock.front()->comesBefore(Access)) {
      IsAlive = !isEnd(*InBlock.front());
      InBlock = InBlock.drop_front();
    }
    if (IsAlive)
      addUse(BB, *const_cast<Instruction *>(Access));
  }
}

void BoxScope::propagateUses() {
  // Nothing before the block of Point matters.
  SmallVector<BasicBlock *, 16> Worklist(UseBlocks.begin(), UseBlocks.end());
  while (!Worklist.empty()) {
    BasicBlock *BB = Worklist.pop_back_val();
    bool &ReachesUse = Facts[BB].ReachesUse;
    if (ReachesUse)
      continue;
    ReachesUse = true;
    if (BB != Point.getParent())
      append_range(Worklist, predecessors(BB));
  }
}

/// Finds where the object may be alive: behind a start that no end follows, on
/// some path. The places before Point do not matter, as nothing is alive there
/// that could use the box.
void BoxScope::propagateLifetimes() {
  if (!HasMarkers)
    return;
  SmallVector<BasicBlock *, 16> Worklist;
  for (auto &[BB, InBlock] : Markers) {
    sort(InBlock, comesBefore);
    if (isEnd(*InBlock.back()))
      continue;
    Facts[BB].IsAliveOut = true;
    Worklist.push_back(BB);
  }
  while (!Worklist.empty()) {
    for (BasicBlock *Successor : successors(Worklist.pop_back_val())) {
      BlockFacts &F = Facts[Successor];
      if (F.IsAliveIn)
        continue;
      F.IsAliveIn = true;
      Alive.push_back(Successor);
      // A block with a marker has said already how it ends.
      if (Markers.contains(Successor))
        continue;
      F.IsAliveOut = true;
      Worklist.push_back(Successor);
    }
  }
}

/// Follows the box from where it is taken for as long as it is held.
void BoxScope::collectHeld() {
  Reached.insert(Point.getParent());
  for (unsigned I = 0; I != Reached.size(); ++I)
    if (BasicBlock *BB = Reached[I]; isHeldAtEnd(*BB))
      Reached.insert_range(successors(BB));
}

bool BoxScope::reachesUseBehind(const BasicBlock &BB) const {
  return any_of(successors(&BB), [&](const BasicBlock *Successor) {
    return Facts.lookup(Successor).ReachesUse;
  });
}

bool BoxScope::isHeldAtStart(const BasicBlock &BB) const {
  BlockFacts F = Facts.lookup(&BB);
  return F.ReachesUse || (IsHeldWhileAlive && (!HasMarkers || F.IsAliveIn));
}

/// Returns true if the box is held when the terminator of \p BB runs.
bool BoxScope::isHeldAtEnd(const BasicBlock &BB) const {
  BlockFacts F = Facts.lookup(&BB);
  return F.LastUse == BB.getTerminator() ||
         (IsHeldWhileAlive && (!HasMarkers || F.IsAliveOut)) ||
         Point.getIterator() == BB.getTerminator()->getIterator() ||
         reachesUseBehind(BB);
}

void BoxScope::findFreePoints() {
  for (BasicBlock *BB : Reached)
    findFreePointsIn(*BB);
}

/// Returns the first instruction from \p I on that boxing does not erase.
static Instruction *skipMarkers(Instruction *I) {
  while (I->isLifetimeStartOrEnd() || isa<AllocaInst>(I))
    I = I->getNextNode();
  return I;
}

/// Returns the first instruction of \p BB that code can stand before, or its
/// terminator where that is a catchswitch: it can have nothing before it.
static Instruction *findStart(BasicBlock &BB) {
  auto Start = BB.getFirstInsertionPt();
  return Start == BB.end() ? BB.getTerminator() : skipMarkers(&*Start);
}

/// Notes that the box is not held from \p I on. What is never reached frees
/// nothing: it would only be code.
void BoxScope::endScope(Instruction &I) {
  if (!isa<UnreachableInst>(I))
    FreePoints.push_back({&I, /*IsScopeEnd=*/true});
}

/// Walks over \p BB and notes where the box stops being held: at the start,
/// when only a predecessor held it for the sake of another block, behind an
/// instruction, or at the way out.
void BoxScope::findFreePointsIn(BasicBlock &BB) {
  bool IsHome = &BB == Point.getParent();
  // Most blocks, where scopes are in each other, are passed through.
  if (!IsHome && isHeldAtStart(BB) && reachesUseBehind(BB))
    return;
  Instruction *Exit = findExitPoint(BB);
  // An assumption behind a tail call may be the first to name the object.
  if (IsHome && Exit && Exit->comesBefore(&Point))
    Exit = BB.getTerminator();
  bool IsHeld = IsHome || isHeldAtStart(BB);
  if (!IsHeld)
    endScope(*findStart(BB));
  if (HasMarkers || !IsHeldWhileAlive)
    IsHeld = findScopeEnds(BB, Exit, IsHeld);
  if (Exit && IsHeld)
    FreePoints.push_back({Exit, /*IsScopeEnd=*/false});
}

/// Returns the instructions of \p BB at which the box can stop being held, in
/// their order.
SmallVector<Instruction *, 4> BoxScope::getEvents(BasicBlock &BB) const {
  SmallVector<Instruction *, 4> Events;
  if (const auto *InBlock = Markers.find(&BB); InBlock != Markers.end())
    Events.append(InBlock->second.begin(), InBlock->second.end());
  if (Instruction *LastUse = Facts.lookup(&BB).LastUse)
    Events.push_back(LastUse);
  if (&BB == Point.getParent())
    Events.push_back(&Point);
  sort(Events, comesBefore);
  return Events;
}

/// Notes the instructions of \p BB, up to \p Exit, behind which the box stops
/// being held. Returns whether it is held at the end.
bool BoxScope::findScopeEnds(BasicBlock &BB, const Instruction *Exit,
                             bool IsHeld) {
  BlockFacts F = Facts.lookup(&BB);
  bool UsesBehind = reachesUseBehind(BB);
  bool IsAlive = F.IsAliveIn;
  bool IsTaken = &BB != Point.getParent();
  for (Instruction *I : getEvents(BB)) {
    if (I->isTerminator() || (Exit && !I->comesBefore(Exit)))
      break;
    IsTaken |= I == &Point;
    if (I->isLifetimeStartOrEnd())
      IsAlive = !isEnd(*I);
    if (!IsTaken)
      continue;
    bool WasHeld = IsHeld;
    IsHeld = UsesBehind || (IsHeldWhileAlive && IsAlive) ||
             (F.LastUse && I->comesBefore(F.LastUse));
    if (WasHeld && !IsHeld)
      endScope(*skipMarkers(I->getNextNode()));
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
