//===- MarkTests.cpp - Marks, and branches on them ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares addresses as expressions. A number that each object gets, counted
// up, is taken not to come round to 0.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/MarkTests.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace offstack {

SmallVector<MarkTest, 4> collectMarkTests(const Function &F) {
  constexpr unsigned MostSteps = 6;
  SmallVector<MarkTest, 4> Result;
  for (const BasicBlock &Block : F) {
    const auto *Branch = dyn_cast<BranchInst>(Block.getTerminator());
    if (!Branch || !Branch->isConditional())
      continue;
    MarkTest Test{Branch, nullptr, {}};
    const auto *I = dyn_cast<Instruction>(Branch->getCondition());
    while (I && Test.Chain.size() < MostSteps &&
           isa<CmpInst, CastInst, BinaryOperator>(I) &&
           (I->getNumOperands() == 1 ||
            isa<ConstantInt, ConstantPointerNull>(I->getOperand(1)))) {
      Test.Chain.push_back(I);
      I = dyn_cast<Instruction>(I->getOperand(0));
    }
    Test.Load = dyn_cast_or_null<LoadInst>(I);
    if (!Test.Load || !isa<IntegerType, PointerType>(Test.Load->getType()))
      continue;
    std::reverse(Test.Chain.begin(), Test.Chain.end());
    Result.push_back(std::move(Test));
  }
  return Result;
}

/// Returns what is known of the result of \p I, whose first operand is \p Of
/// and whose second, if any, is a constant. Nothing is known of other kinds.
static KnownBits computeStep(const Instruction &I, const KnownBits &Of) {
  unsigned Width = I.getType()->getScalarSizeInBits();
  KnownBits With(Of.getBitWidth());
  if (I.getNumOperands() == 2)
    With =
        KnownBits::makeConstant(cast<ConstantInt>(I.getOperand(1))->getValue());
  switch (I.getOpcode()) {
  case Instruction::And:
    return Of & With;
  case Instruction::Or:
    return Of | With;
  case Instruction::Xor:
    return Of ^ With;
  case Instruction::Shl:
    return KnownBits::shl(Of, With);
  case Instruction::LShr:
    return KnownBits::lshr(Of, With);
  case Instruction::AShr:
    return KnownBits::ashr(Of, With);
  case Instruction::Trunc:
    return Of.trunc(Width);
  case Instruction::ZExt:
    return Of.zext(Width);
  case Instruction::SExt:
    return Of.sext(Width);
  default:
    return KnownBits(Width);
  }
}

/// Returns the bits of \p C, a number or null, with as many as \p Like has.
static KnownBits getBits(const Value &C, const KnownBits &Like) {
  if (const auto *Number = dyn_cast<ConstantInt>(&C))
    return KnownBits::makeConstant(Number->getValue());
  return KnownBits::makeConstant(APInt::getZero(Like.getBitWidth()));
}

const BasicBlock *MarkTest::findOtherWay(const MarkStore &Mark) const {
  if (Mark.Store->getValueOperand()->getType() != Load->getType())
    return nullptr;
  KnownBits Known = Mark.Written;
  // A number, tested to be none.
  const auto *First = dyn_cast<ICmpInst>(Chain.empty() ? nullptr : Chain[0]);
  if (Known.isUnknown() && First && First->isEquality() &&
      cast<Constant>(First->getOperand(1))->isNullValue())
    Known = KnownBits::makeConstant(APInt(Known.getBitWidth(), 1));
  for (const Instruction *I : Chain) {
    const auto *Compare = dyn_cast<ICmpInst>(I);
    if (!Compare) {
      Known = computeStep(*I, Known);
      continue;
    }
    std::optional<bool> Holds =
        ICmpInst::compare(Known, getBits(*Compare->getOperand(1), Known),
                          Compare->getPredicate());
    if (!Holds)
      return nullptr;
    Known = KnownBits::makeConstant(APInt(1, *Holds));
  }
  if (!Known.isConstant() || Known.getBitWidth() != 1)
    return nullptr;
  return Branch->getSuccessor(Known.getConstant().isZero() ? 0 : 1);
}

/// Returns true if \p V is counted up.
static bool isCountedUp(const Value &V) {
  const auto *Sum = dyn_cast<BinaryOperator>(&V);
  const auto *By = Sum && Sum->getOpcode() == Instruction::Add
                       ? dyn_cast<ConstantInt>(Sum->getOperand(1))
                       : nullptr;
  return By && By->getValue().isStrictlyPositive();
}

SmallVector<MarkStore, 4> collectEmptied(const Function &F) {
  SmallVector<MarkStore, 4> Result;
  for (const Instruction &I : instructions(F)) {
    const auto *Store = dyn_cast<StoreInst>(&I);
    if (!Store || !isa<ConstantPointerNull>(Store->getValueOperand()) ||
        isa<AllocaInst>(getUnderlyingObject(Store->getPointerOperand())))
      continue;
    unsigned Width = F.getDataLayout().getPointerTypeSizeInBits(
        Store->getValueOperand()->getType());
    Result.push_back({Store, KnownBits::makeConstant(APInt::getZero(Width))});
  }
  return Result;
}

SmallVector<MarkStore, 4> collectMarkStores(const Function &F) {
  SmallVector<MarkStore, 4> Result;
  for (const Instruction &I : instructions(F)) {
    const auto *Store = dyn_cast<StoreInst>(&I);
    const Value *V = Store ? Store->getValueOperand() : nullptr;
    if (!V || !V->getType()->isIntegerTy() ||
        isa<AllocaInst>(getUnderlyingObject(Store->getPointerOperand())) ||
        !isa<ConstantInt, BinaryOperator, CastInst, SelectInst, PHINode>(V))
      continue;
    KnownBits Known = computeKnownBits(V, F.getDataLayout());
    if (!Known.isUnknown() || isCountedUp(*V))
      Result.push_back({Store, std::move(Known)});
  }
  return Result;
}

bool isSamePlace(const Value &Tested, const Value &Marked,
                 const CallBase *Call) {
  constexpr unsigned MostParts = 24;
  struct Part {
    const Value *Tested, *Marked;
    /// The call still stands between the two.
    bool IsPassed;
  };
  SmallVector<Part, 8> Worklist = {{&Tested, &Marked, Call != nullptr}};
  for (unsigned Next = 0; Next < Worklist.size(); ++Next) {
    auto [Left, Right, IsPassed] = Worklist[Next];
    if (const auto *A = dyn_cast<Argument>(Right); A && IsPassed) {
      if (A->getArgNo() >= Call->arg_size())
        return false;
      Right = Call->getArgOperand(A->getArgNo());
      IsPassed = false;
    }
    if (Left == Right && (!IsPassed || isa<Constant>(Left)))
      continue;
    const auto *I = dyn_cast<Instruction>(Left);
    const auto *Other = dyn_cast<Instruction>(Right);
    if (!I || !Other || Worklist.size() > MostParts ||
        !I->isSameOperationAs(Other) ||
        !isa<LoadInst, GetElementPtrInst, CastInst, BinaryOperator>(I))
      return false;
    for (auto [From, To] : zip(I->operand_values(), Other->operand_values()))
      Worklist.push_back({From, To, IsPassed});
  }
  return true;
}

} // namespace offstack
