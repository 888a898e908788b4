//===- CountedValues.cpp - What a value is counted from -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks back through additions, casts and choices.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CountedValues.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

const Value *findCountedFrom(const Value *V) {
  constexpr unsigned MostSteps = 8;
  bool IsCounted = false;
  for (unsigned Step = 0; Step < MostSteps; ++Step) {
    if (isa<Argument, LoadInst>(V))
      return IsCounted ? V : nullptr;
    const auto *I = dyn_cast<Instruction>(V);
    if (!I)
      return nullptr;
    if (isa<BinaryOperator>(I) &&
        (I->getOpcode() == Instruction::Add ||
         I->getOpcode() == Instruction::Sub) &&
        isa<ConstantInt>(I->getOperand(1)))
      IsCounted = true;
    else if (const auto *Checked = dyn_cast<WithOverflowInst>(I)) {
      if (!isa<ConstantInt>(Checked->getRHS()))
        return nullptr;
      IsCounted = true;
    } else if (const auto *Phi = dyn_cast<PHINode>(I)) {
      // A loop counts as well as an addition does.
      V = Phi->getIncomingValue(0);
      IsCounted |= any_of(Phi->incoming_values(), [](const Value *In) {
        return isa<BinaryOperator>(In);
      });
      continue;
    } else if (const auto *Select = dyn_cast<SelectInst>(I)) {
      V = isa<Constant>(Select->getTrueValue()) ? Select->getFalseValue()
                                                : Select->getTrueValue();
      continue;
    } else if (!isa<CastInst, FreezeInst, ExtractValueInst>(I)) {
      return nullptr;
    }
    V = I->getOperand(0);
  }
  return nullptr;
}

std::optional<MemoryCell> findCountedCell(const Value *V) {
  if (const Value *From = findCountedFrom(V))
    V = From;
  while (isa<CastInst, FreezeInst>(V))
    V = cast<Instruction>(V)->getOperand(0);
  const auto *Load = dyn_cast<LoadInst>(V);
  if (!Load)
    return std::nullopt;
  return findCell(Load->getPointerOperand(), Load->getDataLayout());
}

} // namespace offstack
