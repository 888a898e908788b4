//===- EffectAttributes.cpp - Attributes after boxing ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A worklist from the boxed functions up the direct calls.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/EffectAttributes.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/GlobalAlias.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/ModRef.h"

using namespace llvm;

namespace offstack {

/// What malloc and free touch, as seen from outside: memory that no pointer of
/// the program's reaches.
static MemoryEffects getBoxEffects() {
  return MemoryEffects::inaccessibleMemOnly();
}

/// What a function that takes a box no longer has: malloc may take locks, and
/// where it fails the program ends.
static constexpr Attribute::AttrKind LostAttributes[] = {
    Attribute::NoSync, Attribute::Speculatable, Attribute::WillReturn};

/// Weakens the attributes of \p F; returns true if one changed.
static bool weaken(Function &F) {
  bool Changed = false;
  MemoryEffects Effects = F.getMemoryEffects() | getBoxEffects();
  if (Effects != F.getMemoryEffects()) {
    F.setMemoryEffects(Effects);
    Changed = true;
  }
  for (Attribute::AttrKind Kind : LostAttributes) {
    Changed |= F.hasFnAttribute(Kind);
    F.removeFnAttr(Kind);
  }
  return Changed;
}

/// Weakens what the call itself claims.
static void weaken(CallBase &Call) {
  Attribute Memory = Call.getAttributes().getFnAttr(Attribute::Memory);
  if (Memory.isValid())
    Call.setMemoryEffects(Memory.getMemoryEffects() | getBoxEffects());
  for (Attribute::AttrKind Kind : LostAttributes)
    Call.removeFnAttr(Kind);
}

/// Calls \p Visit for each direct call of \p F, through aliases, too.
static void forEachCall(Function &F, function_ref<void(CallBase &)> Visit) {
  SmallVector<Value *, 4> Worklist{&F};
  while (!Worklist.empty()) {
    Value *Callee = Worklist.pop_back_val();
    for (Use &U : Callee->uses()) {
      if (auto *Call = dyn_cast<CallBase>(U.getUser());
          Call && Call->isCallee(&U))
        Visit(*Call);
      else if (auto *Alias = dyn_cast<GlobalAlias>(U.getUser()))
        Worklist.push_back(Alias);
    }
  }
}

void weakenEffectAttributes(ArrayRef<Function *> Boxed) {
  SmallSetVector<Function *, 16> Worklist(Boxed.begin(), Boxed.end());
  for (Function *F : Boxed)
    weaken(*F);
  // A function enters again only when an attribute of it went away, which ends.
  while (!Worklist.empty()) {
    Function *F = Worklist.pop_back_val();
    forEachCall(*F, [&](CallBase &Call) {
      weaken(Call);
      if (weaken(*Call.getFunction()))
        Worklist.insert(Call.getFunction());
    });
  }
}

} // namespace offstack
