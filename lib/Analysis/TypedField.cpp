//===- TypedField.cpp - Fields by the type they are in --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads addresses as clang writes them, with the types of the source, before
// and after locals are promoted.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/TypedField.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace offstack {

std::optional<TypedField> findTypedField(const Value &Address,
                                         const DataLayout &DL) {
  const auto *Step = dyn_cast<GEPOperator>(&Address);
  if (!Step)
    return TypedField();
  const auto *Struct = dyn_cast<StructType>(Step->getSourceElementType());
  APInt Offset(DL.getIndexTypeSizeInBits(Step->getType()), 0);
  if (!Struct || !Step->accumulateConstantOffset(DL, Offset))
    return std::nullopt;
  return TypedField{Struct, Offset.getSExtValue()};
}

const Value *findObject(const Value &Address) {
  const Value *Base = Address.stripPointerCasts();
  while (const auto *Step = dyn_cast<GEPOperator>(Base)) {
    if (!Step->hasAllConstantIndices())
      return Base;
    Base = Step->getPointerOperand()->stripPointerCasts();
  }
  if (const auto *Load = dyn_cast<LoadInst>(Base))
    if (isa<AllocaInst>(Load->getPointerOperand()))
      return Load->getPointerOperand();
  return Base;
}

/// Returns what \p I adds to its first operand; nothing if it does not count.
static std::optional<int64_t> findStep(const BinaryOperator &I) {
  const auto *By = dyn_cast<ConstantInt>(I.getOperand(1));
  if (!By || By->getBitWidth() > 64)
    return std::nullopt;
  if (I.getOpcode() == Instruction::Add)
    return By->getSExtValue();
  if (I.getOpcode() == Instruction::Sub && !By->isMinValue(/*IsSigned=*/true))
    return -By->getSExtValue();
  return std::nullopt;
}

SmallVector<LoadedPart, 4> findLoadedParts(const Value &V) {
  constexpr unsigned MostParts = 24;
  constexpr int64_t LargestStep = 1 << 20;
  SmallVector<LoadedPart, 4> Result;
  SmallSetVector<std::pair<const Value *, int64_t>, 8> Parts;
  Parts.insert({&V, 0});
  for (unsigned Next = 0; Next < Parts.size() && Next < MostParts; ++Next) {
    auto [Part, Step] = Parts[Next];
    const auto *I = dyn_cast<Instruction>(Part);
    if (!I || std::abs(Step) > LargestStep)
      continue;
    if (const auto *Load = dyn_cast<LoadInst>(I)) {
      const auto *Local = dyn_cast<AllocaInst>(Load->getPointerOperand());
      if (!Local) {
        Result.push_back({Load, Step});
        continue;
      }
      for (const User *U : Local->users())
        if (const auto *Store = dyn_cast<StoreInst>(U);
            Store && Store->getPointerOperand() == Local)
          Parts.insert({Store->getValueOperand(), Step});
      continue;
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(I)) {
      if (std::optional<int64_t> More = findStep(*Binary))
        Parts.insert({I->getOperand(0), Step + *More});
    } else if (const auto *Choice = dyn_cast<SelectInst>(I)) {
      Parts.insert({Choice->getTrueValue(), Step});
      Parts.insert({Choice->getFalseValue(), Step});
    } else if (isa<CastInst, FreezeInst, PHINode>(I)) {
      for (const Value *Operand : I->operand_values())
        Parts.insert({Operand, Step});
    }
  }
  return Result;
}

} // namespace offstack
