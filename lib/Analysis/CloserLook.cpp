//===- CloserLook.cpp - Guards behind more calls --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Without one of its functions a cycle may have no circuit left: the others can
// be inlined into that one, and closures that live in it dissolve.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CloserLook.h"
#include "Offstack/Analysis/DepthGuards.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// More than is inlined at first: only what would be reported is looked at.
static constexpr InlineLimits Generous = {/*CalleeSize=*/600,
                                          /*TotalSize=*/6000, /*Depth=*/12,
                                          /*Rounds=*/2};

/// Cycles of more functions or instructions are not looked at again.
static constexpr unsigned MostFunctions = 12;
static constexpr unsigned MostInstructions = 6000;

/// Returns true if all circuits of \p Cycle pass the function \p Number.
static bool isCommon(const CallCycle &Cycle, unsigned Number) {
  BitVector Others(Cycle.calls().size());
  for (auto [Index, Call] : enumerate(Cycle.calls()))
    if (Call.Caller != Number && Call.Callee != Number)
      Others.set(Index);
  return Cycle.findCircuits(Others).empty();
}

/// Returns true if functions of \p Cycle other than \p Number are there only to
/// be called, as those of templates are.
static bool areOthersInline(const CallCycle &Cycle, unsigned Number) {
  return all_of(enumerate(Cycle.functions()), [&](const auto &Entry) {
    const Function *Original = Cycle.copy().findOriginal(*Entry.value());
    return Entry.index() == Number || Original->isDiscardableIfUnused();
  });
}

/// Returns functions of \p Cycle that all circuits pass, and that pass an
/// object of their own on to another one: those first that may count in an
/// argument. Then those into which the others can be inlined.
static SmallSetVector<unsigned, 4> findOwners(const CallCycle &Cycle) {
  SmallSetVector<unsigned, 4> Counting, Owners;
  for (const CycleCall &Call : Cycle.calls())
    if (Call.Caller != Call.Callee &&
        any_of(Call.Call->args(),
               [](const Value *Actual) {
                 return Actual->getType()->isPointerTy() &&
                        isa<AllocaInst>(getUnderlyingObject(Actual));
               }) &&
        !Owners.contains(Call.Caller) && isCommon(Cycle, Call.Caller)) {
      Owners.insert(Call.Caller);
      if (any_of(Cycle.functions()[Call.Caller]->args(),
                 [](const Argument &A) { return A.getType()->isIntegerTy(); }))
        Counting.insert(Call.Caller);
    }
  Counting.insert_range(Owners);
  for (unsigned Number = 0;
       Number < Cycle.functions().size() && Cycle.functions().size() > 1;
       ++Number)
    if (areOthersInline(Cycle, Number) && isCommon(Cycle, Number))
      Counting.insert(Number);
  return Counting;
}

/// Returns true if a function of \p Cycle still calls something small that
/// \p M has.
static bool hasInlinableCalls(const Module &M, const CallCycle &Cycle,
                              const DenseSet<const Function *> &Recursive) {
  for (const Function *F : Cycle.functions())
    for (const Instruction &I : instructions(*F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      const Function *Callee = Call ? findDirectCallee(*Call) : nullptr;
      if (!Callee || Callee->isIntrinsic())
        continue;
      const Function *Original = M.getFunction(Callee->getName());
      if (Original && !Original->isDeclaration() &&
          !Recursive.contains(Original) &&
          Original->getInstructionCount() <= InlineLimits().CalleeSize)
        return true;
    }
  return false;
}

/// Returns true if a member of \p Copy calls one of \p Others, which were to be
/// inlined.
static bool callsAny(const Module &M, const ScratchCopy &Copy,
                     const DenseSet<const Function *> &Others) {
  return any_of(Copy.members(), [&](const Function *F) {
    return any_of(instructions(*F), [&](const Instruction &I) {
      const auto *Call = dyn_cast<CallBase>(&I);
      const Function *Callee = Call ? findDirectCallee(*Call) : nullptr;
      return Callee && Others.contains(M.getFunction(Callee->getName()));
    });
  });
}

/// Returns in words the guard that is seen when the other functions of \p Cycle
/// are inlined into \p Owner, or without one, no function of it; else empty.
static std::string findGuardIn(const Module &M, const CallCycle &Cycle,
                               const DenseSet<const Function *> &Recursive,
                               std::optional<unsigned> Owner) {
  SmallVector<const Function *, 4> Members;
  DenseSet<const Function *> Kept = Recursive, Others;
  for (auto [Number, F] : enumerate(Cycle.functions())) {
    const Function *Original = Cycle.copy().findOriginal(*F);
    if (!Owner || Number == *Owner) {
      Members.push_back(Original);
      continue;
    }
    Kept.erase(Original);
    Others.insert(Original);
  }
  ScratchCopy Copy(M, Members, Kept, {}, Generous);
  std::vector<CallCycle> Cycles = findCallCycles(Copy);
  if (Cycles.size() != 1 || callsAny(M, Copy, Others))
    return "";
  DepthGuards Guards(Cycles[0]);
  GuardResult Result = Guards.apply();
  return Result.isGuarded() ? Guards.describe(Result) : "";
}

std::string findInlinedGuard(const Module &M, const CallCycle &Cycle,
                             const DenseSet<const Function *> &Recursive) {
  constexpr unsigned MostOwners = 3;
  unsigned Instructions = 0;
  for (const Function *F : Cycle.functions())
    Instructions += F->getInstructionCount();
  if (Cycle.functions().size() > MostFunctions ||
      Instructions > MostInstructions)
    return "";
  SmallSetVector<unsigned, 4> Owners = findOwners(Cycle);
  if (Owners.empty())
    return hasInlinableCalls(M, Cycle, Recursive)
               ? findGuardIn(M, Cycle, Recursive, std::nullopt)
               : "";
  for (unsigned Owner : Owners.getArrayRef().take_front(
           std::min<size_t>(MostOwners, Owners.size())))
    if (std::string Guard = findGuardIn(M, Cycle, Recursive, Owner);
        !Guard.empty())
      return Guard;
  return "";
}

} // namespace offstack
