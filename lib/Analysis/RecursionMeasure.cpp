//===- RecursionMeasure.cpp - What the depth of a recursion follows -------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the values that calls pass on back to where they come from.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionMeasure.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace offstack {

namespace {

/// What a value is made of.
struct Ingredients {
  bool Argument = false;
  bool Loaded = false;
  bool Moved = false;
  bool Counted = false;
  bool Divided = false;
  bool Result = false;
};

} // namespace

static bool isDivision(const BinaryOperator &I) {
  const auto *By = dyn_cast<ConstantInt>(I.getOperand(1));
  if (!By)
    return false;
  switch (I.getOpcode()) {
  case Instruction::UDiv:
  case Instruction::SDiv:
    return !By->isZero() && !By->isOne() && !By->isMinusOne();
  case Instruction::LShr:
  case Instruction::AShr:
    return !By->isZero();
  default:
    return false;
  }
}

/// Returns what \p V is made of, through memory that pointers lead to.
static Ingredients collectIngredients(const Value *V) {
  constexpr unsigned MostParts = 48;
  Ingredients Found;
  SmallSetVector<const Value *, 16> Parts;
  Parts.insert(V);
  for (unsigned Next = 0; Next < Parts.size() && Next < MostParts; ++Next) {
    const Value *Part = Parts[Next];
    Found.Argument |= isa<Argument>(Part);
    const auto *I = dyn_cast<Instruction>(Part);
    if (!I)
      continue;
    if (const auto *Load = dyn_cast<LoadInst>(I)) {
      Found.Loaded = true;
      Parts.insert(Load->getPointerOperand());
      continue;
    }
    if (isa<CallBase>(I) && !isa<IntrinsicInst>(I)) {
      Found.Result = true;
      for (const Value *A : cast<CallBase>(I)->args())
        Found.Argument |= isa<Argument>(A);
      continue;
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(I)) {
      Found.Counted = true;
      Found.Divided |= isDivision(*Binary);
    }
    Found.Counted |= isa<WithOverflowInst>(I);
    if (isa<GetElementPtrInst>(I))
      Found.Moved = true;
    for (const Value *Operand : I->operands())
      if (!isa<BasicBlock>(Operand))
        Parts.insert(Operand);
  }
  return Found;
}

/// Returns true if function \p F moves a position in memory, or calls something
/// that may.
static bool consumesInput(const Function &F, const CallCycle &Cycle) {
  for (const Instruction &I : instructions(F)) {
    if (const auto *Store = dyn_cast<StoreInst>(&I);
        Store &&
        !isa<AllocaInst>(Store->getPointerOperand()->stripInBoundsOffsets()))
      return true;
    const auto *Call = dyn_cast<CallBase>(&I);
    if (!Call || Cycle.findCall(*Call) || isa<IntrinsicInst>(Call) ||
        Call->onlyReadsMemory() || Call->doesNotReturn())
      continue;
    if (any_of(Call->args(),
               [](const Value *A) { return A->getType()->isPointerTy(); }))
      return true;
  }
  return false;
}

DepthMeasure findMeasure(const CallCycle &Cycle, ArrayRef<unsigned> Circuit) {
  bool IsStructure = false, IsMoved = false, IsNumber = false,
       IsDivided = false, Consumes = false;
  for (unsigned Index : Circuit) {
    const CycleCall &Call = Cycle.calls()[Index];
    Consumes |= consumesInput(*Cycle.functions()[Call.Caller], Cycle);
    for (const Value *Actual : Call.Call->args()) {
      if (isa<Constant, Argument>(Actual))
        continue;
      Ingredients Of = collectIngredients(Actual);
      if (Actual->getType()->isPointerTy()) {
        IsStructure |= (Of.Loaded || Of.Result) && Of.Argument;
        IsMoved |= Of.Moved && Of.Argument;
      } else if (Actual->getType()->isIntegerTy()) {
        IsDivided |= Of.Divided;
        IsNumber |= Of.Counted && Of.Argument;
      }
    }
  }
  if (IsStructure)
    return DepthMeasure::Structure;
  if (IsDivided)
    return DepthMeasure::Division;
  if (IsMoved)
    return DepthMeasure::Input;
  if (IsNumber)
    return DepthMeasure::Number;
  return Consumes ? DepthMeasure::Input : DepthMeasure::Unknown;
}

/// Returns the number of levels until \p Actual, made of argument \p A, is 0 or
/// stays what it is, if it shrinks that fast.
static std::optional<uint64_t> findLevels(const Value &Actual,
                                          const Argument &A) {
  unsigned Width = A.getType()->getIntegerBitWidth();
  ConstantInt *By = nullptr;
  if (match(&Actual, m_CombineOr(m_UDiv(m_Specific(&A), m_ConstantInt(By)),
                                 m_SDiv(m_Specific(&A), m_ConstantInt(By)))) &&
      By->getValue().sgt(1))
    return divideCeil(Width, By->getValue().logBase2()) + 1;
  if (match(&Actual, m_LShr(m_Specific(&A), m_ConstantInt(By))) &&
      By->getValue().uge(1) && By->getValue().ult(Width))
    return divideCeil(Width, By->getZExtValue()) + 1;
  if (match(&Actual, m_Shl(m_Specific(&A), m_ConstantInt(By))) &&
      By->getValue().uge(1) && By->getValue().ult(Width))
    return divideCeil(Width, By->getZExtValue()) + 1;
  // The lowest bit that is set goes.
  if (match(&Actual,
            m_c_And(m_Specific(&A), m_Add(m_Specific(&A), m_AllOnes()))) ||
      match(&Actual, m_c_And(m_Specific(&A), m_Sub(m_Specific(&A), m_One()))))
    return Width + 1;
  return std::nullopt;
}

/// Returns true if the function does not call itself with 0 for \p Index.
static bool endsAtZero(const CallCycle &Cycle, RecursionStates &States,
                       unsigned Index) {
  EntryValues Entry = States.getUnknownEntry(0);
  Entry.Arguments[Index] =
      Constant::getNullValue(Cycle.functions()[0]->getArg(Index)->getType());
  return States.computeDepth({{0u, Entry}}) == 1;
}

/// Returns true if \p Call is f(b, a % b) of f(a, b), with \p Index that of b.
static bool isEuclid(const CallBase &Call, const Function &F, unsigned Index) {
  const Argument *Second = F.getArg(Index);
  const Value *Rest = Call.getArgOperand(Index);
  for (const Argument &First : F.args())
    if (&First != Second && Call.getArgOperand(First.getArgNo()) == Second &&
        (match(Rest, m_URem(m_Specific(&First), m_Specific(Second))) ||
         match(Rest, m_SRem(m_Specific(&First), m_Specific(Second)))))
      return true;
  return false;
}

std::optional<uint64_t> findShrinkingDepth(const CallCycle &Cycle,
                                           RecursionStates &States) {
  if (Cycle.functions().size() != 1)
    return std::nullopt;
  const Function &F = *Cycle.functions()[0];
  for (const Argument &A : F.args()) {
    if (!A.getType()->isIntegerTy())
      continue;
    unsigned Index = A.getArgNo();
    uint64_t Levels = 0;
    bool All = all_of(Cycle.calls(), [&](const CycleCall &Call) {
      std::optional<uint64_t> Each;
      if (Call.Call->arg_size() == F.arg_size()) {
        Each = findLevels(*Call.Call->getArgOperand(Index), A);
        // By Lame, a quotient of Fibonacci numbers takes most steps: one for
        // each 0.694 bits. One more if the first number is the smaller one.
        if (!Each && isEuclid(*Call.Call, F, Index))
          Each = A.getType()->getIntegerBitWidth() * 3 / 2 + 2;
      }
      Levels = std::max(Levels, Each.value_or(0));
      return Each.has_value();
    });
    if (All && endsAtZero(Cycle, States, Index))
      return Levels + 1;
  }
  return std::nullopt;
}

} // namespace offstack
