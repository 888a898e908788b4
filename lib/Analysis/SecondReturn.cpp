//===- SecondReturn.cpp - Calls that can return twice ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names first, then attributes.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/SecondReturn.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Intrinsics.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns what the name of \p Callee tells. Languages other than C cannot
/// always state the attribute (Rust cannot).
static SecondReturn getSecondReturnByName(const Function &Callee) {
  // Where longjmp unwinds, a setjmp is more than its name says.
  SecondReturn Setjmp = Callee.getParent()->getTargetTriple().isOSWindows()
                            ? SecondReturn::Unknown
                            : SecondReturn::Setjmp;
  return StringSwitch<SecondReturn>(
             GlobalValue::dropLLVMManglingEscape(Callee.getName()))
      .Cases({"setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp"}, Setjmp)
      .Cases({"savectx", "vfork", "getcontext"}, SecondReturn::Unknown)
      .Default(SecondReturn::Never);
}

SecondReturn getSecondReturn(const CallBase &Call) {
  const auto *Callee = dyn_cast<Function>(Call.getCalledOperand());
  if (Callee) {
    // __builtin_setjmp, which carries no attribute.
    if (Callee->getIntrinsicID() == Intrinsic::eh_sjlj_setjmp)
      return SecondReturn::Setjmp;
    if (SecondReturn Known = getSecondReturnByName(*Callee);
        Known != SecondReturn::Never)
      return Known;
  }
  return Call.hasFnAttr(Attribute::ReturnsTwice) ? SecondReturn::Unknown
                                                 : SecondReturn::Never;
}

const CallBase *findSetjmp(const Function &F) {
  for (const Instruction &I : instructions(F))
    if (const auto *Call = dyn_cast<CallBase>(&I);
        Call && getSecondReturn(*Call) == SecondReturn::Setjmp)
      return Call;
  return nullptr;
}

} // namespace offstack
