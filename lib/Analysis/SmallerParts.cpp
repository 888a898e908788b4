//===- SmallerParts.cpp - Calls for the smaller of two parts --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (middle - low < high - middle) sort(low, middle)`.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/SmallerParts.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace offstack {

/// Returns the difference that \p V is, or null.
static const BinaryOperator *findLength(const Value *V) {
  while (isa<CastInst, FreezeInst>(V))
    V = cast<Instruction>(V)->getOperand(0);
  const auto *Length = dyn_cast<BinaryOperator>(V);
  return Length && Length->getOpcode() == Instruction::Sub &&
                 !isa<Constant>(Length->getOperand(1))
             ? Length
             : nullptr;
}

/// Returns true if \p Fact compares two lengths of which one ends where the
/// other begins.
static bool comparesParts(const EdgeFact &Fact) {
  const BinaryOperator *Left = findLength(Fact.Left);
  const BinaryOperator *Right = findLength(Fact.Right);
  return Left && Right && !ICmpInst::isEquality(Fact.Holds) &&
         (Left->getOperand(0) == Right->getOperand(1) ||
          Left->getOperand(1) == Right->getOperand(0));
}

bool goesIntoSmallerParts(const CallCycle &Cycle, ArrayRef<unsigned> Circuit,
                          ArrayRef<SmallVector<EdgeFact, 16>> Facts) {
  return all_of(Circuit, [&](unsigned Index) {
    const CycleCall &Call = Cycle.calls()[Index];
    EdgeSet Compared;
    for (const EdgeFact &Fact : Facts[Call.Caller])
      if (comparesParts(Fact))
        Compared.insert({Fact.From, Fact.To});
    return !Compared.empty() &&
           !findReachable(Cycle.functions()[Call.Caller]->getEntryBlock(),
                          Compared)
                .contains(Call.Call->getParent());
  });
}

} // namespace offstack
