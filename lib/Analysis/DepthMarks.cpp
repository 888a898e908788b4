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

/// Pairs of a test and a store that are looked at in one cycle.
static constexpr unsigned MostMarkPairs = 1 << 15;

/// Notes in \p Behind the calls of function \p Number that cannot be reached
/// past none of \p Stores.
void DepthGuards::markBehind(unsigned Number,
                             ArrayRef<const StoreInst *> Stores,
                             BitVector &Behind) const {
  EdgeSet WithoutStore;
  for (const StoreInst *Store : Stores)
    for (const BasicBlock *Next : successors(Store->getParent()))
      WithoutStore.insert({Store->getParent(), Next});
  DenseSet<const BasicBlock *> Unmarked =
      findReachable(Cycle.functions()[Number]->getEntryBlock(), WithoutStore);
  for (unsigned Index = 0; Index < Cycle.calls().size(); ++Index) {
    const CycleCall &Entry = Cycle.calls()[Index];
    const BasicBlock *Block = Entry.Call->getParent();
    if (Entry.Caller == Number && (!Unmarked.contains(Block) ||
                                   any_of(Stores, [&](const StoreInst *Store) {
                                     return Store->getParent() == Block &&
                                            Store->comesBefore(Entry.Call);
                                   })))
      Behind.set(Index);
  }
}

/// Notes the calls that are made only past a test that fails once a store has
/// been made, and past that store.
void DepthGuards::findMarks() {
  std::vector<SmallVector<MarkTest, 4>> Tests;
  for (Function *F : Cycle.functions())
    Tests.push_back(collectMarkTests(*F));
  if (all_of(Tests, [](const auto &List) { return List.empty(); }))
    return;
  for (auto [Number, F] : enumerate(Cycle.functions())) {
    SmallVector<MarkStore, 4> Stores = collectMarkStores(*F);
    if (Stores.empty())
      continue;
    for (const MarkTest &Test : Tests[Number])
      addMarks(Number, Stores, Test, std::nullopt);
    for (auto [Index, Call] : enumerate(Cycle.calls()))
      if (Call.Callee == Number)
        for (const MarkTest &Test : Tests[Call.Caller])
          addMarks(Number, Stores, Test, Index);
  }
  findEmptied(Tests);
}

/// Notes the calls that are made for what has been emptied before: tests of it
/// let their callee make none.
void DepthGuards::findEmptied(ArrayRef<SmallVector<MarkTest, 4>> Tests) {
  for (auto [Number, F] : enumerate(Cycle.functions()))
    for (const MarkStore &Store : collectEmptied(*F)) {
      BitVector Behind(Cycle.calls().size());
      markBehind(Number, Store.Store, Behind);
      for (unsigned Index : Behind.set_bits()) {
        const CycleCall &Call = Cycle.calls()[Index];
        MarkPairs += Tests[Call.Callee].size();
        if (MarkPairs > MostMarkPairs)
          return;
        EdgeSet Cut;
        for (const MarkTest &Test : Tests[Call.Callee])
          if (const BasicBlock *Passing = Test.findOtherWay(Store);
              Passing &&
              isSamePlace(*Store.Store->getPointerOperand(),
                          *Test.Load->getPointerOperand(), Call.Call))
            Cut.insert({Test.Branch->getParent(), Passing});
        if (Cut.empty())
          continue;
        BitVector Dead(Cycle.calls().size());
        markControlled(Call.Callee, Cut, Dead);
        if (none_of(Cycle.calls(), [&](const CycleCall &Next) {
              return Next.Caller == Call.Callee &&
                     !Dead.test(&Next - Cycle.calls().begin());
            }))
          Marked.set(Index);
      }
    }
}

/// Notes calls of function \p Number that come behind \p Test, which is in it,
/// and behind a store of \p Stores to the place that is tested. With \p Into,
/// notes that call, which comes behind \p Test, if all calls of its callee come
/// behind stores to the place.
void DepthGuards::addMarks(unsigned Number, ArrayRef<MarkStore> Stores,
                           const MarkTest &Test, std::optional<unsigned> Into) {
  MarkPairs += Stores.size();
  if (MarkPairs > MostMarkPairs)
    return;
  SmallVector<const StoreInst *, 4> Marks;
  const BasicBlock *Passing = nullptr;
  const CallBase *Call = Into ? Cycle.calls()[*Into].Call : nullptr;
  for (const MarkStore &Store : Stores) {
    const BasicBlock *Next = Test.findOtherWay(Store);
    if (!Next || (Passing && Next != Passing) ||
        !isSamePlace(*Test.Load->getPointerOperand(),
                     *Store.Store->getPointerOperand(), Call))
      continue;
    Passing = Next;
    Marks.push_back(Store.Store);
  }
  if (Marks.empty())
    return;
  EdgeSet Cut;
  Cut.insert({Test.Branch->getParent(), Passing});
  BitVector Controlled(Cycle.calls().size()), Behind(Cycle.calls().size());
  markControlled(Into ? Cycle.calls()[*Into].Caller : Number, Cut, Controlled);
  markBehind(Number, Marks, Behind);
  if (!Into)
    Marked |= Controlled &= Behind;
  else if (Controlled.test(*Into) &&
           all_of(enumerate(Cycle.calls()), [&](const auto &Entry) {
             return Entry.value().Caller != Number ||
                    Behind.test(Entry.index());
           }))
    Marked.set(*Into);
}

/// Returns true if \p I gives an address of the stack.
static bool isStackPointer(const Instruction &I) {
  const auto *Call = dyn_cast<IntrinsicInst>(&I);
  return isa<AllocaInst>(I) ||
         (Call && is_contained({Intrinsic::frameaddress, Intrinsic::sponentry,
                                Intrinsic::addressofreturnaddress,
                                Intrinsic::read_register, Intrinsic::stacksave},
                               Call->getIntrinsicID()));
}

/// Returns true if \p V is made of the address of something on the stack,
/// whatever the path or, without \p AnyPath, as it is. Notes in \p IsChosen
/// that it is one of two.
static bool isStackAddress(const Value *V, bool AnyPath, bool &IsChosen) {
  constexpr unsigned MostParts = 16;
  SmallVector<const Value *, 8> Worklist = {V};
  bool Found = false;
  for (unsigned Next = 0; Next < Worklist.size() && Next < MostParts; ++Next) {
    const auto *I = dyn_cast<Instruction>(Worklist[Next]);
    if (!I)
      continue;
    Found |= isStackPointer(*I);
    IsChosen |= isa<SelectInst>(I);
    if (isa<CastInst, BinaryOperator, GetElementPtrInst, SelectInst>(I) ||
        (AnyPath && isa<PHINode>(I)))
      append_range(Worklist, I->operand_values());
  }
  return Found;
}

/// Returns true if \p Fact compares the address of something on the stack with
/// what does not stand for a place in the same object or its size.
static bool isStackCheck(const EdgeFact &Fact) {
  bool IsChosen = false, IsOtherChosen = false;
  bool IsLeft = isStackAddress(Fact.Left, /*AnyPath=*/false, IsChosen);
  if (ICmpInst::isEquality(Fact.Holds) ||
      (!IsLeft && !isStackAddress(Fact.Right, /*AnyPath=*/false, IsChosen)))
    return false;
  const Value *Other = IsLeft ? Fact.Right : Fact.Left;
  constexpr uint64_t LeastStack = 1024;
  if (const auto *Limit = dyn_cast<ConstantInt>(Other))
    return Limit->isZero() || Limit->getValue().uge(LeastStack);
  // Two objects that may overlap have their distance compared with a size.
  return !IsChosen && !isStackAddress(Other, /*AnyPath=*/true, IsOtherChosen);
}

void DepthGuards::findStackChecks() {
  for (auto [Number, List] : enumerate(Facts))
    for (const EdgeFact &Fact : List)
      if (isStackCheck(Fact)) {
        EdgeSet Cut;
        Cut.insert({Fact.From, Fact.To});
        markControlled(Number, Cut, StackChecked);
      }
}

} // namespace offstack
