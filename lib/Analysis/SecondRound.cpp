//===- SecondRound.cpp - Recursions that do not go on ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Inlines one call, and asks LLVM's passes which calls are left in it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/SecondRound.h"
#include "Offstack/Analysis/AnalysisManagers.h"
#include "Offstack/Analysis/Components.h"
#include "Offstack/Analysis/MarkTests.h"
#include "Offstack/Analysis/TypedField.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Scalar/CorrelatedValuePropagation.h"
#include "llvm/Transforms/Scalar/EarlyCSE.h"
#include "llvm/Transforms/Scalar/JumpThreading.h"
#include "llvm/Transforms/Scalar/SROA.h"
#include "llvm/Transforms/Scalar/SimplifyCFG.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace offstack {

/// Calls of a group, and instructions of a function, that are looked at.
static constexpr unsigned MostCalls = 4;
static constexpr unsigned MostInstructions = 3000;

/// Returns what the conditions of \p F are made of, through memory.
static SmallSetVector<const Value *, 32>
collectConditionParts(const Function &F) {
  SmallSetVector<const Value *, 32> Parts;
  for (const BasicBlock &Block : F)
    if (const Instruction *End = Block.getTerminator();
        isa<BranchInst, SwitchInst>(End) && End->getNumOperands() > 1)
      Parts.insert(End->getOperand(0));
  for (unsigned Next = 0; Next < Parts.size(); ++Next)
    if (const auto *I = dyn_cast<Instruction>(Parts[Next]);
        I && !isa<CallBase>(I))
      for (const Value *Operand : I->operand_values())
        if (isa<Instruction>(Operand))
          Parts.insert(Operand);
  return Parts;
}

/// Returns true if what \p Call passes on may be known to its callee by more
/// than its place: it is made of two values, in the place of another argument,
/// or tested before.
static bool mayTell(const CallBase &Call) {
  std::optional<SmallSetVector<const Value *, 32>> Parts;
  for (const Use &Passed : Call.args()) {
    const Value *Actual = Passed.get();
    const auto *Made = dyn_cast<BinaryOperator>(Actual);
    const auto *Own = dyn_cast<Argument>(Actual);
    if ((Made && !isa<Constant>(Made->getOperand(1))) ||
        (Own && Own->getArgNo() != Call.getArgOperandNo(&Passed)))
      return true;
    if (isa<Constant, Argument>(Actual))
      continue;
    if (!Parts)
      Parts = collectConditionParts(*Call.getFunction());
    if (any_of(*Parts, [&](const Value *Part) {
          const auto *Load = dyn_cast<LoadInst>(Part);
          return Part == Actual ||
                 (Load && isSamePlace(*Load->getPointerOperand()
                                           ->stripInBoundsConstantOffsets(),
                                      *Actual, nullptr));
        }))
      return true;
  }
  return false;
}

/// Returns the field that \p Address is of, or one of no struct.
static TypedField findField(const Value &Address, const DataLayout &DL) {
  return findTypedField(Address, DL).value_or(TypedField());
}

/// Erases the stores of \p F that are assumed not to reach what its conditions
/// read: those to other fields, and where there is no field, of other types.
static void dropOtherStores(Function &F) {
  const DataLayout &DL = F.getDataLayout();
  SmallVector<TypedField, 8> Fields;
  SmallPtrSet<const Type *, 4> Types;
  for (const Value *Part : collectConditionParts(F)) {
    const auto *Load = dyn_cast<LoadInst>(Part);
    if (!Load ||
        isa<AllocaInst>(getUnderlyingObject(Load->getPointerOperand())))
      continue;
    TypedField Field = findField(*Load->getPointerOperand(), DL);
    if (Field.Struct)
      Fields.push_back(Field);
    else
      Types.insert(Load->getType());
  }
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    const Value *To = nullptr;
    const auto *Store = dyn_cast<StoreInst>(&I);
    if (Store && Store->isSimple())
      To = Store->getPointerOperand();
    else if (const auto *Copy = dyn_cast<MemIntrinsic>(&I))
      To = Copy->getRawDest();
    if (!To || isa<AllocaInst>(getUnderlyingObject(To)))
      continue;
    TypedField Field = findField(*To, DL);
    bool MayReach = Types.size();
    if (Field.Struct)
      MayReach = is_contained(Fields, Field);
    else if (Store)
      MayReach = Types.contains(Store->getValueOperand()->getType());
    if (!MayReach)
      I.eraseFromParent();
  }
}

/// Simplifies \p F as far as conditions of conditions go.
static void simplify(Function &F) {
  AnalysisManagers Managers;
  FunctionPassManager Passes;
  Passes.addPass(SROAPass(SROAOptions::ModifyCFG));
  Passes.addPass(EarlyCSEPass(/*UseMemorySSA=*/true));
  Passes.addPass(CorrelatedValuePropagationPass());
  Passes.addPass(JumpThreadingPass());
  Passes.addPass(SimplifyCFGPass());
  Passes.run(F, Managers.Functions);
}

/// Returns the calls of \p Group that may be made in the callee of \p First
/// when that call has been made.
static BitVector findFollowing(const CallCycle &Cycle, const BitVector &Group,
                               unsigned First) {
  const CycleCall &Call = Cycle.calls()[First];
  BitVector Following(Cycle.calls().size());
  for (unsigned Index : Group.set_bits())
    if (Cycle.calls()[Index].Caller == Call.Callee)
      Following.set(Index);
  Function &Caller = *Cycle.functions()[Call.Caller];
  // Of equal calls that only read, one is left, and it may be the other one.
  if (Call.Call->onlyReadsMemory() || !mayTell(*Call.Call) ||
      Caller.getInstructionCount() +
              Cycle.functions()[Call.Callee]->getInstructionCount() >
          MostInstructions)
    return Following;
  // The numbers of calls are on the copies that stand in the callee.
  ValueToValueMapTy Values;
  Function *Copy = CloneFunction(&Caller, Values);
  for (Instruction &I : instructions(*Copy))
    if (auto *Other = dyn_cast<CallBase>(&I))
      Other->setMetadata(LLVMContext::MD_annotation, nullptr);
  InlineFunctionInfo Inlining;
  if (InlineFunction(*cast<CallBase>(Values[Call.Call]), Inlining)
          .isSuccess()) {
    dropOtherStores(*Copy);
    simplify(*Copy);
    for (unsigned Index : Following.set_bits()) {
      const MDNode *Number =
          Cycle.calls()[Index].Call->getMetadata(LLVMContext::MD_annotation);
      if (Number && none_of(instructions(*Copy), [&](const Instruction &I) {
            return I.getMetadata(LLVMContext::MD_annotation) == Number;
          }))
        Following.reset(Index);
    }
  }
  Copy->eraseFromParent();
  return Following;
}

bool endsInSecondRound(const CallCycle &Cycle, const BitVector &Group) {
  if (Group.count() > MostCalls)
    return false;
  Graph After(Cycle.calls().size());
  for (unsigned Index : Group.set_bits())
    for (unsigned Next : findFollowing(Cycle, Group, Index).set_bits())
      After[Index].push_back(Next);
  return !hasCycle(After);
}

} // namespace offstack
