//===- BoxHazards.cpp - Why a function keeps its objects ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the hazards of a whole function: its attributes first, then its body.
// Those of its place in the module are in ModuleHazards.cpp, those of one
// object in ObjectHazards.cpp.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/BoxHazards.h"
#include "Offstack/Analysis/SecondReturn.h"
#include "Offstack/Analysis/StackPointerAsm.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/EHPersonalities.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

static bool isInterruptHandler(const Function &F) {
  switch (F.getCallingConv()) {
  case CallingConv::X86_INTR:
  case CallingConv::AVR_INTR:
  case CallingConv::AVR_SIGNAL:
  case CallingConv::MSP430_INTR:
  case CallingConv::M68k_INTR:
    return true;
  default:
    // ARM, RISC-V, MIPS and AVR say it with attributes.
    return F.hasFnAttribute("interrupt") || F.hasFnAttribute("signal");
  }
}

static bool isDeviceKernel(const Function &F) {
  switch (F.getCallingConv()) {
  case CallingConv::AMDGPU_KERNEL:
  case CallingConv::PTX_Kernel:
  case CallingConv::SPIR_KERNEL:
    return true;
  default:
    return false;
  }
}

/// Returns true if what \p M calls \p Name is not the library's, nor one that
/// takes the library's place.
static bool isPrivate(const Module &M, StringRef Name) {
  const GlobalValue *Named = M.getNamedValue(Name);
  return Named &&
         (Named->hasLocalLinkage() || !Named->getValueType()->isFunctionTy());
}

static bool lacksHeap(const Function &F, const TargetLibraryInfo &TLI) {
  // -fno-builtin and -fno-builtin-malloc reach the library info of F.
  return !TLI.has(LibFunc_malloc) || !TLI.has(LibFunc_free) ||
         F.hasFnAttribute(Attribute::NoBuiltin) ||
         isPrivate(*F.getParent(), TLI.getName(LibFunc_malloc)) ||
         isPrivate(*F.getParent(), TLI.getName(LibFunc_free)) ||
         // Linux runs this section before its allocators are up, and drops it.
         F.getSection().starts_with(".init.text");
}

/// Returns true if any load or store of \p F may raise an exception, which
/// runs funclets (MSVC's structured exceptions).
static bool usesAsynchronousExceptions(const Function &F) {
  return F.hasPersonalityFn() &&
         isAsynchronousEHPersonality(
             classifyEHPersonality(F.getPersonalityFn()));
}

static std::optional<Hazard> findAttributeHazard(const Function &F,
                                                 const TargetLibraryInfo &TLI) {
  if (F.hasFnAttribute(Attribute::Naked))
    return Hazard::NakedFunction;
  if (isDeviceKernel(F))
    return Hazard::DeviceTarget;
  if (lacksHeap(F, TLI))
    return Hazard::NoHeap;
  if (F.isPresplitCoroutine())
    return Hazard::PresplitCoroutine;
  if (usesAsynchronousExceptions(F))
    return Hazard::ScopedExceptions;
  if (F.hasGC())
    return Hazard::GarbageCollected;
  return std::nullopt;
}

/// Returns true if every exception that unwinds to \p Pad is caught there.
static bool isCatchAll(const LandingPadInst &Pad) {
  for (unsigned Index = 0; Index != Pad.getNumClauses(); ++Index) {
    const Constant *Clause = Pad.getClause(Index);
    if (Pad.isCatch(Index) ? Clause->isNullValue()
                           : Clause->getType()->getArrayNumElements() == 0)
      return true;
  }
  return false;
}

/// Returns true if something may look at which clause of \p Pad matched.
static bool isSelectorRead(const LandingPadInst &Pad) {
  return any_of(Pad.users(), [](const User *U) {
    const auto *Extract = dyn_cast<ExtractValueInst>(U);
    // Whatever takes both values at once may look at the selector.
    return !Extract || (*Extract->idx_begin() == 1 && !Extract->use_empty());
  });
}

/// Returns true if the exception can leave \p Start by a resume, without one
/// that is thrown on the way being taken for it at another landing pad.
static bool reachesResume(const BasicBlock &Start) {
  SmallPtrSet<const BasicBlock *, 16> Seen = {&Start};
  SmallVector<const BasicBlock *, 16> Worklist = {&Start};
  while (!Worklist.empty()) {
    const BasicBlock *Block = Worklist.pop_back_val();
    if (isa<ResumeInst>(Block->getTerminator()))
      return true;
    for (const BasicBlock *Next : successors(Block))
      if (!Next->isEHPad() && Seen.insert(Next).second)
        Worklist.push_back(Next);
  }
  return false;
}

/// Returns true if \p Pad would mistake an exception that it does not name for
/// one that it does. Boxes need pads to be entered for every exception.
static bool cannotBecomeCleanup(const LandingPadInst &Pad) {
  return !Pad.isCleanup() && !isCatchAll(Pad) &&
         pred_size(Pad.getParent()) != 0 &&
         (!isSelectorRead(Pad) || !reachesResume(*Pad.getParent()));
}

static std::optional<Hazard> findInstructionHazard(const Instruction &I) {
  if (const auto *Pad = dyn_cast<LandingPadInst>(&I)) {
    if (cannotBecomeCleanup(*Pad))
      return Hazard::NonSelectingLandingPad;
    return std::nullopt;
  }
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return std::nullopt;
  if (getSecondReturn(*Call) == SecondReturn::Unknown)
    return Hazard::ReturnsTwice;
  if (mayChangeStackPointer(*Call))
    return Hazard::StackPointerAsm;
  return std::nullopt;
}

bool isOverridable(Hazard Kind) {
  return is_contained({Hazard::SignalHandler, Hazard::RealtimeFunction,
                       Hazard::EarlyConstructor, Hazard::InterruptHandler,
                       Hazard::AllocatorFunction},
                      Kind);
}

std::optional<HazardHit> findFunctionHazard(const Function &F,
                                            const TargetLibraryInfo &TLI,
                                            const ModuleHazards &InModule) {
  std::optional<HazardHit> Overridable = InModule.find(F);
  if (Overridable && !isOverridable(Overridable->Kind))
    return Overridable;
  if (!Overridable && isInterruptHandler(F))
    Overridable = HazardHit{Hazard::InterruptHandler};
  if (std::optional<Hazard> Kind = findAttributeHazard(F, TLI))
    return HazardHit{*Kind};
  for (const Instruction &I : instructions(F))
    if (std::optional<Hazard> Kind = findInstructionHazard(I))
      return HazardHit{*Kind, &I};
  return Overridable;
}

} // namespace offstack
