//===- BoxProof.cpp - The proof for one box -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks every state that a box can be in through every block where that
// matters, and looks for a way to leak it, to free it twice or to use it after.
//
// A box that is not live, in no handle and in no memory is idle: nothing can go
// wrong until it is allocated again, and then as the first time. Idle states
// are not carried around. Each block that may end idleness starts from an idle
// state instead, which keeps the cost of a box to the blocks where it lives.
//
//===----------------------------------------------------------------------===//

#include "BoxProof.h"
#include "BoxChain.h"
#include "BoxState.h"
#include "BoxUses.h"
#include "FunctionEffects.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxVerifier.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// The states of one box that one block may be entered in. The emitter's code
/// needs three; a program's own pointers into the box multiply them. At 4096
/// states a block takes some 10 ms, which a thousand blocks already feel.
static constexpr size_t MaxStatesPerBlock = 4096;

namespace {

/// The proof for one box.
class BoxProof {
public:
  BoxProof(const CallInst &Allocation, const FunctionEffects &Effects,
           const TargetLibraryInfo &TLI,
           SmallVectorImpl<BoxViolation> &Violations)
      : Allocation(Allocation), Effects(Effects), TLI(TLI),
        Uses(Allocation, TLI), Violations(Violations),
        IsChain(isChained(Allocation)) {}

  void run();

private:
  /// A state before one use of a block, or before its end.
  struct Point {
    const BasicBlock *BB;
    size_t NextUse;
    BoxState State;
  };

  void start(const BasicBlock &BB);
  void enter(const BasicBlock &BB, BoxState State);
  void walk(Point P);
  void leave(const BasicBlock &BB, const BoxState &State);
  BoxState crossEdge(const BasicBlock &From, const BasicBlock &To,
                     const BoxState &State) const;

  void checkBetween(const Instruction *After, const Instruction &Before,
                    const BoxState &State);
  void apply(const BoxUse &Use, Point &P);
  void allocate(Point &P);
  void choose(const SelectInst &Select, unsigned Handle, Point &P);
  void link(const StoreInst &Store, BoxState &State);
  void free(const CallBase &Call, BoxState &State);
  void touch(const BoxUse &Use, const BoxState &State);

  bool isIdle(const BoxState &State) const;
  void fail(const Instruction &Where, const Twine &What);

  const CallInst &Allocation;
  const FunctionEffects &Effects;
  const TargetLibraryInfo &TLI;
  const BoxUses Uses;
  SmallVectorImpl<BoxViolation> &Violations;
  const bool IsChain;

  SmallVector<Point, 8> Worklist;
  /// Only looked up, never iterated over.
  DenseMap<const BasicBlock *, SmallSet<BoxState, 2>> Seen;
  /// Where something was found wrong: once is enough for a box.
  SmallPtrSet<const Instruction *, 4> Failed;
  bool IsTooLarge = false;
};

} // namespace

/// Returns how messages call the box of \p Allocation.
static std::string describe(const Instruction &Allocation) {
  StringRef Variable = getBoxVariable(Allocation);
  return Variable.empty() ? "unnamed box" : ("box '" + Variable + "'").str();
}

void BoxProof::fail(const Instruction &Where, const Twine &What) {
  if (Failed.insert(&Where).second)
    Violations.push_back({(describe(Allocation) + " " + What).str(), &Where});
}

bool BoxProof::isIdle(const BoxState &State) const {
  if (isHeld(State.Status) || State.hasHandles())
    return false;
  return State.Status != BoxStatus::Freed || !Uses.isCaptured();
}

void BoxProof::run() {
  for (const Instruction *Handle : Uses.getHandles()) {
    if (!isa<PHINode>(Handle)) {
      start(*Handle->getParent());
      continue;
    }
    for (const BasicBlock *Predecessor : predecessors(Handle->getParent()))
      start(*Predecessor);
  }
  while (!Worklist.empty() && !IsTooLarge)
    walk(Worklist.pop_back_val());
}

/// Enters \p BB with the box idle, unless a handle is live there, perhaps as a
/// phi: then no idle state reaches it, but the others do.
void BoxProof::start(const BasicBlock &BB) {
  const BoxUses::Block &Facts = Uses.getBlock(BB);
  if (!Effects.isReachable(BB) || Effects.endsProgram(BB) ||
      !Facts.LiveIn.empty() || !Facts.Phis.empty())
    return;
  BoxState Idle;
  if (Seen[&BB].insert(Idle).second)
    Worklist.push_back({&BB, 0, Idle});
}

void BoxProof::enter(const BasicBlock &BB, BoxState State) {
  if (isIdle(State) || Effects.endsProgram(BB))
    return;
  SmallSet<BoxState, 2> &States = Seen[&BB];
  if (!States.insert(State).second)
    return;
  Worklist.push_back({&BB, 0, std::move(State)});
  if (States.size() <= MaxStatesPerBlock)
    return;
  IsTooLarge = true;
  fail(Allocation, "can be in too many states to prove anything");
}

void BoxProof::walk(Point P) {
  ArrayRef<BoxUse> BlockUses = Uses.getBlock(*P.BB).Uses;
  const Instruction *Last =
      P.NextUse == 0 ? nullptr : BlockUses[P.NextUse - 1].I;
  while (P.NextUse != BlockUses.size()) {
    const BoxUse &Use = BlockUses[P.NextUse++];
    checkBetween(Last, *Use.I, P.State);
    apply(Use, P);
    Last = Use.I;
  }
  checkBetween(Last, *P.BB->getTerminator(), P.State);
  leave(*P.BB, P.State);
}

/// Returns those of \p List, which is in block order, that stand behind
/// \p After, or at the start of the block when that is null.
static ArrayRef<const Instruction *>
dropUpTo(ArrayRef<const Instruction *> List, const Instruction *After) {
  if (!After)
    return List;
  const auto *First =
      upper_bound(List, After, [](const Instruction *A, const Instruction *B) {
        return A->comesBefore(B);
      });
  return List.drop_front(First - List.begin());
}

/// Checks, in a stretch of a block in which the box keeps its state, what the
/// function does there on its own. A call at \p Before is part of the stretch,
/// an access is not: as a use of the box it has its own message.
void BoxProof::checkBetween(const Instruction *After, const Instruction &Before,
                            const BoxState &State) {
  const BasicBlock &BB = *Before.getParent();
  if (isHeld(State.Status))
    for (const Instruction *I :
         dropUpTo(Effects.getUnwindingCalls(BB), After)) {
      if (Before.comesBefore(I))
        break;
      fail(*I, "leaks when this call unwinds");
    }
  if (State.Status != BoxStatus::Freed || !Uses.isCaptured())
    return;
  // One is enough: the others follow from it.
  ArrayRef<const Instruction *> Accesses =
      dropUpTo(Effects.getUnidentifiedAccesses(BB), After);
  if (!Accesses.empty() &&
      (Accesses[0] == &Before ? Before.isTerminator()
                              : Accesses[0]->comesBefore(&Before)))
    fail(*Accesses[0],
         "may be used after it is freed: its address is known elsewhere");
}

void BoxProof::apply(const BoxUse &Use, Point &P) {
  switch (Use.Kind) {
  case BoxUse::Allocate:
    return allocate(P);
  case BoxUse::Choose:
    return choose(*cast<SelectInst>(Use.I), Use.Handle, P);
  case BoxUse::Link:
    return link(*cast<StoreInst>(Use.I), P.State);
  case BoxUse::Free:
    return free(*cast<CallBase>(Use.I), P.State);
  case BoxUse::Touch:
    return touch(Use, P.State);
  }
}

/// Goes on with an allocation that worked, and later with one that failed.
void BoxProof::allocate(Point &P) {
  bool IsAnother = IsChain && P.State.Status == BoxStatus::Live;
  if (isHeld(P.State.Status) && !IsAnother)
    fail(Allocation, "is allocated again before it is freed");
  if (IsAnother)
    P.State.link();
  else
    P.State.age();
  if (!Allocation.isReturnNonNull()) {
    Point Failure = P;
    Failure.State.Status = BoxStatus::Unallocated;
    Failure.State.set(BoxUses::AllocationHandle, Holds::Failed);
    Worklist.push_back(std::move(Failure));
  }
  P.State.Status = IsAnother ? BoxStatus::Unlinked : BoxStatus::Live;
  P.State.set(BoxUses::AllocationHandle, Holds::Start);
}

/// The first of a chain has null at its start, the others that before them.
void BoxProof::link(const StoreInst &Store, BoxState &State) {
  bool IsFirst = State.Status != BoxStatus::Unlinked;
  Holds Wanted = IsFirst ? Holds::Null : Holds::Previous;
  if (evaluate(Store.getValueOperand(), State, Uses) != Wanted)
    return fail(Store, "is not linked to the one before it in its chain");
  if (!IsFirst)
    State.Status = BoxStatus::Live;
}

/// Goes on with what the select chooses when its condition is true, and later
/// with the other, unless the state decides.
void BoxProof::choose(const SelectInst &Select, unsigned Handle, Point &P) {
  std::optional<bool> Condition =
      evaluateNullTest(Select.getCondition(), P.State, Uses);
  Holds IfTrue = evaluate(Select.getTrueValue(), P.State, Uses);
  Holds IfFalse = evaluate(Select.getFalseValue(), P.State, Uses);
  if (!Condition && IfTrue != IfFalse) {
    Point Other = P;
    Other.State.set(Handle, IfFalse);
    Worklist.push_back(std::move(Other));
  }
  P.State.set(Handle, Condition.value_or(true) ? IfTrue : IfFalse);
}

/// Returns true if \p Freed may be memory that is no box: then the program has
/// written the free, and when it runs, it has its own memory there.
static bool isProgramsOwn(const Value *Freed) {
  SmallVector<const Value *, 4> Objects;
  getUnderlyingObjects(Freed, Objects, /*LI=*/nullptr, /*MaxLookup=*/0);
  return any_of(Objects, [](const Value *Object) {
    const auto *I = dyn_cast<Instruction>(Object);
    return !isa<ConstantPointerNull, UndefValue>(Object) && !(I && isBox(*I));
  });
}

void BoxProof::free(const CallBase &Call, BoxState &State) {
  const Value *Freed = findFreedPointer(Call, TLI);
  if (!isFreeChain(Call) && isProgramsOwn(Freed))
    return;
  switch (evaluate(Freed, State, Uses)) {
  case Holds::Null:
  case Holds::Failed:
  case Holds::Other:
    return;
  case Holds::Stale:
    return fail(Call, "is freed twice");
  case Holds::Undefined:
    return fail(Call, "is freed through an undefined pointer");
  case Holds::Inside:
    fail(Call, "is freed through a pointer that is not its start");
    State.Status = BoxStatus::Freed;
    return;
  case Holds::Previous:
  case Holds::Earlier:
    fail(Call, "is freed without those behind it in its chain");
    State.Status = BoxStatus::Freed;
    return;
  case Holds::Start:
    if (!isHeld(State.Status))
      fail(Call, "is freed twice");
    else if (State.Status == BoxStatus::Unlinked ||
             isFreeChain(Call) != IsChain)
      fail(Call, "is freed without those before it in its chain");
    State.Status = isScopeEnd(Call) ? BoxStatus::OutOfScope : BoxStatus::Freed;
    return;
  }
}

void BoxProof::touch(const BoxUse &Use, const BoxState &State) {
  switch (State.get(Use.Handle)) {
  case Holds::Null:
  case Holds::Undefined:
  case Holds::Other:
    // The program's own pointer: whether it may be used is its own affair.
    return;
  case Holds::Failed:
    return fail(*Use.I, "is used where its allocation failed");
  case Holds::Stale:
    return fail(*Use.I, "is used after it is freed");
  case Holds::Start:
  case Holds::Inside:
  case Holds::Previous:
  case Holds::Earlier:
    if (!isHeld(State.Status))
      fail(*Use.I, "is used after it is freed");
    return;
  }
}

void BoxProof::leave(const BasicBlock &BB, const BoxState &State) {
  const Instruction &Terminator = *BB.getTerminator();
  if (isHeld(State.Status)) {
    if (leavesFunction(Terminator))
      fail(Terminator, "is not freed on this way out");
    if (Effects.mayPassLandingPad(Terminator))
      fail(Terminator,
           "leaks when an exception passes this call's landing pad");
  }
  const auto *Branch = dyn_cast<BranchInst>(&Terminator);
  std::optional<bool> Condition;
  if (Branch && Branch->isConditional())
    Condition = evaluateNullTest(Branch->getCondition(), State, Uses);
  for (unsigned Index : seq(Terminator.getNumSuccessors())) {
    // The first successor of a branch is taken when its condition is true.
    if (Condition && *Condition == (Index == 1))
      continue;
    const BasicBlock &Successor = *Terminator.getSuccessor(Index);
    enter(Successor, crossEdge(BB, Successor, State));
  }
}

/// Returns \p State behind the edge: all phis read before one is written.
BoxState BoxProof::crossEdge(const BasicBlock &From, const BasicBlock &To,
                             const BoxState &State) const {
  const BoxUses::Block &Facts = Uses.getBlock(To);
  BoxState Result = State;
  for (unsigned Handle : Facts.Phis) {
    const auto *Phi = cast<PHINode>(Uses.getHandles()[Handle]);
    Result.set(Handle,
               evaluate(Phi->getIncomingValueForBlock(&From), State, Uses));
  }
  Result.retain(Facts.LiveIn, Facts.Phis);
  return Result;
}

void proveBox(const Instruction &Allocation, const FunctionEffects &Effects,
              const TargetLibraryInfo &TLI,
              SmallVectorImpl<BoxViolation> &Violations) {
  if (const auto *Call = dyn_cast<CallInst>(&Allocation))
    BoxProof(*Call, Effects, TLI, Violations).run();
  else
    Violations.push_back(
        {describe(Allocation) + " is not allocated by a call", &Allocation});
}

} // namespace offstack
