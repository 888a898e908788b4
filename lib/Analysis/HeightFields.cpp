//===- HeightFields.cpp - Data that knows how high it is ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks for `p->height = p->left->height + 1` and for `p->height > limit`, also
// where the height is passed to the function that tests it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/HeightFields.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/LimitTests.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace offstack {

/// A smaller constant is no limit of a height: it is compared with to balance a
/// tree, or to tell leaves. A larger one is that of a type.
static constexpr uint64_t LeastLimit = 8;
static constexpr uint64_t MostLimit = 1 << 24;

HeightFields::HeightFields(const Module &M) {
  for (const Function &F : M) {
    for (const Instruction &I : instructions(F))
      if (const auto *Store = dyn_cast<StoreInst>(&I))
        addCounted(*Store);
    addLinkCounts(F);
  }
  if (Counted.empty())
    return;
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      if (const auto *Compare = dyn_cast<ICmpInst>(&I))
        addTest(*Compare);
      else if (const auto *Call = dyn_cast<CallBase>(&I))
        addPassedTests(*Call);
    }
}

void HeightFields::addCounted(const StoreInst &Store) {
  const Value &Address = *Store.getPointerOperand();
  // Most stores are to locals.
  if (isa<AllocaInst>(Address) ||
      !Store.getValueOperand()->getType()->isIntegerTy())
    return;
  const DataLayout &DL = Store.getDataLayout();
  std::optional<TypedField> Field = findTypedField(Address, DL);
  if (!Field || !Field->Struct || is_contained(Counted, *Field))
    return;
  if (any_of(findLoadedParts(*Store.getValueOperand()),
             [&](const LoadedPart &Part) {
               const Value &From = *Part.Load->getPointerOperand();
               return Part.Step == 1 && findTypedField(From, DL) == Field &&
                      findObject(From) != findObject(Address);
             }))
    Counted.push_back(*Field);
}

/// Returns the height that \p V is, or null.
const TypedField *HeightFields::findCounted(const Value &V) const {
  if (!V.getType()->isIntegerTy())
    return nullptr;
  for (const LoadedPart &Part : findLoadedParts(V)) {
    std::optional<TypedField> Field = findTypedField(
        *Part.Load->getPointerOperand(), Part.Load->getDataLayout());
    auto Found = Field ? find(Counted, *Field) : Counted.end();
    if (Found != Counted.end())
      return &*Found;
  }
  return nullptr;
}

/// Returns true if \p V may be a limit of heights.
static bool mayBeLimit(const Value &V) {
  const auto *C = dyn_cast<ConstantInt>(&V);
  return C ? C->getValue().uge(LeastLimit) && C->getValue().ule(MostLimit)
           : !isa<Constant>(V);
}

/// Returns true if \p Height is stored to where \p Other is loaded from: the
/// larger of two is looked for.
static bool isMaximum(const ICmpInst &Compare, const Value &Other) {
  const auto *Load = dyn_cast<LoadInst>(&Other);
  if (!Load)
    return false;
  const Value *Place = findObject(*Load->getPointerOperand());
  return any_of(instructions(*Compare.getFunction()), [&](const auto &I) {
    const auto *Store = dyn_cast<StoreInst>(&I);
    return Store && findObject(*Store->getPointerOperand()) == Place &&
           !isa<Argument>(Store->getValueOperand());
  });
}

void HeightFields::addTest(const ICmpInst &Compare) {
  if (Compare.isEquality())
    return;
  for (bool Swap : {false, true}) {
    const Value &Height = *Compare.getOperand(Swap);
    const Value &Limit = *Compare.getOperand(!Swap);
    if (!mayBeLimit(Limit))
      continue;
    const TypedField *Field = findCounted(Height);
    if (Field && !findCounted(Limit) && !isMaximum(Compare, Limit))
      Tests.insert({Field->Struct, Compare.getFunction()});
  }
}

/// Returns true if \p F compares its argument \p A with a limit.
static bool testsArgument(const Function &F, const Argument &A) {
  auto IsArgument = [&](const Value &V) {
    const auto *Load = dyn_cast<LoadInst>(&V);
    if (!Load)
      return &V == &A;
    return isa<AllocaInst>(Load->getPointerOperand()) &&
           any_of(A.users(), [&](const User *U) {
             const auto *Store = dyn_cast<StoreInst>(U);
             return Store &&
                    Store->getPointerOperand() == Load->getPointerOperand();
           });
  };
  return any_of(instructions(F), [&](const Instruction &I) {
    const auto *Compare = dyn_cast<ICmpInst>(&I);
    return Compare && !Compare->isEquality() &&
           (IsArgument(*Compare->getOperand(0))
                ? mayBeLimit(*Compare->getOperand(1))
                : IsArgument(*Compare->getOperand(1)) &&
                      mayBeLimit(*Compare->getOperand(0)));
  });
}

void HeightFields::addPassedTests(const CallBase &Call) {
  const Function *Callee = findDirectCallee(Call);
  if (!Callee || Callee->isDeclaration())
    return;
  for (auto [Index, Actual] : enumerate(Call.args()))
    if (Index < Callee->arg_size())
      if (const TypedField *Field = findCounted(*Actual))
        if (!Tests.contains(Field->Struct) &&
            testsArgument(*Callee, *Callee->getArg(Index)))
          Tests.insert({Field->Struct, Callee});
}

/// Returns the link that the local pointer which \p Store writes follows, or
/// nothing.
static std::optional<TypedField> findFollowed(const StoreInst &Store) {
  const auto *Local = dyn_cast<AllocaInst>(Store.getPointerOperand());
  const auto *Link = dyn_cast<LoadInst>(Store.getValueOperand());
  if (!Local || !Link || !Link->getType()->isPointerTy() ||
      findObject(*Link->getPointerOperand()) != Local)
    return std::nullopt;
  return findTypedField(*Link->getPointerOperand(), Store.getDataLayout());
}

/// Returns true if \p Compare tests against a limit what \p Store counts.
static bool isTestOf(const ICmpInst &Compare, const StoreInst &Store) {
  const auto *Counter = dyn_cast<LoadInst>(Compare.getOperand(0));
  const Value &Limit = *Compare.getOperand(1);
  return !Compare.isEquality() && Counter &&
         Counter->getPointerOperand() == Store.getPointerOperand() &&
         (isa<ConstantInt>(Limit) ? mayBeLimit(Limit)
                                  : !findLoadedParts(Limit).empty());
}

namespace {

/// Which blocks of a function can follow which.
class Reachability {
public:
  bool mayFollow(const Instruction &Later, const Instruction &Earlier) {
    const BasicBlock *Start = Earlier.getParent();
    auto [Known, IsNew] = Reached.try_emplace(Start);
    if (IsNew)
      Known->second = findReachable(*Start, EdgeSet());
    return Known->second.contains(Later.getParent());
  }

private:
  DenseMap<const BasicBlock *, DenseSet<const BasicBlock *>> Reached;
};

} // namespace

/// Notes the links that \p F counts, to test the number afterwards.
void HeightFields::addLinkCounts(const Function &F) {
  SmallVector<std::pair<TypedField, const StoreInst *>, 2> Followed;
  SmallVector<const StoreInst *, 4> Counts;
  for (const Instruction &I : instructions(F)) {
    const auto *Store = dyn_cast<StoreInst>(&I);
    if (!Store || !isa<AllocaInst>(Store->getPointerOperand()))
      continue;
    if (std::optional<TypedField> Link = findFollowed(*Store))
      Followed.push_back({*Link, Store});
    const auto *Count = dyn_cast<BinaryOperator>(Store->getValueOperand());
    const auto *Before =
        Count ? dyn_cast<LoadInst>(Count->getOperand(0)) : nullptr;
    if (Before && Before->getPointerOperand() == Store->getPointerOperand() &&
        Count->getOpcode() == Instruction::Add)
      Counts.push_back(Store);
  }
  if (Followed.empty() || Counts.empty())
    return;
  Reachability Blocks;
  for (const Instruction &I : instructions(F)) {
    const auto *Compare = dyn_cast<ICmpInst>(&I);
    if (!Compare)
      continue;
    for (const StoreInst *Count : Counts) {
      // The test is made when the counting is over.
      if (!isTestOf(*Compare, *Count) || Blocks.mayFollow(*Count, *Compare))
        continue;
      for (const auto &[Link, Step] : Followed)
        if (Blocks.mayFollow(*Step, *Count) && Blocks.mayFollow(*Count, *Step))
          LinkTests.push_back({Link, &F});
    }
  }
}

namespace {

/// The objects and links on the way to a pointer.
struct Descent {
  SmallSetVector<const StructType *, 8> Types;
  SmallVector<TypedField, 4> Links;
};

} // namespace

/// Follows \p Pointer, of the module that is compiled, to where it comes from.
static Descent findDescent(const Value &Pointer) {
  constexpr unsigned MostParts = 48;
  Descent Result;
  SmallSetVector<const Value *, 16> Parts;
  Parts.insert(&Pointer);
  for (unsigned Next = 0; Next < Parts.size() && Next < MostParts; ++Next) {
    const Value *Part = Parts[Next];
    if (const auto *Step = dyn_cast<GEPOperator>(Part)) {
      if (auto *Struct = dyn_cast<StructType>(Step->getSourceElementType()))
        Result.Types.insert(Struct);
      Parts.insert(Step->getPointerOperand());
    } else if (const auto *Load = dyn_cast<LoadInst>(Part)) {
      const Value *Address = Load->getPointerOperand();
      if (!isa<AllocaInst>(Address)) {
        // What has no constant place equals no link that is counted.
        Result.Links.push_back(findTypedField(*Address, Load->getDataLayout())
                                   .value_or(TypedField{nullptr, -1}));
        Parts.insert(Address);
        continue;
      }
      for (const User *U : Address->users())
        if (const auto *Store = dyn_cast<StoreInst>(U);
            Store && Store->getPointerOperand() == Address)
          Parts.insert(Store->getValueOperand());
    } else if (isa<PHINode, SelectInst, CastInst, FreezeInst>(Part)) {
      for (const Value *Operand : cast<Instruction>(Part)->operand_values())
        if (Operand->getType()->isPointerTy())
          Parts.insert(Operand);
    }
  }
  return Result;
}

/// Returns a function that tests the number of all links of \p Way, or null.
const Function *HeightFields::findLinkTest(ArrayRef<TypedField> Way) const {
  for (const auto &[Link, Test] : LinkTests)
    if (!Way.empty() && all_of(Way, [Link = Link](const TypedField &Each) {
          return Each == Link;
        }))
      return Test;
  return nullptr;
}

const Function *HeightFields::findTest(const CallCycle &Cycle,
                                       const BitVector &Group) const {
  if (Tests.empty() && LinkTests.empty())
    return nullptr;
  const Function *LinkTest = nullptr;
  BitVector Uncounted = Group;
  for (unsigned Index : Group.set_bits()) {
    const CallBase *Call =
        Cycle.copy().findOriginal(*Cycle.calls()[Index].Call);
    if (!Call)
      continue;
    for (const Value *Actual : Call->args()) {
      if (!Actual->getType()->isPointerTy())
        continue;
      Descent Way = findDescent(*Actual);
      for (const StructType *Type : Way.Types)
        if (auto Found = Tests.find(Type); Found != Tests.end())
          return Found->second;
      if (const Function *Test = findLinkTest(Way.Links)) {
        LinkTest = Test;
        Uncounted.reset(Index);
      }
    }
  }
  return Cycle.findCircuits(Uncounted).empty() ? LinkTest : nullptr;
}

} // namespace offstack
