//===- NoProgress.cpp - Recursions that stay where they are ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tries values near the constants that a function compares with.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RecursionStates.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Functions of a cycle from which values are tried.
static constexpr unsigned StartFunctions = 8;

/// Returns constants of \p Type that conditions of the cycle may turn on.
SmallVector<Constant *, 16>
RecursionStates::collectConstants(Type *Type) const {
  constexpr unsigned MostConstants = 24;
  auto *Integer = cast<IntegerType>(Type);
  SmallSetVector<Constant *, MostConstants> Result;
  auto Add = [&](int64_t Value) {
    if (Result.size() < MostConstants)
      Result.insert(ConstantInt::get(
          Integer,
          APInt(64, Value, /*isSigned=*/true).trunc(Integer->getBitWidth())));
  };
  Add(1);
  Add(0);
  for (int64_t Value : Compared) {
    Add(Value + 1);
    Add(Value - 1);
    Add(Value);
  }
  Add(-1);
  Add(2);
  return SmallVector<Constant *, 16>(Result.begin(), Result.end());
}

/// Returns true if \p V may come back to what it was: it is passed on, chosen,
/// or made by more than counting.
static bool mayStay(const Value &V) {
  if (isa<Argument, Constant, PHINode, SelectInst, CastInst>(V))
    return true;
  const auto *Made = dyn_cast<BinaryOperator>(&V);
  return Made && !((Made->getOpcode() == Instruction::Add ||
                    Made->getOpcode() == Instruction::Sub) &&
                   isa<ConstantInt>(Made->getOperand(1)));
}

/// Returns the arguments of function \p Number that some call of \p Cycle
/// passes on as they are, or chooses from what it was given.
static BitVector findKeptArguments(const CallCycle &Cycle, unsigned Number) {
  BitVector Kept(Cycle.functions()[Number]->arg_size());
  for (const CycleCall &Call : Cycle.calls())
    if (Call.Callee == Number)
      for (unsigned Index = 0; Index < Kept.size(); ++Index)
        if (Index < Call.Call->arg_size() &&
            mayStay(*Call.Call->getArgOperand(Index)))
          Kept.set(Index);
  return Kept;
}

/// Returns true if the operands of \p I decide its value.
static bool isDecidedByOperands(const Instruction &I) {
  if (isa<BinaryOperator, CastInst, CmpInst, SelectInst, GetElementPtrInst>(
          I) ||
      isa<PHINode, FreezeInst, ExtractValueInst, LoadInst>(I))
    return true;
  return isa<IntrinsicInst>(I) && !I.mayReadOrWriteMemory();
}

/// Returns true if conditions that the arguments and memory decide may be all
/// that keeps function \p Number from recursing. Takes linear time, to spare
/// most functions the search for values.
bool RecursionStates::mayBeDecided(unsigned Number) const {
  const Function &F = *Cycle.functions()[Number];
  BitVector Kept = findKeptArguments(Cycle, Number);
  DenseSet<const Value *> Decided;
  auto IsDecided = [&](const Value *V) {
    if (const auto *A = dyn_cast<Argument>(V))
      return Kept.test(A->getArgNo());
    return isa<Constant>(V) || Decided.contains(V);
  };
  DenseSet<const BasicBlock *> Recursing;
  SmallVector<const BasicBlock *, 16> Worklist;
  for (const BasicBlock &Block : F)
    for (const Instruction &I : Block) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (Call && Cycle.findCall(*Call)) {
        if (Recursing.insert(&Block).second)
          Worklist.push_back(&Block);
      } else if (isDecidedByOperands(I) && all_of(I.operands(), IsDecided)) {
        Decided.insert(&I);
      }
    }
  while (!Worklist.empty()) {
    const BasicBlock *Block = Worklist.pop_back_val();
    for (const BasicBlock *Before : predecessors(Block)) {
      const Instruction *Terminator = Before->getTerminator();
      bool MayChoose = isa<BranchInst, SwitchInst>(Terminator) &&
                       IsDecided(Terminator->getOperand(0));
      bool Recurses = MayChoose || all_of(successors(Before), [&](auto *Next) {
                        return Recursing.contains(Next) ||
                               isa<UnreachableInst>(Next->getTerminator());
                      });
      if (Recurses && Recursing.insert(Before).second)
        Worklist.push_back(Before);
    }
  }
  return Recursing.contains(&F.getEntryBlock());
}

/// Returns \p C as a user would write it.
static std::string printConstant(const Constant &C) {
  if (C.isNullValue())
    return C.getType()->isPointerTy() ? "null" : "0";
  const auto *Integer = dyn_cast<ConstantInt>(&C);
  if (!Integer)
    return "an object";
  return toString(Integer->getValue(), 10, /*Signed=*/true);
}

namespace {

/// Tries entries until one never ends.
class EntrySearch {
public:
  using Test = function_ref<bool(const EntryValues &)>;

  EntrySearch(const Function &F, Test IsEndless) : F(F), IsEndless(IsEndless) {}

  /// Tries \p Base with the argument \p Index set to \p C.
  bool tryArgument(EntryValues Base, unsigned Index, Constant *C) {
    if (!C || Base.Arguments[Index] == C)
      return false;
    Base.Arguments[Index] = C;
    if (!IsEndless(Base))
      return false;
    Argument = Index;
    Value = printConstant(*C);
    return true;
  }

  bool isCounter(unsigned Index) const {
    Type *T = F.getArg(Index)->getType();
    return T->isIntegerTy() && T->getIntegerBitWidth() <= 64;
  }

  std::optional<unsigned> Argument;
  std::string Value;

private:
  const Function &F;
  Test IsEndless;
};

} // namespace

std::optional<RecursionWitness> RecursionStates::searchFrom(unsigned Number) {
  Function &F = *Cycle.functions()[Number];
  RecursionWitness Witness;
  auto IsEndless = [&](const EntryValues &Entry) {
    return Work < WorkLimit && isEndless(Number, Entry, Witness.Circuit);
  };
  auto Test = [&](const EntryValues &Entry) { return IsEndless(Entry); };
  EntrySearch Search(F, Test);
  auto Found = [&] {
    Witness.Argument = Search.Argument;
    Witness.Value = Search.Value;
    return Witness;
  };
  EntryValues Objects = makeObjects(Number);
  if (IsEndless(getUnknownEntry(Number)) || IsEndless(Objects))
    return Found();
  for (const Argument &A : F.args()) {
    unsigned Index = A.getArgNo();
    if (A.getType()->isPointerTy() &&
        Search.tryArgument(Objects, Index, Constant::getNullValue(A.getType())))
      return Found();
    if (!Search.isCounter(Index))
      continue;
    for (Constant *C : collectConstants(A.getType())) {
      if (Search.tryArgument(Objects, Index, C))
        return Found();
      // Two arguments that are compared with each other.
      for (unsigned Other = 0; Other < Index; ++Other) {
        if (!Search.isCounter(Other))
          continue;
        SmallVector<Constant *, 16> Others =
            collectConstants(F.getArg(Other)->getType());
        constexpr unsigned NearValues = 2;
        for (Constant *D : ArrayRef(Others).take_front(NearValues)) {
          EntryValues Base = Objects;
          Base.Arguments[Other] = D;
          if (Search.tryArgument(Base, Index, C))
            return Found();
        }
      }
    }
  }
  if (searchMemory(Number, Objects, Test))
    return Found();
  for (const Argument &A : F.args())
    if (Search.isCounter(A.getArgNo()))
      Objects.Arguments[A.getArgNo()] = Constant::getNullValue(A.getType());
  if (searchMemory(Number, Objects, Test))
    return Found();
  return std::nullopt;
}

/// Returns true if \p IsEndless holds for some contents of the memory that \p F
/// reads when it is entered with \p Objects.
bool RecursionStates::searchMemory(
    unsigned Number, const EntryValues &Objects,
    function_ref<bool(const EntryValues &)> IsEndless) {
  auto Preserves = [&](const Instruction &I) { return preserves(I); };
  PathValues Paths(*Cycle.functions()[Number], orderOf(Number), Objects,
                   Preserves);
  for (auto [Address, Load] : Paths.findUnknownLoads(Preserves))
    if (Load->getType()->isIntegerTy() &&
        Load->getType()->getIntegerBitWidth() <= 64)
      for (Constant *C : collectConstants(Load->getType())) {
        EntryValues Entry = Objects;
        Entry.Memory[Address] = C;
        if (IsEndless(Entry))
          return true;
      }
  for (auto [Address, Object] : Objects.Memory) {
    EntryValues Entry = Objects;
    Entry.Memory[Address] = Constant::getNullValue(Object->getType());
    if (IsEndless(Entry))
      return true;
  }
  return false;
}

std::optional<RecursionWitness>
RecursionStates::findNoProgress(function_ref<bool()> MayBeCertain) {
  Work = 0;
  unsigned Tried = 0;
  for (unsigned Number = 0;
       Number < Cycle.functions().size() && Tried < StartFunctions; ++Number) {
    if (!mayBeDecided(Number))
      continue;
    if (!Tried++ && !MayBeCertain())
      return std::nullopt;
    if (std::optional<RecursionWitness> Witness = searchFrom(Number))
      return Witness;
  }
  return std::nullopt;
}

} // namespace offstack
