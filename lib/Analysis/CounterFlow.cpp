//===- CounterFlow.cpp - How far a counter is from its entry value --------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A forward walk, again and again until nothing changes. Ranges that keep growing
// are widened to all distances on that side.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CounterFlow.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

static constexpr int64_t Lowest = std::numeric_limits<int64_t>::min();
static constexpr int64_t Highest = std::numeric_limits<int64_t>::max();

/// Walks after which ranges that still grow are widened.
static constexpr unsigned PlainRounds = 3;

Distance Distance::any() { return {Lowest, Highest}; }

static int64_t addLimited(int64_t A, int64_t B, int64_t Limit) {
  int64_t Sum = 0;
  if (A == Limit || B == Limit || AddOverflow(A, B, Sum))
    return Limit;
  return Sum;
}

Distance Distance::operator+(const Distance &Other) const {
  return {addLimited(Least, Other.Least, Lowest),
          addLimited(Most, Other.Most, Highest)};
}

Distance Distance::join(const Distance &Other) const {
  return {std::min(Least, Other.Least), std::max(Most, Other.Most)};
}

CounterFlow::CounterFlow(Function &F, const Counter &What,
                         const CallCycle &Cycle, ArrayRef<Distance> Nets)
    : F(F), What(What), Cycle(Cycle), Nets(Nets) {
  run();
}

/// Returns true if \p I may be as far from a counter as its operand is.
static bool mayCount(const Instruction &I) {
  return I.getType()->isIntegerTy() || isa<WithOverflowInst>(I);
}

/// Collects what the counter flows through, so that the walks pass over the
/// rest of a large function.
void CounterFlow::collectParts() {
  SmallSetVector<Instruction *, 16> Found;
  SmallVector<Value *, 16> Worklist;
  if (What.Argument)
    Worklist.push_back(F.getArg(*What.Argument));
  else
    for (BasicBlock &Block : F)
      for (Instruction &I : Block) {
        if (isa<LoadInst>(I) && mayCount(I) && isCell(I.getOperand(0)))
          Worklist.push_back(&I);
        else if (auto *Store = dyn_cast<StoreInst>(&I))
          if (isCell(Store->getPointerOperand()))
            Found.insert(&I);
      }
  while (!Worklist.empty()) {
    Value *V = Worklist.pop_back_val();
    auto *I = dyn_cast<Instruction>(V);
    if (I && !Found.insert(I))
      continue;
    for (User *U : V->users())
      if (auto *Next = dyn_cast<Instruction>(U); Next && mayCount(*Next))
        Worklist.push_back(Next);
  }
  for (const CycleCall &Call : Cycle.calls())
    if (Call.Call->getFunction() == &F)
      Found.insert(Call.Call);
  for (Instruction *I : Found)
    Parts[I->getParent()].push_back(I);
  for (auto &[Block, List] : Parts)
    sort(List, [](const Instruction *A, const Instruction *B) {
      return A->comesBefore(B);
    });
}

void CounterFlow::run() {
  collectParts();
  if (What.Argument)
    Values[F.getArg(*What.Argument)] = {0, 0};
  AtEntry[&F.getEntryBlock()] = {0, 0};
  ReversePostOrderTraversal<Function *> Order(&F);
  for (unsigned Round = 0; Round <= PlainRounds || Changed; ++Round) {
    Changed = false;
    Net.reset();
    Widening = Round >= PlainRounds;
    for (BasicBlock *Block : Order)
      if (AtEntry.contains(Block))
        visitBlock(*Block);
  }
}

bool CounterFlow::isCell(const Value *Address) const {
  if (What.Argument)
    return false;
  std::optional<MemoryCell> Cell = findCell(Address, F.getDataLayout());
  return Cell && *Cell == What.Cell;
}

/// Widens the ends of \p New that are beyond those of \p Old.
static Distance widen(const Distance &Old, const Distance &New) {
  return {New.Least < Old.Least ? Lowest : New.Least,
          New.Most > Old.Most ? Highest : New.Most};
}

void CounterFlow::set(const Value *V, Distance D) {
  auto [Entry, IsNew] = Values.try_emplace(V, D);
  if (!IsNew) {
    D = Entry->second.join(D);
    if (Widening)
      D = widen(Entry->second, D);
    if (Entry->second == D)
      return;
    Entry->second = D;
  }
  Changed = true;
}

void CounterFlow::visitBlock(BasicBlock &Block) {
  Distance State = AtEntry.find(&Block)->second;
  auto Here = Parts.find(&Block);
  for (Instruction *Part : Here == Parts.end() ? ArrayRef<Instruction *>()
                                               : ArrayRef(Here->second)) {
    Instruction &I = *Part;
    if (std::optional<Distance> D = compute(I, State))
      set(&I, *D);
    else if (Values.contains(&I))
      set(&I, Distance::any()); // What comes round a loop is something else.
    if (auto *Store = dyn_cast<StoreInst>(&I);
        Store && isCell(Store->getPointerOperand())) {
      IsWritten = true;
      State = find(Store->getValueOperand()).value_or(Distance::any());
    }
    auto *Call = dyn_cast<CallBase>(&I);
    if (!Call)
      continue;
    if (std::optional<unsigned> Number = Cycle.findCall(*Call)) {
      AtCall[Call] = State;
      if (!What.Argument)
        State = State + Nets[Cycle.calls()[*Number].Callee];
    }
  }
  if (isa<ReturnInst, ResumeInst>(Block.getTerminator()))
    Net = Net ? Net->join(State) : State;
  for (BasicBlock *Next : successors(&Block)) {
    auto [Entry, IsNew] = AtEntry.try_emplace(Next, State);
    Distance Joined = Entry->second.join(State);
    if (Widening)
      Joined = widen(Entry->second, Joined);
    Changed |= IsNew || !(Joined == Entry->second);
    Entry->second = Joined;
  }
}

/// Returns the sum of \p D and the constant \p C, or of its negative.
static std::optional<Distance> shift(std::optional<Distance> D, const Value *C,
                                     bool Negative) {
  const auto *Step = dyn_cast<ConstantInt>(C);
  if (!D || !Step || Step->getBitWidth() > 64)
    return std::nullopt;
  int64_t Amount = Step->getSExtValue();
  if (Amount == Lowest)
    return std::nullopt;
  if (Negative)
    Amount = -Amount;
  return *D + Distance{Amount, Amount};
}

std::optional<Distance> CounterFlow::computePhi(const PHINode &Phi) const {
  std::optional<Distance> Result;
  for (const Value *Incoming : Phi.incoming_values()) {
    std::optional<Distance> D = find(Incoming);
    if (!D) {
      // Around a loop, it is not known yet.
      if (isa<Instruction>(Incoming) && !Values.contains(Incoming) && !Widening)
        continue;
      return std::nullopt;
    }
    Result = Result ? Result->join(*D) : *D;
  }
  return Result;
}

std::optional<Distance> CounterFlow::compute(Instruction &I,
                                             Distance State) const {
  switch (I.getOpcode()) {
  case Instruction::Load:
    if (isCell(I.getOperand(0)))
      return State;
    return std::nullopt;
  case Instruction::Add:
    if (auto D = shift(find(I.getOperand(0)), I.getOperand(1), false))
      return D;
    return shift(find(I.getOperand(1)), I.getOperand(0), false);
  case Instruction::Sub:
    return shift(find(I.getOperand(0)), I.getOperand(1), true);
  case Instruction::SExt:
  case Instruction::ZExt:
  case Instruction::Trunc:
  case Instruction::Freeze:
    return find(I.getOperand(0));
  case Instruction::PHI:
    return computePhi(cast<PHINode>(I));
  case Instruction::Select: {
    auto Left = find(I.getOperand(1)), Right = find(I.getOperand(2));
    if (!Left || !Right)
      return std::nullopt;
    return Left->join(*Right);
  }
  case Instruction::ExtractValue:
    if (auto *Checked = dyn_cast<WithOverflowInst>(I.getOperand(0));
        Checked && *cast<ExtractValueInst>(I).idx_begin() == 0) {
      bool IsSub = Checked->getBinaryOp() == Instruction::Sub;
      if (IsSub || Checked->getBinaryOp() == Instruction::Add)
        return shift(find(Checked->getLHS()), Checked->getRHS(), IsSub);
    }
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

std::optional<Distance> CounterFlow::find(const Value *V) const {
  auto Found = Values.find(V);
  if (Found == Values.end())
    return std::nullopt;
  return Found->second;
}

Distance CounterFlow::getBefore(const CallBase &Call) const {
  auto Found = AtCall.find(&Call);
  return Found == AtCall.end() ? Distance::any() : Found->second;
}

} // namespace offstack
