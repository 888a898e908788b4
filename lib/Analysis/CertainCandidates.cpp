//===- CertainCandidates.cpp - Cycles that may be certain to go on --------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Works on IR without optimisation, where arguments and locals are in memory. A
// local is decided if everything that is stored to it is.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CertainCandidates.h"
#include "Offstack/Analysis/RenewedPointers.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

namespace {

class CandidateSearch {
public:
  CandidateSearch(const Component &Group, const DirectCallGraph &Calls,
                  LibraryInfoSource Libraries)
      : Group(Group), Calls(Calls), Libraries(Libraries) {
    Members.insert_range(Group);
  }

  bool run();

private:
  void findCounted();
  void findDecided(const Function &F);
  bool isDecided(const Value *V) const;
  bool isDecidedByArguments(const Instruction &I);
  bool mayRecurse(unsigned Number) const;
  bool endsBlock(const BasicBlock &Block, bool &Recurses) const;

  const Component &Group;
  const DirectCallGraph &Calls;
  LibraryInfoSource Libraries;
  DenseSet<unsigned> Members;
  /// Arguments that every call of the cycle counts up or down.
  DenseSet<const Argument *> Counted;
  /// Pointers that lead somewhere else in each round.
  DenseSet<const Argument *> Renewed;
  DenseSet<const Value *> Decided;
  /// Whether functions that the cycle calls are getters.
  DenseMap<const Function *, bool> Getters;
};

} // namespace

/// Returns true if \p V adds a constant to something.
static bool isCounting(const Value &V) {
  const auto *Count = dyn_cast<BinaryOperator>(&V);
  return Count &&
         (Count->getOpcode() == Instruction::Add ||
          Count->getOpcode() == Instruction::Sub) &&
         isa<ConstantInt>(Count->getOperand(1)) &&
         !cast<ConstantInt>(Count->getOperand(1))->isZero();
}

void CandidateSearch::findCounted() {
  DenseSet<const Argument *> Kept;
  for (unsigned Number : Group)
    Calls.forEachPassed(Number, Members,
                        [&](const Argument &A, const Value &V) {
                          (isCounting(V) ? Counted : Kept).insert(&A);
                        });
  for (const Argument *A : Kept)
    Counted.erase(A);
}

bool CandidateSearch::isDecided(const Value *V) const {
  if (const auto *A = dyn_cast<Argument>(V))
    return !Counted.contains(A) && !Renewed.contains(A);
  return isa<Constant>(V) || Decided.contains(V);
}

/// Returns true if all that is stored to \p Local is decided.
static bool isDecidedLocal(const AllocaInst &Local,
                           function_ref<bool(const Value *)> IsDecided) {
  return all_of(Local.users(), [&](const User *U) {
    const auto *Store = dyn_cast<StoreInst>(U);
    return !Store || Store->getPointerOperand() != &Local ||
           IsDecided(Store->getValueOperand());
  });
}

/// The instructions of a getter, at most.
static constexpr unsigned MostGetterInstructions = 60;

/// Returns true if what \p F returns follows from its arguments and from
/// memory: it reads, calls nothing, and writes to nothing but its locals.
static bool isGetter(const Function &F) {
  if (F.isDeclaration() || F.isInterposable())
    return false;
  unsigned Count = 0;
  bool Reads = false;
  for (const BasicBlock &Block : F)
    for (const Instruction &I : Block) {
      const auto *Store = dyn_cast<StoreInst>(&I);
      if (++Count > MostGetterInstructions || I.isVolatile() || I.isAtomic() ||
          (isa<CallBase>(I) && !isa<IntrinsicInst>(I)) ||
          (Store && !isa<AllocaInst>(Store->getPointerOperand())))
        return false;
      Reads |= isa<LoadInst>(I);
    }
  return Reads;
}

/// Returns true if the result of \p I is made of its operands and memory alone.
bool CandidateSearch::isDecidedByArguments(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call || isa<IntrinsicInst>(I))
    return true;
  const Function *Callee = findDirectCallee(*Call);
  if (!Callee)
    return false;
  auto [Found, IsNew] = Getters.try_emplace(Callee);
  if (IsNew)
    Found->second = isGetter(*Callee);
  return Found->second;
}

/// Finds what the arguments and memory of \p F decide. Locals that are made of
/// each other take more rounds.
void CandidateSearch::findDecided(const Function &F) {
  auto Test = [&](const Value *V) { return isDecided(V); };
  constexpr unsigned Rounds = 3;
  for (unsigned Round = 0; Round < Rounds; ++Round)
    for (const BasicBlock &Block : F)
      for (const Instruction &I : Block) {
        bool Is = false;
        if (const auto *Local = dyn_cast<AllocaInst>(&I))
          Is = isDecidedLocal(*Local, Test);
        else if (!I.getType()->isVoidTy() && all_of(I.operands(), Test))
          Is = isDecidedByArguments(I);
        if (Is)
          Decided.insert(&I);
      }
}

/// Returns true if paths through \p Block end in it; sets \p Recurses if they
/// end in a call of the cycle.
bool CandidateSearch::endsBlock(const BasicBlock &Block, bool &Recurses) const {
  for (const Instruction &I : Block) {
    const auto *Call = dyn_cast<CallBase>(&I);
    if (!Call)
      continue;
    std::optional<unsigned> Callee = Calls.findCallee(*Call);
    if (Callee && Members.contains(*Callee))
      return Recurses = true;
    if (isOpaqueByDeclaration(*Call, Libraries(*Block.getParent())))
      return true;
  }
  return false;
}

/// Returns true if the decided conditions of function \p Number can be such
/// that every path calls a member.
bool CandidateSearch::mayRecurse(unsigned Number) const {
  const Function &F = *Calls.functions()[Number];
  DenseSet<const BasicBlock *> Recursing, Ended;
  SmallVector<const BasicBlock *, 16> Worklist;
  for (const BasicBlock &Block : F) {
    bool Recurses = false;
    if (endsBlock(Block, Recurses))
      Ended.insert(&Block);
    if (!Recurses && !isa<UnreachableInst>(Block.getTerminator()))
      continue;
    Recursing.insert(&Block);
    Worklist.push_back(&Block);
  }
  while (!Worklist.empty())
    for (const BasicBlock *Before : predecessors(Worklist.pop_back_val())) {
      const Instruction *End = Before->getTerminator();
      if (Ended.contains(Before) || Recursing.contains(Before))
        continue;
      bool MayChoose =
          isa<BranchInst, SwitchInst>(End) && isDecided(End->getOperand(0));
      if (MayChoose || all_of(successors(Before), [&](const BasicBlock *Next) {
            return Recursing.contains(Next);
          })) {
        Recursing.insert(Before);
        Worklist.push_back(Before);
      }
    }
  return Recursing.contains(&F.getEntryBlock());
}

bool CandidateSearch::run() {
  findCounted();
  Renewed = findRenewedPointers(Group, Calls);
  Graph Callers(Group.size());
  DenseMap<unsigned, unsigned> Positions;
  for (auto [Position, Number] : enumerate(Group))
    Positions[Number] = Position;
  SmallSetVector<unsigned, 16> Worklist;
  for (auto [Position, Number] : enumerate(Group)) {
    findDecided(*Calls.functions()[Number]);
    Worklist.insert(Number);
    for (unsigned Callee : Calls.callees()[Number])
      if (auto Found = Positions.find(Callee); Found != Positions.end())
        Callers[Found->second].push_back(Number);
  }
  while (!Worklist.empty()) {
    unsigned Number = Worklist.pop_back_val();
    if (!Members.contains(Number) || mayRecurse(Number))
      continue;
    Members.erase(Number);
    Worklist.insert_range(Callers[Positions[Number]]);
  }
  return !Members.empty();
}

bool mayBeCertain(const Component &Group, const DirectCallGraph &Calls,
                  LibraryInfoSource Libraries) {
  return CandidateSearch(Group, Calls, Libraries).run();
}

} // namespace offstack
