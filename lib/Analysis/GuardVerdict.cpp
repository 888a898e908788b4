//===- GuardVerdict.cpp - Which circuits the guards end -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Circuits that pass a counter, which never falls on them, rises on them and is
// tested on them, end. So those that stay are without a rise or without a test:
// each kind is looked at again, for other guards.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/DepthGuards.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

static BitVector without(BitVector Group, const BitVector &Calls) {
  return Group.reset(Calls);
}

/// Returns true if every circuit of \p Group has one of \p Calls.
bool DepthGuards::isCovered(const BitVector &Group,
                            const BitVector &Calls) const {
  return Cycle.findCircuits(without(Group, Calls)).empty();
}

/// Returns true if \p C limits the depth of circuits in \p Group, rather than
/// being what the recursion is about.
bool DepthGuards::isGuard(const GuardCounter &C, const BitVector &Group) const {
  if (C.Lowering.anyCommon(Group) || !C.Raising.anyCommon(Group) ||
      !C.Tested.anyCommon(Group))
    return false;
  if (!C.IsDown && C.TestedConstant.anyCommon(Group))
    return true;
  // What ends where the input ends is no limit.
  return !C.IsPosition && isDrivenOtherwise(C, Group);
}

/// Takes away from \p Group what the best guard ends, and adds what stays to
/// \p Rest. Returns false if there is no guard.
bool DepthGuards::reduce(const BitVector &Group, GuardResult &Result,
                         std::vector<BitVector> &Rest) const {
  std::optional<unsigned> Best;
  std::vector<BitVector> BestRest;
  unsigned BestCount = ~0u;
  auto Offer = [&](unsigned Number, std::vector<BitVector> Left) {
    unsigned Count = 0;
    for (const BitVector &Part : Left)
      Count += Part.count();
    if (Count >= BestCount)
      return;
    BestCount = Count;
    Best = Number;
    BestRest = std::move(Left);
  };
  constexpr unsigned Mark = ~0u, Stack = ~0u - 1;
  for (auto [Number, C] : enumerate(Counters)) {
    if (!isGuard(C, Group))
      continue;
    const BitVector &Tested = !C.IsDown && C.TestedConstant.anyCommon(Group)
                                  ? C.TestedConstant
                                  : C.Tested;
    std::vector<BitVector> Left = Cycle.findCircuits(without(Group, C.Raising));
    append_range(Left, Cycle.findCircuits(without(Group, Tested)));
    Offer(Number, std::move(Left));
  }
  if (Marked.anyCommon(Group))
    Offer(Mark, Cycle.findCircuits(without(Group, Marked)));
  if (StackChecked.anyCommon(Group))
    Offer(Stack, Cycle.findCircuits(without(Group, StackChecked)));
  if (!Best)
    return false;
  if (*Best == Mark)
    Result.UsedMark = true;
  else if (*Best == Stack)
    Result.UsedStackCheck = true;
  else if (!is_contained(Result.Used, *Best))
    Result.Used.push_back(*Best);
  append_range(Rest, BestRest);
  return true;
}

GuardResult DepthGuards::apply() const {
  GuardResult Result;
  std::vector<BitVector> Worklist =
      Cycle.findCircuits(BitVector(Cycle.calls().size(), true));
  while (!Worklist.empty()) {
    BitVector Group = Worklist.back();
    Worklist.pop_back();
    if (!reduce(Group, Result, Worklist) &&
        !is_contained(Result.Leftover, Group))
      Result.Leftover.push_back(std::move(Group));
  }
  // The first calls first.
  sort(Result.Leftover, [](const BitVector &A, const BitVector &B) {
    return A.find_first() < B.find_first();
  });
  return Result;
}

/// Returns the calls that may move \p C towards the limit, and never away.
static BitVector findMayRaise(const GuardCounter &C) {
  BitVector Result(C.Moves.size());
  for (auto [Index, Move] : enumerate(C.Moves))
    if (C.IsDown ? Move.Least < 0 && Move.Most <= 0
                 : Move.Most > 0 && Move.Least >= 0)
      Result.set(Index);
  return Result;
}

bool DepthGuards::mayBeLimited(const BitVector &Group) const {
  if (any_of(Group.set_bits(), [&](unsigned Index) {
        return Leaving.test(Cycle.calls()[Index].Caller);
      }))
    return true;
  return any_of(Counters, [&](const GuardCounter &C) {
    if (C.IsPosition && !C.TestedConstant.anyCommon(Group))
      return false;
    // Where it does not rise, something else may stop it, as a flag.
    if (!isCovered(Group, C.Raising) && isCovered(Group, findMayRaise(C)) &&
        isCovered(Group, C.Tested))
      return true;
    if (!C.Raising.anyCommon(Group))
      return false;
    if (C.AfterFailure.anyCommon(Group) && isCovered(Group, C.Raising))
      return true;
    return !C.IsDown && C.TestedConstant.anyCommon(Group) &&
           isCovered(Group, C.Tested);
  });
}

/// Returns true if \p C ends all circuits of \p Group.
bool DepthGuards::ends(const GuardCounter &C, const BitVector &Group) const {
  return isGuard(C, Group) && isCovered(Group, C.Raising) &&
         isCovered(Group, C.Tested);
}

std::optional<GuardReset> DepthGuards::findReset(const BitVector &Group) const {
  for (const GuardCounter &C : Counters) {
    if (!C.Lowering.anyCommon(Group))
      continue;
    std::vector<BitVector> Rest =
        Cycle.findCircuits(without(Group, C.Lowering));
    if (Rest.empty() ||
        !all_of(Rest, [&](const BitVector &Part) { return ends(C, Part); }))
      continue;
    BitVector Resets = C.Lowering;
    Resets &= Group;
    // Where it begins anew, rather than where it is lost.
    auto Anew = find_if(Resets.set_bits(), [&](unsigned Index) {
      return C.InFunction[Cycle.calls()[Index].Callee].has_value();
    });
    return GuardReset{describe(C), Anew == Resets.set_bits_end()
                                       ? Resets.find_first()
                                       : *Anew};
  }
  return std::nullopt;
}

std::string DepthGuards::describe(const GuardResult &Result) const {
  if (Result.UsedStackCheck)
    return "a check of the stack that is left";
  if (Result.Used.empty())
    return Result.UsedMark ? "a mark of what is in progress" : "";
  return describe(Counters[Result.Used[0]]);
}

std::string DepthGuards::describe(const GuardCounter &C) const {
  for (auto [Number, In] : enumerate(C.InFunction)) {
    if (!In)
      continue;
    if (In->Argument)
      return ("argument " + Twine(*In->Argument) + " of '" +
              Cycle.functions()[Number]->getName() + "'")
          .str();
    if (In->Cell.Global)
      return ("'" + In->Cell.Global->getName() + "'").str();
  }
  return "a counter in memory";
}

} // namespace offstack
