//===- BoxState.cpp - What is known about one box at one point ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evaluates addresses and null tests in a state.
//
//===----------------------------------------------------------------------===//

#include "BoxState.h"
#include "BoxUses.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include <cassert>

using namespace llvm;

namespace offstack {

Holds BoxState::get(unsigned Handle) const {
  const auto *Found = lower_bound(Handles, Entry(Handle, Holds::Null));
  bool IsKnown = Found != Handles.end() && Found->first == Handle;
  assert(IsKnown && "a live handle was forgotten");
  // Stale is never right to use or to free: a mistake of ours shows.
  return IsKnown ? Found->second : Holds::Stale;
}

void BoxState::set(unsigned Handle, Holds Value) {
  auto *Found = lower_bound(Handles, Entry(Handle, Holds::Null));
  if (Found != Handles.end() && Found->first == Handle)
    Found->second = Value;
  else
    Handles.insert(Found, {Handle, Value});
}

void BoxState::retain(ArrayRef<unsigned> LiveIn, ArrayRef<unsigned> Phis) {
  erase_if(Handles, [&](const Entry &E) {
    return !binary_search(LiveIn, E.first) && !binary_search(Phis, E.first);
  });
}

/// Returns true if \p Value is an address in a box, or in its chain.
static bool isInBox(Holds Value) {
  return is_contained(
      {Holds::Start, Holds::Inside, Holds::Previous, Holds::Earlier}, Value);
}

void BoxState::age() {
  for (Entry &E : Handles)
    if (isInBox(E.second))
      E.second = Holds::Stale;
}

void BoxState::link() {
  for (Entry &E : Handles)
    if (isInBox(E.second))
      E.second = E.second == Holds::Start ? Holds::Previous : Holds::Earlier;
}

/// Returns what a value computed from \p Source holds.
static Holds derive(Holds Source) {
  switch (Source) {
  case Holds::Start:
  case Holds::Inside:
    return Holds::Inside;
  case Holds::Previous:
  case Holds::Earlier:
    return Holds::Earlier;
  case Holds::Null:
  case Holds::Other:
    return Holds::Other;
  case Holds::Failed:
  case Holds::Stale:
  case Holds::Undefined:
    return Source;
  }
  llvm_unreachable("all values are handled above");
}

/// Returns true if \p V is the same address as the operand it is computed
/// from.
static bool isSameAddress(const Value *V) {
  if (const auto *Offset = dyn_cast<GetElementPtrInst>(V))
    return Offset->hasAllZeroIndices();
  return isa<BitCastInst, AddrSpaceCastInst, FreezeInst>(V);
}

Holds evaluate(const Value *V, const BoxState &State, const BoxUses &Uses) {
  bool IsDerived = false;
  while (const Value *Source = Uses.findSource(V)) {
    IsDerived |= !isSameAddress(V);
    V = Source;
  }
  Holds Base = Holds::Other;
  if (std::optional<unsigned> Handle = Uses.findHandle(V))
    Base = State.get(*Handle);
  else if (isa<ConstantPointerNull>(V))
    Base = Holds::Null;
  else if (isa<UndefValue>(V))
    Base = Holds::Undefined;
  return IsDerived ? derive(Base) : Base;
}

std::optional<bool> evaluateNullTest(const Value *Condition,
                                     const BoxState &State,
                                     const BoxUses &Uses) {
  const auto *Compare = dyn_cast<ICmpInst>(Condition);
  if (!Compare || !Compare->isEquality())
    return std::nullopt;
  const Value *Tested = Compare->getOperand(0);
  const Value *Null = Compare->getOperand(1);
  if (isa<ConstantPointerNull>(Tested))
    std::swap(Tested, Null);
  if (!isa<ConstantPointerNull>(Null))
    return std::nullopt;
  bool HoldsIfNull = Compare->getPredicate() == ICmpInst::ICMP_EQ;
  switch (evaluate(Tested, State, Uses)) {
  case Holds::Null:
    return HoldsIfNull;
  case Holds::Failed:
    // An offset from a null pointer is not null any more.
    if (Uses.findSource(Tested))
      return std::nullopt;
    return HoldsIfNull;
  case Holds::Start:
  case Holds::Previous:
    return !HoldsIfNull;
  case Holds::Inside:
  case Holds::Earlier:
  case Holds::Stale:
  case Holds::Undefined:
  case Holds::Other:
    return std::nullopt;
  }
  llvm_unreachable("all values are handled above");
}

} // namespace offstack
