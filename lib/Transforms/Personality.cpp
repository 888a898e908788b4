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

/// Returns the first landing pad personality of \p M, or null. One that LLVM
/// does not know is made for the functions that have it.
static Constant *findModulePersonality(const Module &M) {
  for (const Function &F : M)
    if (F.hasPersonalityFn() && usesLandingPads(*F.getPersonalityFn()) &&
        classifyEHPersonality(F.getPersonalityFn()) != EHPersonality::Unknown)
      return F.getPersonalityFn();
  return nullptr;
}

bool hasLandingPadPersonality(const Function &F) {
  if (F.hasPersonalityFn())
    return usesLandingPads(*F.getPersonalityFn());
  const Triple &Target = F.getParent()->getTargetTriple();
  // LLVM's default there is the GNU one, which no MSVC runtime brings.
  if (Target.isWindowsMSVCEnvironment())
    return false;
  // There are funclets, too, which llc's GNU default does not say. Landing pads
  // are for Emscripten's own exceptions, which the rest of the module shows.
  if (Target.isWasm())
    return findModulePersonality(*F.getParent());
  return !isScopedEHPersonality(getDefaultEHPersonality(Target));
}

/// Returns the name of the C personality on \p Target: its library has only the
/// one for the tables that unwinding reads there.
static StringRef getCPersonalityName(const Triple &Target) {
  if (Target.isOSCygMing() && Target.getArch() != Triple::x86)
    return "__gcc_personality_seh0";
  if (Target.isOSDarwin() && (Target.isARM() || Target.isThumb()) &&
      !Target.isWatchABI())
    return getEHPersonalityName(EHPersonality::GNU_C_SjLj);
  return getEHPersonalityName(getDefaultEHPersonality(Target));
}

void ensurePersonality(Function &F) {
  if (F.hasPersonalityFn())
    return;
  Module &M = *F.getParent();
  Constant *Personality = findModulePersonality(M);
  if (!Personality) {
    StringRef Name = getCPersonalityName(M.getTargetTriple());
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
