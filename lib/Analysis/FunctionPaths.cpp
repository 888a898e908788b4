//===- FunctionPaths.cpp - Where a function can get to --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks the flow graph of one function, always with lists, never by recursion.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/FunctionPaths.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

static constexpr unsigned NoBlock = ~0u;

/// Returns the blocks that can follow \p Block: one where the condition is a
/// constant, as in `if (0)` without optimisation.
static SmallVector<const BasicBlock *, 2>
getFeasibleSuccessors(const BasicBlock &Block) {
  const Instruction *Terminator = Block.getTerminator();
  if (const auto *Branch = dyn_cast<BranchInst>(Terminator);
      Branch && Branch->isConditional())
    if (const auto *Condition = dyn_cast<ConstantInt>(Branch->getCondition()))
      return {Branch->getSuccessor(Condition->isZero() ? 1 : 0)};
  if (const auto *Switch = dyn_cast<SwitchInst>(Terminator))
    if (const auto *Condition = dyn_cast<ConstantInt>(Switch->getCondition()))
      return {Switch->findCaseValue(Condition)->getCaseSuccessor()};
  return SmallVector<const BasicBlock *, 2>(successors(&Block));
}

/// Returns the first call of \p Block that ends a path, or null.
static const CallBase *findEndingCall(const BasicBlock &Block,
                                      FunctionPaths::EndTest EndsPath) {
  for (const Instruction &I : Block)
    if (const auto *Call = dyn_cast<CallBase>(&I); Call && EndsPath(*Call))
      return Call;
  return nullptr;
}

FunctionPaths::FunctionPaths(const Function &F, EndTest EndsPath) {
  collectBlocks(F, EndsPath);
  connectBlocks();
  ReachedNormally = findReachable(NoBlock, /*Unwinding=*/false);
  BitVector Ends(size());
  for (unsigned Block = 0; Block < size(); ++Block)
    if (Successors[Block].empty() && !endsUnwinding(Block))
      Ends.set(Block);
  LeavesCleanup = findReaching(std::move(Ends));
}

void FunctionPaths::collectBlocks(const Function &F, EndTest EndsPath) {
  DenseMap<const BasicBlock *, const CallBase *> Reached;
  SmallVector<const BasicBlock *, 16> Worklist = {&F.getEntryBlock()};
  while (!Worklist.empty()) {
    const BasicBlock *Block = Worklist.pop_back_val();
    auto [Entry, IsNew] = Reached.try_emplace(Block, nullptr);
    if (!IsNew)
      continue;
    Entry->second = findEndingCall(*Block, EndsPath);
    if (!Entry->second)
      append_range(Worklist, getFeasibleSuccessors(*Block));
  }
  for (const BasicBlock &Block : F) {
    auto Entry = Reached.find(&Block);
    if (Entry == Reached.end())
      continue;
    Numbers[&Block] = Blocks.size();
    Blocks.push_back(&Block);
    EndingCalls.push_back(Entry->second);
  }
}

void FunctionPaths::connectBlocks() {
  Successors.resize(size());
  for (unsigned Block = 0; Block < size(); ++Block)
    if (!EndingCalls[Block])
      for (const BasicBlock *Next : getFeasibleSuccessors(*Blocks[Block]))
        Successors[Block].push_back(Numbers.lookup(Next));
}

SmallVector<const CallBase *, 4> FunctionPaths::getCalls(unsigned Block) const {
  SmallVector<const CallBase *, 4> Calls;
  for (const Instruction &I : *Blocks[Block]) {
    if (&I == EndingCalls[Block])
      break;
    if (const auto *Call = dyn_cast<CallBase>(&I))
      Calls.push_back(Call);
  }
  return Calls;
}

bool FunctionPaths::mayReturn() const {
  for (unsigned Block = 0; Block < size(); ++Block)
    if (!EndingCalls[Block] && isa<ReturnInst>(Blocks[Block]->getTerminator()))
      return true;
  return false;
}

/// Returns true if \p Block stops with a trap or without anything, rather than
/// behind a call that is known not to come back.
static bool stopsBare(const BasicBlock &Block) {
  if (!isa<UnreachableInst>(Block.getTerminator()))
    return false;
  return none_of(Block, [](const Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    return Call && Call->doesNotReturn() && !isa<IntrinsicInst>(Call);
  });
}

bool FunctionPaths::mayFallOffEnd() const {
  const Function &F = *Blocks[0]->getParent();
  if (F.getReturnType()->isVoidTy() && !F.hasStructRetAttr())
    return false;
  for (unsigned Block = 0; Block < size(); ++Block)
    if (!EndingCalls[Block] && stopsBare(*Blocks[Block]))
      return true;
  return false;
}

bool FunctionPaths::mayHang() const {
  BitVector Ends(size());
  for (unsigned Block = 0; Block < size(); ++Block)
    if (Successors[Block].empty())
      Ends.set(Block);
  return !findReaching(std::move(Ends)).all();
}

bool FunctionPaths::isAvoidable(unsigned Avoided) const {
  BitVector Reachable = findReachable(Avoided, /*Unwinding=*/true);
  bool HasGoal = false;
  for (unsigned Block = 0; Block < size(); ++Block) {
    if (!isGoal(Block))
      continue;
    HasGoal = true;
    if (Reachable.test(Block))
      return true;
  }
  return !HasGoal;
}

/// Returns the blocks that a path from entry gets to without \p Avoided; along
/// unwind edges only if \p Unwinding.
BitVector FunctionPaths::findReachable(unsigned Avoided, bool Unwinding) const {
  BitVector Reached(size());
  SmallVector<unsigned, 16> Worklist = {0};
  while (!Worklist.empty()) {
    unsigned Block = Worklist.pop_back_val();
    if (Block == Avoided || Reached.test(Block))
      continue;
    Reached.set(Block);
    for (unsigned Next : Successors[Block])
      if (Unwinding || !Blocks[Next]->isEHPad())
        Worklist.push_back(Next);
  }
  return Reached;
}

/// Returns the blocks from which a path gets to one of \p Targets.
BitVector FunctionPaths::findReaching(BitVector Targets) const {
  Graph Predecessors(size());
  for (unsigned Block = 0; Block < size(); ++Block)
    for (unsigned Next : Successors[Block])
      Predecessors[Next].push_back(Block);
  SmallVector<unsigned, 16> Worklist(Targets.set_bits());
  while (!Worklist.empty())
    for (unsigned Previous : Predecessors[Worklist.pop_back_val()])
      if (!Targets.test(Previous)) {
        Targets.set(Previous);
        Worklist.push_back(Previous);
      }
  return Targets;
}

bool FunctionPaths::isGoal(unsigned Block) const {
  return EndingCalls[Block] || isa<ReturnInst>(Blocks[Block]->getTerminator());
}

/// Returns true if paths through \p Block, which has no successors, end there
/// because the exception leaves the function or may not leave it.
bool FunctionPaths::endsUnwinding(unsigned Block) const {
  if (EndingCalls[Block])
    return false;
  if (!isa<UnreachableInst>(Blocks[Block]->getTerminator()))
    return !isa<ReturnInst>(Blocks[Block]->getTerminator());
  return any_of(getCalls(Block), [](const CallBase *Call) {
    const Function *Callee = Call->getCalledFunction();
    return Callee && Callee->getName() == "__clang_call_terminate";
  });
}

} // namespace offstack
