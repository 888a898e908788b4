//===- PathValues.cpp - Which paths known arguments take ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Visits the reached blocks in order until nothing changes. A value only ever
// goes from not reached to known to not known, so this ends. Where no path goes
// back, the first round is the last: all that a block needs is visited before.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/PathValues.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

BlockOrder::BlockOrder(Function &F) : Places(F.getMaxBlockNumber(), 0) {
  ReversePostOrderTraversal<Function *> Traversal(&F);
  for (BasicBlock *Block : Traversal) {
    Places[Block->getNumber()] = Blocks.size();
    Blocks.push_back(Block);
  }
}

PathValues::PathValues(Function &F, const BlockOrder &Order,
                       const EntryValues &Entry, PreserveTest Preserves)
    : F(F), Order(Order), Entry(Entry), Preserves(Preserves),
      WrittenAtEntry(Order.Places.size()), Reached(Order.Places.size()),
      Visited(Order.Places.size()), TakenOne(Order.Places.size(), nullptr),
      TakenAll(Order.Places.size()) {
  run();
}

/// Returns true for loads whose value nothing else may change in between.
static bool isPlainLoad(const Instruction &I) {
  const auto *Load = dyn_cast<LoadInst>(&I);
  return Load && Load->isSimple() &&
         (Load->getType()->isIntegerTy() || Load->getType()->isPointerTy());
}

void PathValues::run() {
  Reached.set(F.getEntryBlock().getNumber());
  while (Changed) {
    Changed = false;
    for (BasicBlock *Block : Order.Blocks)
      if (isReached(*Block))
        visitBlock(*Block);
    IsFirstRound = false;
  }
}

SmallVector<std::pair<Constant *, Instruction *>, 4>
PathValues::findUnknownLoads(PreserveTest Preserves) const {
  SmallVector<std::pair<Constant *, Instruction *>, 4> Result;
  for (BasicBlock *Block : Order.Blocks) {
    if (!isReached(*Block))
      continue;
    bool IsWritten = WrittenAtEntry.test(Block->getNumber());
    for (Instruction &I : *Block) {
      if (IsWritten)
        break;
      if (isPlainLoad(I) && !find(&I))
        if (Constant *Address = find(I.getOperand(0)))
          Result.push_back({Address, &I});
      IsWritten |= I.mayWriteToMemory() && !Preserves(I);
    }
  }
  return Result;
}

void PathValues::visitBlock(BasicBlock &Block) {
  Visited.set(Block.getNumber());
  bool IsWritten = WrittenAtEntry.test(Block.getNumber());
  for (Instruction &I : Block) {
    ++Work;
    if (auto *Call = dyn_cast<CallBase>(&I))
      WrittenBefore[Call] = IsWritten;
    if (!I.getType()->isVoidTy()) {
      bool Known = true;
      Constant *C = evaluate(I, IsWritten, Known);
      if (Known)
        set(I, C);
    }
    IsWritten |= I.mayWriteToMemory() && !Preserves(I);
  }
  for (BasicBlock *Next : successors(&Block))
    if (IsWritten && !WrittenAtEntry.test(Next->getNumber())) {
      WrittenAtEntry.set(Next->getNumber());
      Changed |= Visited.test(Next->getNumber()) && !isBehind(*Next, Block);
    }
  visitTerminator(*Block.getTerminator());
}

/// Takes the edges out of a block that its condition leaves open.
void PathValues::visitTerminator(Instruction &I) {
  BasicBlock &Block = *I.getParent();
  Value *Condition = nullptr;
  if (auto *Branch = dyn_cast<BranchInst>(&I);
      Branch && Branch->isConditional())
    Condition = Branch->getCondition();
  else if (auto *Switch = dyn_cast<SwitchInst>(&I))
    Condition = Switch->getCondition();
  if (!Condition)
    return takeAll(Block);
  if (isPending(Condition))
    return;
  auto *Known = dyn_cast_or_null<ConstantInt>(find(Condition));
  if (!Known) {
    takeAll(Block);
  } else if (auto *Switch = dyn_cast<SwitchInst>(&I)) {
    take(Block, Switch->findCaseValue(Known)->getCaseSuccessor());
  } else {
    take(Block, I.getSuccessor(Known->isZero() ? 1 : 0));
  }
}

void PathValues::take(BasicBlock &From, BasicBlock *To) {
  const BasicBlock *&One = TakenOne[From.getNumber()];
  if (One == To || TakenAll.test(From.getNumber()))
    return;
  if (One)
    return takeAll(From);
  One = To;
  Reached.set(To->getNumber());
  Changed |= !isBehind(*To, From);
}

void PathValues::takeAll(BasicBlock &From) {
  if (TakenAll.test(From.getNumber()))
    return;
  TakenAll.set(From.getNumber());
  for (BasicBlock *Next : successors(&From)) {
    Reached.set(Next->getNumber());
    // What is behind is still to be visited in this round.
    Changed |= Next != TakenOne[From.getNumber()] && !isBehind(*Next, From);
  }
}

void PathValues::set(Instruction &I, Constant *C) {
  // An undefined value may be any, another one at each use.
  if (C && isa<UndefValue>(C))
    C = nullptr;
  auto [Entry, IsNew] = Values.try_emplace(&I, C);
  if (IsNew) {
    Changed |= !IsFirstRound;
  } else if (Entry->second && Entry->second != C) {
    Entry->second = nullptr;
    Changed = true;
  }
}

bool PathValues::isTaken(const BasicBlock &From, const BasicBlock &To) const {
  return TakenAll.test(From.getNumber()) || TakenOne[From.getNumber()] == &To;
}

bool PathValues::isPending(Value *V) const {
  return isa<Instruction>(V) && !Values.contains(V);
}

Constant *PathValues::find(Value *V) const {
  if (auto *C = dyn_cast<Constant>(V))
    return isa<UndefValue>(C) ? nullptr : C;
  if (auto *A = dyn_cast<Argument>(V))
    return A->getArgNo() < Entry.Arguments.size()
               ? Entry.Arguments[A->getArgNo()]
               : nullptr;
  return Values.lookup(V);
}

Constant *PathValues::findLoaded(Instruction &Load) const {
  Constant *Address = find(Load.getOperand(0));
  if (!Address || !isPlainLoad(Load))
    return nullptr;
  auto Cell = Entry.Memory.find(Address);
  if (Cell != Entry.Memory.end())
    return Cell->second->getType() == Load.getType() ? Cell->second : nullptr;
  return ConstantFoldLoadFromConstPtr(Address, Load.getType(),
                                      F.getDataLayout());
}

/// Returns the result of \p I where one known operand decides it.
static Constant *foldAbsorbing(unsigned Opcode, Constant *Left,
                               Constant *Right) {
  for (Constant *C : {Left, Right}) {
    if (!C)
      continue;
    if ((Opcode == Instruction::And || Opcode == Instruction::Mul) &&
        C->isNullValue())
      return C;
    if (Opcode == Instruction::Or && C->isAllOnesValue())
      return C;
  }
  return nullptr;
}

/// Returns the value of \p I or null; clears \p Known where it is to be asked
/// again when more has been reached.
Constant *PathValues::evaluate(Instruction &I, bool IsWritten, bool &Known) {
  const DataLayout &DL = F.getDataLayout();
  if (auto *Phi = dyn_cast<PHINode>(&I)) {
    Constant *Common = nullptr;
    bool Any = false;
    for (auto [Index, Incoming] : enumerate(Phi->incoming_values())) {
      if (!isTaken(*Phi->getIncomingBlock(Index), *Phi->getParent()) ||
          isPending(Incoming))
        continue;
      Constant *C = find(Incoming);
      if (!C || (Any && C != Common))
        return nullptr;
      Common = C;
      Any = true;
    }
    Known = Any;
    return Common;
  }
  for (Value *Operand : I.operands())
    if (isPending(Operand)) {
      Known = false;
      return nullptr;
    }
  if (auto *Select = dyn_cast<SelectInst>(&I)) {
    Constant *Condition = find(Select->getCondition());
    if (!Condition || !isa<ConstantInt>(Condition)) {
      Constant *Left = find(Select->getTrueValue());
      return Left == find(Select->getFalseValue()) ? Left : nullptr;
    }
    return find(Condition->isNullValue() ? Select->getFalseValue()
                                         : Select->getTrueValue());
  }
  if (isa<LoadInst>(I))
    return IsWritten ? nullptr : findLoaded(I);
  if (isa<BinaryOperator>(I)) {
    Constant *Left = find(I.getOperand(0)), *Right = find(I.getOperand(1));
    if (Left && Right)
      return ConstantFoldBinaryOpOperands(I.getOpcode(), Left, Right, DL);
    return foldAbsorbing(I.getOpcode(), Left, Right);
  }
  if (isa<AllocaInst>(I) || isa<AtomicRMWInst>(I) || isa<AtomicCmpXchgInst>(I))
    return nullptr;
  SmallVector<Constant *, 4> Operands;
  auto *Call = dyn_cast<CallBase>(&I);
  unsigned Count = Call ? Call->arg_size() : I.getNumOperands();
  for (unsigned Index = 0; Index < Count; ++Index) {
    Operands.push_back(find(I.getOperand(Index)));
    if (!Operands.back())
      return nullptr;
  }
  if (auto *Compare = dyn_cast<CmpInst>(&I))
    return ConstantFoldCompareInstOperands(Compare->getPredicate(), Operands[0],
                                           Operands[1], DL);
  if (Call) {
    Function *Callee = Call->getCalledFunction();
    if (!Callee || !Callee->isIntrinsic() ||
        !canConstantFoldCallTo(Call, Callee))
      return nullptr;
    return ConstantFoldCall(Call, Callee, Operands);
  }
  return ConstantFoldInstOperands(&I, Operands, DL);
}

EntryValues PathValues::computeEntry(const CallBase &Call) const {
  EntryValues Result;
  for (Value *Argument : Call.args())
    Result.Arguments.push_back(find(Argument));
  if (!WrittenBefore.lookup(&Call))
    Result.Memory = Entry.Memory;
  return Result;
}

} // namespace offstack
