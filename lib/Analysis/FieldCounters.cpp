//===- FieldCounters.cpp - Depths that objects carry ----------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// That the object which is counted is the one that is passed on is not proven:
// what is found here keeps a warning back, and is no bound.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/FieldCounters.h"
#include "Offstack/Analysis/TypedField.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

namespace {

/// A field that is counted from one object to another.
struct FieldCounter {
  TypedField Field;
  bool IsDown;
  /// The functions that count it.
  BitVector Callers;
  /// The numbers that they store.
  SmallVector<const Value *, 2> Counted;
  /// The objects that they count from.
  SmallVector<const Value *, 2> Above;
};

/// The counters of one cycle.
class FieldCounterSearch {
public:
  FieldCounterSearch(const CallCycle &Cycle, const BitVector &Group,
                     ArrayRef<SmallVector<EdgeFact, 16>> Facts)
      : Cycle(Cycle), Group(Group), Facts(Facts) {}

  bool run();

private:
  void addStore(unsigned Function, const StoreInst &Store);
  void add(unsigned Function, const StoreInst &Store, const TypedField &Field,
           const Value *Above, bool IsDown);
  bool isOf(const FieldCounter &C, const Value &V) const;
  BitVector findTested(const FieldCounter &C) const;
  BitVector findNested() const;
  bool isHandedOn(unsigned Function, const StoreInst &Store) const;
  bool isCovered(const BitVector &Calls) const {
    return Cycle.findCircuits(BitVector(Group).reset(Calls)).empty();
  }

  const CallCycle &Cycle;
  const BitVector &Group;
  ArrayRef<SmallVector<EdgeFact, 16>> Facts;
  std::vector<FieldCounter> Counters;
  /// Numbers that are counted in one object, each with its function.
  std::vector<std::pair<unsigned, const StoreInst *>> Entered;
  /// The fields that are counted down in one object.
  std::vector<std::pair<unsigned, TypedField>> Left;
};

} // namespace

/// Returns true if \p Object is a local one that starts as a copy.
static bool isLocalCopy(const Value &Object) {
  return isa<AllocaInst>(Object) && any_of(Object.users(), [&](const User *U) {
           const auto *Copy = dyn_cast<MemTransferInst>(U);
           return Copy && Copy->getRawDest() == &Object;
         });
}

void FieldCounterSearch::add(unsigned Function, const StoreInst &Store,
                             const TypedField &Field, const Value *Above,
                             bool IsDown) {
  auto Known = find_if(Counters, [&](const FieldCounter &C) {
    return C.Field == Field && C.IsDown == IsDown;
  });
  if (Known == Counters.end()) {
    Counters.push_back(
        {Field, IsDown, BitVector(Cycle.functions().size()), {}, {}});
    Known = std::prev(Counters.end());
  }
  Known->Callers.set(Function);
  Known->Counted.push_back(Store.getValueOperand());
  Known->Above.push_back(Above);
}

/// Notes \p Store, of function \p Number, if it counts a field of one object
/// from that of another.
void FieldCounterSearch::addStore(unsigned Number, const StoreInst &Store) {
  if (!Store.getValueOperand()->getType()->isIntegerTy())
    return;
  const DataLayout &DL = Store.getDataLayout();
  std::optional<TypedField> Field =
      findTypedField(*Store.getPointerOperand(), DL);
  if (!Field)
    return;
  const Value *To = findObject(*Store.getPointerOperand());
  for (const LoadedPart &Part : findLoadedParts(*Store.getValueOperand())) {
    const Value *Address = Part.Load->getPointerOperand();
    if (Part.Step == 0 || findTypedField(*Address, DL) != Field)
      continue;
    if (findObject(*Address) != To || isLocalCopy(*To))
      add(Number, Store, *Field, findObject(*Address), Part.Step < 0);
    else if (Part.Step > 0)
      Entered.push_back({Number, &Store});
    else
      Left.push_back({Number, *Field});
  }
}

/// Returns true if \p V is made of the field of \p C.
bool FieldCounterSearch::isOf(const FieldCounter &C, const Value &V) const {
  if (is_contained(C.Counted, &V))
    return true;
  return any_of(findLoadedParts(V), [&](const LoadedPart &Part) {
    return findTypedField(*Part.Load->getPointerOperand(),
                          Part.Load->getDataLayout()) == C.Field;
  });
}

/// Returns the calls that are made only past a test of \p C.
BitVector FieldCounterSearch::findTested(const FieldCounter &C) const {
  BitVector Tested(Cycle.calls().size());
  for (auto [Number, F] : enumerate(Cycle.functions())) {
    EdgeSet Passing;
    for (const EdgeFact &Fact : Facts[Number]) {
      bool Left = isOf(C, *Fact.Left), Right = isOf(C, *Fact.Right);
      CmpInst::Predicate Holds =
          Left ? Fact.Holds : CmpInst::getSwappedPredicate(Fact.Holds);
      if (Left != Right && isLimiting(Holds, C.IsDown))
        Passing.insert({Fact.From, Fact.To});
      // Where there is no object above, it starts to count.
      if (Fact.Holds == CmpInst::ICMP_EQ && is_contained(C.Above, Fact.Left) &&
          isa<ConstantPointerNull>(Fact.Right))
        Passing.insert({Fact.From, Fact.To});
    }
    if (Passing.empty())
      continue;
    DenseSet<const BasicBlock *> Untested =
        findReachable(F->getEntryBlock(), Passing);
    for (auto [Index, Call] : enumerate(Cycle.calls()))
      if (Call.Caller == Number && !Untested.contains(Call.Call->getParent()))
        Tested.set(Index);
  }
  return Tested;
}

/// Returns true if the object that \p Store writes to is found by a pointer
/// that some call of function \p Number passes another one for. Of the others,
/// it is known better what they do.
bool FieldCounterSearch::isHandedOn(unsigned Number,
                                    const StoreInst &Store) const {
  std::optional<MemoryCell> Cell =
      findCell(Store.getPointerOperand(), Store.getDataLayout());
  if (!Cell || Cell->Global)
    return false;
  const Argument *Root = Cycle.functions()[Number]->getArg(Cell->Argument);
  return any_of(Group.set_bits(), [&](unsigned Index) {
    const CycleCall &Call = Cycle.calls()[Index];
    return Call.Caller == Number && !is_contained(Call.Call->args(), Root);
  });
}

/// Returns the calls that are made only past where a field is counted up that
/// the function counts down again, and compares. Whether the comparison keeps
/// the call from being made is another question: it may set a flag.
BitVector FieldCounterSearch::findNested() const {
  BitVector Nested(Cycle.calls().size());
  for (const auto &[Number, Store] : Entered) {
    TypedField Field =
        *findTypedField(*Store->getPointerOperand(), Store->getDataLayout());
    FieldCounter C{Field, false, {}, {Store->getValueOperand()}, {}};
    bool IsCompared = any_of(Facts[Number], [&](const EdgeFact &Fact) {
      return isOf(C, *Fact.Left) != isOf(C, *Fact.Right);
    });
    if (!IsCompared || !is_contained(Left, std::pair(Number, Field)) ||
        !isHandedOn(Number, *Store))
      continue;
    EdgeSet Behind;
    for (const BasicBlock *Next : successors(Store->getParent()))
      Behind.insert({Store->getParent(), Next});
    DenseSet<const BasicBlock *> Before =
        findReachable(Cycle.functions()[Number]->getEntryBlock(), Behind);
    for (auto [Index, Call] : enumerate(Cycle.calls()))
      if (Call.Caller == Number &&
          (Call.Call->getParent() == Store->getParent()
               ? Store->comesBefore(Call.Call)
               : !Before.contains(Call.Call->getParent())))
        Nested.set(Index);
  }
  return Nested;
}

bool FieldCounterSearch::run() {
  for (auto [Number, F] : enumerate(Cycle.functions()))
    for (const Instruction &I : instructions(*F))
      if (const auto *Store = dyn_cast<StoreInst>(&I))
        addStore(Number, *Store);
  if (!Entered.empty() && isCovered(findNested()))
    return true;
  return any_of(Counters, [&](const FieldCounter &C) {
    BitVector Counting(Cycle.calls().size());
    for (unsigned Index : Group.set_bits())
      if (C.Callers.test(Cycle.calls()[Index].Caller))
        Counting.set(Index);
    return isCovered(Counting) && isCovered(findTested(C));
  });
}

bool isCountedInObjects(const CallCycle &Cycle, const BitVector &Group,
                        ArrayRef<SmallVector<EdgeFact, 16>> Facts) {
  return FieldCounterSearch(Cycle, Group, Facts).run();
}

} // namespace offstack
