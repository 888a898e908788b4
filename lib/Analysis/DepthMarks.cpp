//===- DepthMarks.cpp - Limits that are not counted -----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Guards other than counters: marks of what is in progress, and checks of the
// stack that is left.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/DepthGuards.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

/// Notes in \p Controlled the calls of function \p Number that cannot be
/// reached without the edges \p Cut.
void DepthGuards::markControlled(unsigned Number, const EdgeSet &Cut,
                                 BitVector &Controlled) const {
  DenseSet<const BasicBlock *> Reached =
      findReachable(Cycle.functions()[Number]->getEntryBlock(), Cut);
  for (auto [Index, Call] : enumerate(Cycle.calls()))
    if (Call.Caller == Number && !Reached.contains(Call.Call->getParent()))
      Controlled.set(Index);
}

namespace {

/// A branch on a cell of memory.
struct CellBranch {
  BranchInst *Branch;
  MemoryCell Cell;
  /// From the load to the condition.
  SmallVector<Instruction *, 4> Chain;
  Type *LoadedType;
};

} // namespace

/// Returns the branches of \p F whose condition is made of one cell and of
/// constants.
static std::vector<CellBranch> findCellBranches(const CounterIndex &Index) {
  constexpr unsigned MostSteps = 6;
  std::vector<CellBranch> Result;
  for (BasicBlock *Block : Index.Order) {
    auto *Branch = dyn_cast<BranchInst>(Block->getTerminator());
    if (!Branch || !Branch->isConditional())
      continue;
    CellBranch Found{Branch, {}, {}, nullptr};
    auto *I = dyn_cast<Instruction>(Branch->getCondition());
    while (I && Found.Chain.size() < MostSteps &&
           isa<CmpInst, CastInst, BinaryOperator>(I) &&
           (I->getNumOperands() == 1 || isa<Constant>(I->getOperand(1)))) {
      Found.Chain.push_back(I);
      I = dyn_cast<Instruction>(I->getOperand(0));
    }
    auto *Load = dyn_cast_or_null<LoadInst>(I);
    if (!Load)
      continue;
    std::optional<MemoryCell> Cell =
        findCell(Load->getPointerOperand(), Load->getDataLayout());
    if (!Cell)
      continue;
    std::reverse(Found.Chain.begin(), Found.Chain.end());
    Found.Cell = std::move(*Cell);
    Found.LoadedType = Load->getType();
    Result.push_back(std::move(Found));
  }
  return Result;
}

/// Returns the condition of \p Branch when its cell contains \p Mark, or null.
static Constant *evaluateMarked(const CellBranch &Branch, Constant *Mark) {
  const DataLayout &DL = Branch.Branch->getDataLayout();
  Constant *Result = Mark;
  for (Instruction *I : Branch.Chain) {
    if (auto *Compare = dyn_cast<CmpInst>(I))
      Result =
          ConstantFoldCompareInstOperands(Compare->getPredicate(), Result,
                                          cast<Constant>(I->getOperand(1)), DL);
    else if (auto *Cast = dyn_cast<CastInst>(I))
      Result =
          ConstantFoldCastOperand(Cast->getOpcode(), Result, I->getType(), DL);
    else
      Result = ConstantFoldBinaryOpOperands(
          I->getOpcode(), Result, cast<Constant>(I->getOperand(1)), DL);
    if (!Result)
      return nullptr;
  }
  return Result;
}

/// Returns the constant that \p Store writes, or the bits that it sets on top
/// of others; null if there is none.
static const ConstantInt *findMarkValue(const StoreInst &Store) {
  const Value *V = Store.getValueOperand();
  if (const auto *Or = dyn_cast<BinaryOperator>(V);
      Or && Or->getOpcode() == Instruction::Or)
    V = Or->getOperand(1);
  return dyn_cast<ConstantInt>(V);
}

/// Looks for tests that fail once a store has been made, and notes the calls
/// that are made only after both.
void DepthGuards::findMarks() {
  constexpr unsigned MostMarks = 16;
  for (auto [Number, Index] : enumerate(Indexes)) {
    if (Index.Calls.empty())
      continue;
    std::vector<CellBranch> Branches = findCellBranches(Index);
    unsigned Tried = 0;
    for (const auto &[Cell, Access] : Index.Accesses) {
      const auto *Store = dyn_cast<StoreInst>(Access);
      const ConstantInt *Mark = Store ? findMarkValue(*Store) : nullptr;
      if (!Mark)
        continue;
      for (const CellBranch &Branch : Branches) {
        if (!(Branch.Cell == Cell) || Branch.LoadedType != Mark->getType())
          continue;
        Constant *Outcome =
            evaluateMarked(Branch, const_cast<ConstantInt *>(Mark));
        if (!Outcome || !isa<ConstantInt>(Outcome) || ++Tried > MostMarks)
          continue;
        addMark(Number, *Store,
                {Branch.Branch->getParent(),
                 Branch.Branch->getSuccessor(Outcome->isNullValue() ? 0 : 1)});
      }
    }
  }
}

/// Notes the calls of function \p Number that are reached only past \p Passing
/// and past \p Store.
void DepthGuards::addMark(
    unsigned Number, const StoreInst &Store,
    std::pair<const BasicBlock *, const BasicBlock *> Passing) {
  EdgeSet Cut;
  Cut.insert(Passing);
  BitVector Controlled(Cycle.calls().size());
  markControlled(Number, Cut, Controlled);
  if (Controlled.none())
    return;
  EdgeSet WithoutStore;
  for (const BasicBlock *Next : successors(Store.getParent()))
    WithoutStore.insert({Store.getParent(), Next});
  DenseSet<const BasicBlock *> Unmarked =
      findReachable(Cycle.functions()[Number]->getEntryBlock(), WithoutStore);
  for (unsigned Index : Controlled.set_bits()) {
    const CallBase *Call = Cycle.calls()[Index].Call;
    if (Call->getParent() == Store.getParent()
            ? Store.comesBefore(Call)
            : !Unmarked.contains(Call->getParent()))
      Marked.set(Index);
  }
}

/// Returns true if \p V is made of the address of something on the stack.
static bool isStackAddress(const Value *V) {
  constexpr unsigned MostParts = 16;
  SmallVector<const Value *, 8> Worklist = {V};
  for (unsigned Next = 0; Next < Worklist.size() && Next < MostParts; ++Next) {
    const auto *I = dyn_cast<Instruction>(Worklist[Next]);
    if (!I)
      continue;
    if (isa<AllocaInst>(I))
      return true;
    if (const auto *Call = dyn_cast<IntrinsicInst>(I)) {
      if (is_contained({Intrinsic::frameaddress, Intrinsic::sponentry,
                        Intrinsic::addressofreturnaddress,
                        Intrinsic::read_register, Intrinsic::stacksave},
                       Call->getIntrinsicID()))
        return true;
      continue;
    }
    if (isa<CastInst, BinaryOperator, GetElementPtrInst, SelectInst>(I))
      append_range(Worklist, I->operand_values());
  }
  return false;
}

void DepthGuards::findStackChecks() {
  for (auto [Number, List] : enumerate(Facts))
    for (const EdgeFact &Fact : List) {
      if (ICmpInst::isEquality(Fact.Holds) ||
          (!isStackAddress(Fact.Left) && !isStackAddress(Fact.Right)))
        continue;
      EdgeSet Cut;
      Cut.insert({Fact.From, Fact.To});
      markControlled(Number, Cut, StackChecked);
    }
}

} // namespace offstack
