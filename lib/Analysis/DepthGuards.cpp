//===- DepthGuards.cpp - What limits the depth of a recursion -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the counters of a cycle: what is counted, and tested somewhere.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/DepthGuards.h"
#include "Offstack/Analysis/CountedValues.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Counters of one cycle that are looked at.
static constexpr unsigned MostCounters = 24;

bool GuardCounter::isArgument() const {
  return all_of(InFunction, [](const std::optional<Counter> &C) {
    return C && C->Argument;
  });
}

DepthGuards::DepthGuards(const CallCycle &Cycle)
    : Cycle(Cycle), Marked(Cycle.calls().size()),
      StackChecked(Cycle.calls().size()), Leaving(Cycle.functions().size()) {
  for (Function *F : Cycle.functions()) {
    Facts.push_back(collectEdgeFacts(*F));
    Indexes.emplace_back(*F, Cycle);
  }
  findDrivers();
  addCounters();
  findMarks();
  findStackChecks();
}

/// Returns true if some function compares what may be \p C of function
/// \p Number. Most cells that are counted are not limits.
bool DepthGuards::isTestedSomewhere(const Counter &C, unsigned Number) const {
  if (C.Argument)
    return true;
  return any_of(TestedCells, [&](const MemoryCell &Tested) {
    return Tested.Global == C.Cell.Global &&
           Tested.Offsets.back() == C.Cell.Offsets.back();
  });
}

/// Returns true if \p V is counted down.
static bool isLowered(const Value &V) {
  const auto *Count = dyn_cast<BinaryOperator>(&V);
  const auto *By =
      Count ? dyn_cast<ConstantInt>(Count->getOperand(1)) : nullptr;
  if (!By)
    return false;
  return Count->getOpcode() == Instruction::Sub ? !By->isNegative()
                                                : By->isNegative();
}

/// Returns true if \p V is counted up.
static bool isRaised(const Value &V) {
  const auto *Count = dyn_cast<BinaryOperator>(&V);
  return Count && !isLowered(V) && isa<ConstantInt>(Count->getOperand(1)) &&
         (Count->getOpcode() == Instruction::Add ||
          Count->getOpcode() == Instruction::Sub);
}

/// Returns true if function \p Number itself stores to \p C what \p Counts.
bool DepthGuards::isCountedIn(unsigned Number, const Counter &C,
                              function_ref<bool(const Value &)> Counts) const {
  return any_of(Indexes[Number].Accesses, [&](const auto &Access) {
    const auto *Store = dyn_cast<StoreInst>(Access.second);
    return Store && !C.Argument && Access.first == C.Cell &&
           Counts(*Store->getValueOperand());
  });
}

/// Notes the functions that lower a cell after a call, though they have raised
/// it nowhere: something that they call does, and may test it.
void DepthGuards::noteLeaving(const Assignment &InFunction,
                              const FlowList &Flows) {
  for (unsigned Number = 0; Number < Flows.size(); ++Number) {
    const CounterFlow *Flow = Flows[Number].get();
    if (!Flow || !Flow->getNet() || Flow->getNet()->Least >= 0 ||
        isCountedIn(Number, *InFunction[Number], isRaised) ||
        (Flow->getNet()->Least == Distance::any().Least &&
         !isCountedIn(Number, *InFunction[Number], isLowered)))
      continue;
    if (any_of(Indexes[Number].Calls, [&](const CallBase *Call) {
          return Flow->getBefore(*Call).Least >= 0;
        }))
      Leaving.set(Number);
  }
}

/// Follows what \p Counted, in function \p Number, is counted from.
void DepthGuards::addSeed(unsigned Number, const Value &Counted) {
  const Value *From =
      Counted.getType()->isIntegerTy() ? findCountedFrom(&Counted) : nullptr;
  if (!From || Counters.size() >= MostCounters)
    return;
  Counter Seed;
  if (const auto *A = dyn_cast<Argument>(From)) {
    Seed.Argument = A->getArgNo();
  } else {
    std::optional<MemoryCell> Cell =
        findCell(cast<LoadInst>(From)->getPointerOperand(),
                 Cycle.functions()[Number]->getDataLayout());
    if (!Cell)
      return;
    Seed.Cell = *Cell;
  }
  bool IsTested = isTestedSomewhere(Seed, Number);
  if ((!IsTested && !isLowered(Counted)) ||
      any_of(Seen, [&](const Assignment &Known) {
        return Known[Number] && *Known[Number] == Seed;
      }))
    return;
  Seen.push_back(spread(Number, Seed));
  bool ReturnsLowered = false;
  FlowList Flows = followCounter(Seen.back(), ReturnsLowered);
  noteLeaving(Seen.back(), Flows);
  if (!IsTested)
    return;
  for (bool IsDown : {false, true})
    addDirection(Seen.back(), Flows, IsDown, ReturnsLowered);
}

void DepthGuards::addCounters() {
  for (ArrayRef<EdgeFact> List : Facts)
    for (const EdgeFact &Fact : List)
      for (const Value *V : {Fact.Left, Fact.Right})
        if (std::optional<MemoryCell> Cell = findCountedCell(V))
          TestedCells.push_back(std::move(*Cell));
  for (const CycleCall &Call : Cycle.calls())
    for (const Value *Actual : Call.Call->args())
      addSeed(Call.Caller, *Actual);
  for (auto [Number, F] : enumerate(Cycle.functions()))
    for (const Instruction &I : instructions(*F))
      if (const auto *Store = dyn_cast<StoreInst>(&I))
        if (!isa<AllocaInst>(Store->getPointerOperand()))
          addSeed(Number, *Store->getValueOperand());
}

/// Returns true if the function of \p Index loads from where \p C says, and
/// does not bring it back.
static bool isPosition(const CounterIndex &Index, const GuardCounter &C,
                       const CounterFlow &Flow) {
  std::optional<Distance> Net = Flow.getNet();
  return (C.isArgument() || (Net && !(*Net == Distance{0, 0}))) &&
         any_of(Index.ReadIndexes,
                [&](const Value *V) { return Flow.find(V).has_value(); });
}

void DepthGuards::testFunction(GuardCounter &C, unsigned Number,
                               const CounterFlow &Flow) const {
  const Function &F = *Cycle.functions()[Number];
  LimitTests Any(F, Facts[Number], Flow, C.IsDown,
                 [&](const Value &V) { return isStable(V, Number); });
  LimitTests Constants(F, Facts[Number], Flow, C.IsDown,
                       [](const Value &V) { return isa<ConstantInt>(V); });
  append_range(C.Limits, Any.limits());
  C.IsPosition |= isPosition(Indexes[Number], C, Flow);
  // A counter that moves by one does not step over a limit.
  bool Ordered = any_of(C.Raising.set_bits(), [&](unsigned Call) {
    return C.Moves[Call].Least != C.Moves[Call].Most ||
           std::abs(C.Moves[Call].Least) > 1;
  });
  for (auto [Index, Call] : enumerate(Cycle.calls())) {
    if (Call.Caller != Number)
      continue;
    if (Any.controls(*Call.Call, Ordered))
      C.Tested.set(Index);
    if (Constants.controls(*Call.Call, Ordered))
      C.TestedConstant.set(Index);
    if (Any.mayFollowFailure(*Call.Call))
      C.AfterFailure.set(Index);
  }
}

void DepthGuards::addDirection(const Assignment &InFunction,
                               const FlowList &Flows, bool IsDown,
                               bool ReturnsLowered) {
  size_t Size = Cycle.calls().size();
  GuardCounter C{IsDown,          InFunction,      {},
                 BitVector(Size), BitVector(Size), BitVector(Size),
                 BitVector(Size), BitVector(Size), {},
                 ReturnsLowered};
  for (auto [Index, Call] : enumerate(Cycle.calls())) {
    Distance Move = findMove(Call, InFunction, Flows[Call.Caller].get());
    C.Moves.push_back(Move);
    if (IsDown ? Move.Most < 0 : Move.Least > 0)
      C.Raising.set(Index);
    if (IsDown ? Move.Most > 0 : Move.Least < 0)
      C.Lowering.set(Index);
  }
  if (C.Raising.none())
    return;
  for (unsigned Number = 0; Number < Flows.size(); ++Number)
    if (Flows[Number])
      testFunction(C, Number, *Flows[Number]);
  if (!C.Limits.empty())
    Counters.push_back(std::move(C));
}

} // namespace offstack
