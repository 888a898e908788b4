//===- CounterFlow.cpp - How far a counter is from its entry value --------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A forward walk, again and again until nothing changes. Ranges that keep
// growing are widened to all distances on that side.
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

/// Returns what says which of several small integers \p I is the address of, to
/// be read; null if it is none.
static const Value *findReadIndex(const Instruction &I) {
  constexpr unsigned WidestElement = 32;
  const auto *Step = dyn_cast<GetElementPtrInst>(&I);
  const auto *Element =
      Step ? dyn_cast<IntegerType>(Step->getResultElementType()) : nullptr;
  if (!Element || Element->getBitWidth() > WidestElement ||
      Step->getNumIndices() == 0)
    return nullptr;
  const Value *Index = Step->getOperand(Step->getNumOperands() - 1);
  while (const auto *Cast = dyn_cast<CastInst>(Index))
    Index = Cast->getOperand(0);
  bool IsRead =
      any_of(Step->users(), [](const User *U) { return !isa<StoreInst>(U); });
  return isa<Constant>(Index) || !IsRead ? nullptr : Index;
}

CounterIndex::CounterIndex(Function &F, const CallCycle &Cycle) : F(F) {
  const DataLayout &DL = F.getDataLayout();
  ReversePostOrderTraversal<Function *> Traversal(&F);
  for (BasicBlock *Block : Traversal) {
    Numbers[Block] = Order.size();
    Order.push_back(Block);
  }
  Successors.resize(Order.size());
  for (auto [Number, Block] : enumerate(Order))
    for (BasicBlock *Next : successors(Block))
      Successors[Number].push_back(Numbers.lookup(Next));
  for (BasicBlock *Block : Order)
    for (Instruction &I : *Block) {
      if (auto *Call = dyn_cast<CallBase>(&I); Call && Cycle.findCall(*Call))
        Calls.push_back(Call);
      if (const Value *Read = findReadIndex(I))
        ReadIndexes.push_back(Read);
      const Value *Address = getLoadStorePointerOperand(&I);
      if (!Address || (isa<LoadInst>(I) && !I.getType()->isIntegerTy()))
        continue;
      if (std::optional<MemoryCell> Cell = findCell(Address, DL))
        Accesses.push_back({std::move(*Cell), &I});
    }
}

CounterFlow::CounterFlow(const CounterIndex &Index, const Counter &What,
                         const CallCycle &Cycle, ArrayRef<Distance> Nets)
    : Index(Index), What(What), Cycle(Cycle), Nets(Nets) {
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
    Worklist.push_back(Index.F.getArg(*What.Argument));
  else
    for (const auto &[Cell, Access] : Index.Accesses)
      if (Cell == What.Cell) {
        CellAccesses.insert(Access);
        if (isa<LoadInst>(Access))
          Worklist.push_back(Access);
        else
          Found.insert(Access);
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
  Found.insert_range(Index.Calls);
  for (Instruction *I : Found)
    if (auto Number = Index.Numbers.find(I->getParent());
        Number != Index.Numbers.end())
      Parts[Number->second].push_back(I);
  for (auto &[Block, List] : Parts)
    sort(List, [](const Instruction *A, const Instruction *B) {
      return A->comesBefore(B);
    });
}

void CounterFlow::run() {
  collectParts();
  if (What.Argument)
    Values[Index.F.getArg(*What.Argument)] = {0, 0};
  if (isUntouched()) {
    Net = Distance{0, 0};
    for (const CallBase *Call : Index.Calls)
      AtCall[Call] = {0, 0};
    return;
  }
  AtEntry.resize(Index.Order.size());
  AtEntry[0] = Distance{0, 0};
  unsigned Round = 0;
  while (Round <= PlainRounds || Changed) {
    Changed = false;
    Net.reset();
    Widening = Round >= PlainRounds;
    visitAll();
    // Where a plain round changes nothing, the next ones do not either.
    Round = !Changed && !Widening ? PlainRounds : Round + 1;
  }
}

/// Goes through the function once.
void CounterFlow::visitAll() {
  if (What.Argument) {
    Distance Still{0, 0};
    for (auto &[Block, List] : Parts)
      for (Instruction *I : List)
        visitPart(*I, Still);
    return;
  }
  for (unsigned Block = 0; Block < Index.Order.size(); ++Block)
    if (AtEntry[Block])
      visitBlock(Block);
}

/// Returns true if neither the function nor what it calls moves the counter.
bool CounterFlow::isUntouched() const {
  return !What.Argument && CellAccesses.empty() &&
         all_of(Index.Calls, [&](const CallBase *Call) {
           return Nets[Cycle.calls()[*Cycle.findCall(*Call)].Callee] ==
                  Distance{0, 0};
         });
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

void CounterFlow::visitPart(Instruction &I, Distance &State) {
  if (std::optional<Distance> D = compute(I, State))
    set(&I, *D);
  else if (Values.contains(&I))
    set(&I, Distance::any()); // What comes round a loop is something else.
  if (isa<StoreInst>(I) && CellAccesses.contains(&I))
    State = find(I.getOperand(0)).value_or(Distance::any());
  auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return;
  if (std::optional<unsigned> Number = Cycle.findCall(*Call)) {
    AtCall[Call] = State;
    if (!What.Argument)
      State = State + Nets[Cycle.calls()[*Number].Callee];
  }
}

void CounterFlow::visitBlock(unsigned Block) {
  Distance State = *AtEntry[Block];
  if (auto Here = Parts.find(Block); Here != Parts.end())
    for (Instruction *I : Here->second)
      visitPart(*I, State);
  if (isa<ReturnInst, ResumeInst>(Index.Order[Block]->getTerminator()))
    Net = Net ? Net->join(State) : State;
  for (unsigned Next : Index.Successors[Block]) {
    std::optional<Distance> &Before = AtEntry[Next];
    Distance Joined = Before ? Before->join(State) : State;
    if (Before && Widening)
      Joined = widen(*Before, Joined);
    Changed |= !Before || !(Joined == *Before);
    Before = Joined;
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
    if (CellAccesses.contains(&I))
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
