//===- Personality.cpp - Who runs cleanups in a function ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Asks the function, the module, the target, in this order.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/Personality.h"
#include "llvm/IR/EHPersonalities.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

static bool usesLandingPads(const Constant &Personality) {
  return !isScopedEHPersonality(classifyEHPersonality(&Personality));
}

bool hasLandingPadPersonality(const Function &F) {
  if (F.hasPersonalityFn())
    return usesLandingPads(*F.getPersonalityFn());
  const Triple &Target = F.getParent()->getTargetTriple();
  // LLVM's default there is the GNU one, which no MSVC runtime brings.
  if (Target.isWindowsMSVCEnvironment())
    return false;
  return !isScopedEHPersonality(getDefaultEHPersonality(Target));
}

/// Returns the first landing pad personality of \p M, or null.
static Constant *findModulePersonality(const Module &M) {
  for (const Function &F : M)
    if (F.hasPersonalityFn() && usesLandingPads(*F.getPersonalityFn()))
      return F.getPersonalityFn();
  return nullptr;
}

void ensurePersonality(Function &F) {
  if (F.hasPersonalityFn())
    return;
  Module &M = *F.getParent();
  Constant *Personality = findModulePersonality(M);
  if (!Personality) {
    StringRef Name =
        getEHPersonalityName(getDefaultEHPersonality(M.getTargetTriple()));
    auto *Type = FunctionType::get(llvm::Type::getInt32Ty(M.getContext()),
                                   /*isVarArg=*/true);
    Personality = cast<Constant>(M.getOrInsertFunction(Name, Type).getCallee());
  }
  F.setPersonalityFn(Personality);
  // Cleanups are found through the unwind table.
  if (!F.hasUWTable())
    F.setUWTableKind(UWTableKind::Default);
}

} // namespace offstack
