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
}

/// Notes calls of function \p Number that come behind \p Test, which is in it,
/// and behind a store of \p Stores to the place that is tested. With \p Into,
/// notes that call, which comes behind \p Test, if all calls of its callee come
/// behind stores to the place.
void DepthGuards::addMarks(unsigned Number, ArrayRef<MarkStore> Stores,
                           const MarkTest &Test, std::optional<unsigned> Into) {
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
