//===- RenewedPointers.cpp - Pointers that a cycle makes anew -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Works on IR without optimisation, where arguments and locals are in memory.
// Takes all pointers for kept, and away those that no call hands on from one
// that is, until none goes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RenewedPointers.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace offstack {

namespace {

/// Where the values of one argument come from.
struct PointerSources {
  /// It may be the same in each round, whatever the arguments are.
  bool MayStay = false;
  /// The arguments that are handed on as it.
  SmallSetVector<const Argument *, 4> Arguments;
};

} // namespace

static bool isPartOfLocal(const Value *Address) {
  return isa<AllocaInst>(getUnderlyingObject(Address));
}

/// Returns true if \p Local is only loaded and stored to as a whole.
static bool isPlainLocal(const AllocaInst &Local) {
  return all_of(Local.users(), [&](const User *U) {
    if (const auto *Store = dyn_cast<StoreInst>(U))
      return Store->getPointerOperand() == &Local;
    const auto *Intrinsic = dyn_cast<IntrinsicInst>(U);
    return isa<LoadInst>(U) || (Intrinsic && Intrinsic->isLifetimeStartOrEnd());
  });
}

/// Returns true if \p F writes pointers to memory that is not its own: what it
/// loads may be what it has stored.
static bool storesPointers(const Function &F) {
  return any_of(instructions(F), [](const Instruction &I) {
    const auto *Store = dyn_cast<StoreInst>(&I);
    return Store && Store->getValueOperand()->getType()->isPointerTy() &&
           !isPartOfLocal(Store->getPointerOperand());
  });
}

/// Returns true if \p Address may be that of a local, by way of a variable.
static bool mayPointToLocal(const Value *Address) {
  const Value *Base = getUnderlyingObject(Address);
  if (isa<AllocaInst, PHINode, SelectInst>(Base))
    return true;
  const auto *Load = dyn_cast<LoadInst>(Base);
  const auto *Variable =
      Load ? dyn_cast<AllocaInst>(Load->getPointerOperand()) : nullptr;
  return Variable && any_of(Variable->users(), [](const User *U) {
           const auto *Store = dyn_cast<StoreInst>(U);
           return Store && isPartOfLocal(Store->getValueOperand());
         });
}

/// Adds to \p Sources where \p Actual, passed by a function, comes from.
static void addSources(const Value *Actual, bool StoresPointers,
                       PointerSources &Sources) {
  SmallSetVector<const Value *, 8> Parts;
  Parts.insert(Actual);
  for (unsigned Next = 0; Next < Parts.size(); ++Next) {
    const Value *Part = Parts[Next];
    if (const auto *A = dyn_cast<Argument>(Part)) {
      Sources.Arguments.insert(A);
    } else if (const auto *Load = dyn_cast<LoadInst>(Part)) {
      const auto *Local = dyn_cast<AllocaInst>(Load->getPointerOperand());
      if (!Local || !isPlainLocal(*Local)) {
        Sources.MayStay |=
            StoresPointers || mayPointToLocal(Load->getPointerOperand());
        continue;
      }
      for (const User *U : Local->users())
        if (const auto *Store = dyn_cast<StoreInst>(U))
          Parts.insert(Store->getValueOperand());
    } else if (const auto *Moved = dyn_cast<GetElementPtrInst>(Part)) {
      if (Moved->hasAllZeroIndices())
        Parts.insert(Moved->getPointerOperand());
    } else if (const auto *Call = dyn_cast<CallBase>(Part)) {
      // What has a body may come to be part of the caller.
      const Function *Callee = findDirectCallee(*Call);
      Sources.MayStay |=
          (Callee && !Callee->isDeclaration()) || Call->getReturnedArgOperand();
    } else {
      Sources.MayStay = true;
    }
  }
}

static MapVector<const Argument *, PointerSources>
collectSources(const Component &Group, const DirectCallGraph &Calls) {
  DenseSet<unsigned> Members;
  Members.insert_range(Group);
  MapVector<const Argument *, PointerSources> Result;
  for (unsigned Number : Group) {
    bool StoresPointers = storesPointers(*Calls.functions()[Number]);
    Calls.forEachPassed(Number, Members,
                        [&](const Argument &A, const Value &V) {
                          if (A.getType()->isPointerTy())
                            addSources(&V, StoresPointers, Result[&A]);
                        });
  }
  return Result;
}

DenseSet<const Argument *> findRenewedPointers(const Component &Group,
                                               const DirectCallGraph &Calls) {
  MapVector<const Argument *, PointerSources> Sources =
      collectSources(Group, Calls);
  DenseSet<const Argument *> Renewed;
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const auto &[A, From] : Sources)
      if (!From.MayStay && all_of(From.Arguments, [&](const Argument *Source) {
            return Renewed.contains(Source);
          }))
        Changed |= Renewed.insert(A).second;
  }
  return Renewed;
}

} // namespace offstack
