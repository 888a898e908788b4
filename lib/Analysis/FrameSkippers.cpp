//===- FrameSkippers.cpp - Calls that leave frames behind -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks the calls upwards, from the library functions that jump.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/FrameSkippers.h"
#include "Offstack/Analysis/SecondReturn.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/Unwinding.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/GlobalAlias.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Intrinsics.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns how a call of \p F leaves frames, or nothing. swapcontext is no way:
/// it stores where it was, to come back.
static std::optional<SkipKind> classify(const Function &F) {
  // __builtin_longjmp.
  if (F.getIntrinsicID() == Intrinsic::eh_sjlj_longjmp)
    return SkipKind::Jump;
  return StringSwitch<std::optional<SkipKind>>(
             GlobalValue::dropLLVMManglingEscape(F.getName()))
      .Cases({"longjmp", "_longjmp", "siglongjmp"}, SkipKind::Jump)
      .Cases({"__longjmp_chk", "setcontext"}, SkipKind::Jump)
      .Cases({"pthread_exit", "thrd_exit"}, SkipKind::ThreadExit)
      .Default(std::nullopt);
}

/// Returns true if a jump that starts below \p F may end in it.
static bool catchesJumps(const Function &F) {
  return any_of(instructions(F), [](const Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    return Call && getSecondReturn(*Call) != SecondReturn::Never;
  });
}

/// Returns the functions that call \p Callee directly, in the order of its
/// uses, each time that they do.
static SmallVector<const Function *, 8> findCallers(const Function &Callee) {
  SmallVector<const Function *, 8> Callers;
  // Aliases are few and have no cycles.
  SmallVector<const GlobalValue *, 2> Names = {&Callee};
  while (!Names.empty()) {
    const GlobalValue *Name = Names.pop_back_val();
    for (const Use &U : Name->uses()) {
      const auto *Call = dyn_cast<CallBase>(U.getUser());
      if (Call && Call->isCallee(&U))
        Callers.push_back(Call->getFunction());
      else if (const auto *Alias = dyn_cast<GlobalAlias>(U.getUser()))
        Names.push_back(Alias);
    }
  }
  return Callers;
}

void FrameSkippers::addCallers(SkipKind Kind, const Function &Culprit) {
  bool IsJump = Kind == SkipKind::Jump;
  Culprits &Found = IsJump ? Jumping : Exiting;
  SmallVector<const Function *, 8> Worklist = {&Culprit};
  Found.try_emplace(&Culprit, &Culprit);
  while (!Worklist.empty())
    for (const Function *Caller : findCallers(*Worklist.pop_back_val()))
      if (!Found.contains(Caller) && !(IsJump && catchesJumps(*Caller))) {
        Found.try_emplace(Caller, &Culprit);
        Worklist.push_back(Caller);
      }
}

FrameSkippers::FrameSkippers(const Module &M) {
  for (const Function &F : M)
    if (std::optional<SkipKind> Kind = classify(F))
      addCallers(*Kind, F);
}

/// Returns true if what unwinds out of \p Call runs no cleanup of its function.
static bool isUncleaned(const CallBase &Call) {
  // An invoke has a cleanup, or a handler that ends the program.
  return isa<CallInst>(Call) &&
         (Call.getFunction()->doesNotThrow() || !mayThrow(Call));
}

std::optional<FrameSkip> FrameSkippers::find(const CallBase &Call) const {
  const Function *Callee = findDirectCallee(Call);
  if (!Callee)
    return std::nullopt;
  if (const Function *Culprit = Jumping.lookup(Callee))
    return FrameSkip{SkipKind::Jump, Culprit};
  const Function *Culprit = Exiting.lookup(Callee);
  if (Culprit && isUncleaned(Call))
    return FrameSkip{SkipKind::ThreadExit, Culprit};
  return std::nullopt;
}

} // namespace offstack
