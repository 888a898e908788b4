//===- CounterThreads.cpp - Counters from function to function ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A counter has a name in each function of a cycle: an argument, or a cell that
// starts at one. Follows it from call to call.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CountedValues.h"
#include "Offstack/Analysis/DepthGuards.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// Returns what \p InCaller is called in the callee of \p Call.
std::optional<Counter>
DepthGuards::findInCallee(const CycleCall &Call,
                          const Counter &InCaller) const {
  const Function &Caller = *Cycle.functions()[Call.Caller];
  Counter Result;
  if (InCaller.Argument) {
    const Argument *Own = Caller.getArg(*InCaller.Argument);
    for (auto [Index, Actual] : enumerate(Call.Call->args()))
      if (Actual->getType()->isIntegerTy() &&
          (Actual == Own || findCountedFrom(Actual) == Own)) {
        Result.Argument = Index;
        return Result;
      }
    return std::nullopt;
  }
  if (InCaller.Cell.Global)
    return InCaller;
  for (auto [Index, Actual] : enumerate(Call.Call->args()))
    if (std::optional<MemoryCell> Cell = translateToCallee(
            InCaller.Cell, Index, Actual, Caller.getDataLayout())) {
      Result.Cell = *Cell;
      return Result;
    }
  return std::nullopt;
}

/// Returns what the callee's \p InCallee is in the caller of \p Call.
std::optional<Counter>
DepthGuards::findInCaller(const CycleCall &Call,
                          const Counter &InCallee) const {
  const Function &Caller = *Cycle.functions()[Call.Caller];
  if (InCallee.Argument) {
    if (*InCallee.Argument >= Call.Call->arg_size())
      return std::nullopt;
    const Value *V = Call.Call->getArgOperand(*InCallee.Argument);
    const Value *From = isa<Argument>(V) ? V : findCountedFrom(V);
    if (!From || !isa<Argument>(From))
      return std::nullopt;
    Counter Result;
    Result.Argument = cast<Argument>(From)->getArgNo();
    return Result;
  }
  if (InCallee.Cell.Global)
    return InCallee;
  if (InCallee.Cell.Argument >= Call.Call->arg_size())
    return std::nullopt;
  const Value *Actual = Call.Call->getArgOperand(InCallee.Cell.Argument);
  if (!Actual->getType()->isPointerTy())
    return std::nullopt;
  std::optional<MemoryCell> Cell =
      translateToCaller(InCallee.Cell, Actual, Caller.getDataLayout());
  if (!Cell)
    return std::nullopt;
  Counter Result;
  Result.Cell = *Cell;
  return Result;
}

/// Finds what \p Seed of function \p Number is in the other functions.
DepthGuards::Assignment DepthGuards::spread(unsigned Number,
                                            const Counter &Seed) const {
  Assignment Result(Cycle.functions().size());
  Result[Number] = Seed;
  // A call by which nothing is found once leads nowhere later either.
  BitVector Open(Cycle.calls().size(), true);
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (unsigned Index : Open.set_bits()) {
      const CycleCall &Call = Cycle.calls()[Index];
      std::optional<Counter> &Caller = Result[Call.Caller];
      std::optional<Counter> &Callee = Result[Call.Callee];
      if (!Caller && !Callee)
        continue;
      Open.reset(Index);
      if (Caller && !Callee)
        Changed |= (Callee = findInCallee(Call, *Caller)).has_value();
      else if (Callee && !Caller)
        Changed |= (Caller = findInCaller(Call, *Callee)).has_value();
    }
  }
  return Result;
}

/// Follows a counter through all functions that have it, until what it has
/// moved by when they return is known.
DepthGuards::FlowList DepthGuards::followCounter(const Assignment &InFunction,
                                                 bool &ReturnsLowered) const {
  constexpr unsigned PlainRounds = 3;
  size_t Size = Cycle.functions().size();
  std::vector<Distance> Nets(Size, Distance{0, 0});
  for (unsigned Number = 0; Number < Size; ++Number)
    if (!InFunction[Number])
      Nets[Number] = Distance::any();
  FlowList Flows(Size);
  bool Changed = true;
  for (unsigned Round = 0; Changed; ++Round) {
    Changed = false;
    for (unsigned Number = 0; Number < Size; ++Number) {
      if (!InFunction[Number])
        continue;
      Flows[Number] = std::make_unique<CounterFlow>(
          Indexes[Number], *InFunction[Number], Cycle, Nets);
      Distance Net = Flows[Number]->getNet().value_or(Distance{0, 0});
      Net = Net.join(Nets[Number]);
      if (Net == Nets[Number])
        continue;
      if (Round >= PlainRounds) {
        if (Net.Least < Nets[Number].Least)
          Net.Least = Distance::any().Least;
        if (Net.Most > Nets[Number].Most)
          Net.Most = Distance::any().Most;
      }
      Nets[Number] = Net;
      // What an argument does is over when its function returns.
      Changed |= !InFunction[Number]->Argument;
    }
  }
  ReturnsLowered =
      any_of(Nets, [](const Distance &Net) { return Net.Least < 0; });
  return Flows;
}

/// Returns how far \p Call moves the counter.
Distance DepthGuards::findMove(const CycleCall &Call,
                               const Assignment &InFunction,
                               const CounterFlow *Flow) const {
  const std::optional<Counter> &Caller = InFunction[Call.Caller];
  const std::optional<Counter> &Callee = InFunction[Call.Callee];
  if (!Caller || !Callee || !Flow)
    return Distance::any();
  if (Callee->Argument) {
    if (*Callee->Argument >= Call.Call->arg_size())
      return Distance::any();
    return Flow->find(Call.Call->getArgOperand(*Callee->Argument))
        .value_or(Distance::any());
  }
  if (Caller->Argument)
    return Distance::any();
  std::optional<Counter> Meant = findInCaller(Call, *Callee);
  return Meant && *Meant == *Caller ? Flow->getBefore(*Call.Call)
                                    : Distance::any();
}

/// Returns true if \p V is \p A or one of some constants, as when a limit is
/// brought down to a smaller one.
static bool isClampOf(const Value &V, const Argument &A) {
  constexpr unsigned MostParts = 8;
  SmallVector<const Value *, 4> Worklist = {&V};
  for (unsigned Next = 0; Next < Worklist.size(); ++Next) {
    const Value *Part = Worklist[Next];
    if (Part == &A || isa<Constant>(Part))
      continue;
    if (Next >= MostParts)
      return false;
    if (const auto *Choice = dyn_cast<SelectInst>(Part))
      Worklist.append({Choice->getTrueValue(), Choice->getFalseValue()});
    else if (isa<PHINode>(Part))
      append_range(Worklist, cast<PHINode>(Part)->incoming_values());
    else
      return false;
  }
  return true;
}

/// Returns true if the functions of the cycle leave \p V, of function
/// \p Number, as it is. A cell that they do not store to by its own name counts
/// as left alone.
bool DepthGuards::isStable(const Value &V, unsigned Number) const {
  constexpr unsigned MostParts = 8;
  SmallVector<const Value *, 4> Worklist = {&V};
  for (unsigned Next = 0; Next < Worklist.size(); ++Next) {
    const Value *Part = Worklist[Next];
    if (isa<Constant>(Part))
      continue;
    if (Next >= MostParts)
      return false;
    if (const auto *A = dyn_cast<Argument>(Part)) {
      for (const CycleCall &Call : Cycle.calls())
        if (Call.Callee == Number && A->getArgNo() < Call.Call->arg_size()) {
          const Value *Passed = Call.Call->getArgOperand(A->getArgNo());
          if (Call.Caller == Number ? !isClampOf(*Passed, *A)
                                    : !isa<Argument>(Passed))
            return false;
        }
      continue;
    }
    if (const auto *Load = dyn_cast<LoadInst>(Part)) {
      const DataLayout &DL = Load->getDataLayout();
      std::optional<MemoryCell> Cell = findCell(Load->getPointerOperand(), DL);
      if (!Cell)
        return false;
      for (const CounterIndex &Index : Indexes)
        for (const auto &[Accessed, I] : Index.Accesses)
          if (isa<StoreInst>(I) && Accessed == *Cell)
            return false;
      continue;
    }
    if (const auto *Choice = dyn_cast<SelectInst>(Part)) {
      Worklist.append({Choice->getTrueValue(), Choice->getFalseValue()});
      continue;
    }
    if (!isa<BinaryOperator, CastInst, PHINode>(Part))
      return false;
    append_range(Worklist, cast<Instruction>(Part)->operand_values());
  }
  return true;
}

} // namespace offstack
