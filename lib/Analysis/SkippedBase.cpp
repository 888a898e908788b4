//===- SkippedBase.cpp - Counting past the end ----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows a recursion from values of its counter that may miss its base case.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionStates.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Levels that a recursion is followed that counts away from its end.
static constexpr unsigned AwayLevels = 40;

/// Returns how \p V changes an argument by a constant, or nothing.
static std::optional<CountStep> findStep(const Value &V) {
  const auto *Count = dyn_cast<BinaryOperator>(&V);
  if (!Count || !isa<Argument>(Count->getOperand(0)) ||
      (Count->getOpcode() != Instruction::Add &&
       Count->getOpcode() != Instruction::Sub))
    return std::nullopt;
  const auto *C = dyn_cast<ConstantInt>(Count->getOperand(1));
  if (!C || C->isZero())
    return std::nullopt;
  APInt Step = C->getValue();
  return CountStep{Count->getOpcode() == Instruction::Sub ? -Step : Step,
                   Count->hasNoSignedWrap()};
}

std::optional<RecursionWitness> RecursionStates::findSkippedBase() {
  Work = 0;
  std::vector<std::optional<EntryValues>> Objects(Cycle.functions().size());
  for (const CycleCall &Call : Cycle.calls()) {
    Function &F = *Cycle.functions()[Call.Callee];
    for (unsigned Index = 0;
         Index < std::min<unsigned>(F.arg_size(), Call.Call->arg_size());
         ++Index) {
      std::optional<CountStep> Count =
          findStep(*Call.Call->getArgOperand(Index));
      // A counter of 8 or 16 bits comes round within the stack.
      if (!Count || Count->Step.getBitWidth() < 32)
        continue;
      RecursionWitness Witness;
      for (const APInt &Start : collectStarts(*Count)) {
        if (!Objects[Call.Callee])
          Objects[Call.Callee] = makeObjects(Call.Callee);
        EntryValues Entry = *Objects[Call.Callee];
        Entry.Arguments[Index] =
            ConstantInt::get(F.getArg(Index)->getType(), Start);
        // What other calls do is asked for last.
        TrustsCalls = true;
        uint64_t Before = Work;
        bool Counts = countsAway(Call.Callee, Index, Entry, Witness.Circuit);
        TrustsCalls = false;
        if (!Counts)
          continue;
        Work = Before;
        if (!countsAway(Call.Callee, Index, Entry, Witness.Circuit))
          continue;
        Witness.Argument = Index;
        Witness.Value = toString(Start, 10, Count->IsSigned);
        return Witness;
      }
    }
  }
  return std::nullopt;
}

/// Returns values from which a counter may miss the constants that it is
/// compared with: between two steps, and beyond all of them.
SmallVector<APInt, 16>
RecursionStates::collectStarts(const CountStep &Count) const {
  unsigned Width = Count.Step.getBitWidth();
  SmallVector<APInt, 16> Bases = {APInt(Width, 0)};
  for (int64_t Value : Compared)
    Bases.push_back(APInt(64, Value, /*isSigned=*/true).trunc(Width));
  bool IsDown = Count.Step.isNegative();
  SmallVector<APInt, 16> Starts;
  auto Less = [&](const APInt &A, const APInt &B) {
    return Count.IsSigned ? A.slt(B) : A.ult(B);
  };
  constexpr uint64_t MostBeside = 3;
  if (Count.Step.abs().ugt(1))
    for (const APInt &C : Bases)
      for (uint64_t Beside = 0; Beside < MostBeside; ++Beside)
        Starts.push_back(IsDown ? C + Beside : C - Beside);
  if (!Count.IsSigned) {
    // From 0 an unsigned counter goes below a base case that is more.
    if (IsDown)
      Starts.push_back(APInt(Width, 0));
    erase_if(Starts, [](const APInt &V) { return V.isNegative(); });
    return Starts;
  }
  APInt Farthest =
      *(IsDown ? std::min_element(Bases.begin(), Bases.end(), Less)
               : std::max_element(Bases.begin(), Bases.end(), Less));
  if (IsDown ? !Farthest.isMinSignedValue() : !Farthest.isMaxSignedValue())
    Starts.push_back(IsDown ? Farthest - 1 : Farthest + 1);
  return Starts;
}

/// Returns true if the recursion entered with \p Entry, where argument
/// \p Index counts, recurses on every path for many levels and from many
/// values farther away.
bool RecursionStates::countsAway(unsigned Number, unsigned Index,
                                 const EntryValues &Entry,
                                 SmallVectorImpl<unsigned> &Circuit) {
  clear();
  SmallVector<unsigned, 16> Queue = {addState(Number, Entry)};
  DenseSet<unsigned> Queued = {Queue[0]};
  std::optional<APInt> Second;
  APInt First = cast<ConstantInt>(Entry.Arguments[Index])->getValue();
  Circuit.clear();
  for (unsigned Next = 0; Next < std::min<size_t>(Queue.size(), AwayLevels);
       ++Next) {
    unsigned Current = Queue[Next];
    expand(Current);
    SmallVector<unsigned, 4> Ends;
    if (Work > WorkLimit ||
        !mustRecurse(States[Current], BitVector(States.size(), true), &Ends))
      return false;
    for (auto [CallNumber, Target] : States[Current].Calls) {
      if (!is_contained(Ends, CallNumber))
        continue;
      const State &To = States[Target];
      if (!Second) {
        Circuit.push_back(CallNumber);
        if (To.Function == Number) {
          auto *Value =
              dyn_cast_or_null<ConstantInt>(To.Entry.Arguments[Index]);
          if (!Value || Value->getValue() == First)
            return false;
          Second = Value->getValue();
        }
      }
      if (Queued.insert(Target).second)
        Queue.push_back(Target);
    }
  }
  if (!Second || Queue.size() < AwayLevels)
    return false;
  return recursesFarAway(Number, Index, Entry, *Second - First);
}

/// Returns true if the function recurses on every path from values that are
/// farther and farther away from \p Entry in the direction of \p Step.
bool RecursionStates::recursesFarAway(unsigned Number, unsigned Index,
                                      const EntryValues &Entry,
                                      const APInt &Step) {
  APInt First = cast<ConstantInt>(Entry.Arguments[Index])->getValue();
  unsigned Most = Step.getBitWidth() - 2 - Step.abs().logBase2();
  for (unsigned Shift = 4; Shift < Most; ++Shift) {
    EntryValues Far = Entry;
    Far.Arguments[Index] = ConstantInt::get(Entry.Arguments[Index]->getType(),
                                            First + Step.shl(Shift));
    clear();
    unsigned Start = addState(Number, Far);
    expand(Start);
    if (Work > WorkLimit ||
        !mustRecurse(States[Start], BitVector(States.size(), true)))
      return false;
  }
  return true;
}

} // namespace offstack
