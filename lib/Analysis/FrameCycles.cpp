//===- FrameCycles.cpp - Frames that come again and again -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A breadth-first search over the calls that are no jumps.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/FrameCycles.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns true if \p Call takes its caller's frame away: it must, or it may
/// and nothing is left to be done behind it. Code generation can find a reason
/// not to; then a recursion goes unnoticed, and none is made up.
static bool isJump(const CallBase &Call) {
  const auto *Plain = dyn_cast<CallInst>(&Call);
  if (!Plain || !Plain->isTailCall())
    return false;
  const Function &Caller = *Plain->getFunction();
  return Plain->isMustTailCall() ||
         (isa_and_nonnull<ReturnInst>(Plain->getNextNode()) &&
          !Caller.hasOptNone() &&
          !Caller.getFnAttribute("disable-tail-calls").getValueAsBool());
}

FrameCycles::FrameCycles(const Module &M) : Calls(M) {
  Stacked.resize(Calls.functions().size());
  for (auto [Number, F] : enumerate(Calls.functions()))
    for (const Instruction &I : instructions(*F))
      if (const auto *Call = dyn_cast<CallBase>(&I); Call && !isJump(*Call))
        if (std::optional<unsigned> Callee = Calls.findCallee(*Call))
          Stacked[Number].push_back(*Callee);
}

SmallVector<const Function *, 2>
FrameCycles::findCycle(const Function &F) const {
  std::optional<unsigned> Start = Calls.findNumber(F);
  if (!Start)
    return {};
  // Who called each function that has been reached.
  DenseMap<unsigned, unsigned> Callers;
  SmallVector<unsigned, 16> Reached(1, *Start);
  for (size_t Next = 0; Next < Reached.size() && !Callers.contains(*Start);
       ++Next)
    for (unsigned Callee : Stacked[Reached[Next]])
      if (Callers.try_emplace(Callee, Reached[Next]).second)
        Reached.push_back(Callee);
  SmallVector<const Function *, 2> Cycle;
  if (!Callers.contains(*Start))
    return Cycle;
  for (unsigned At = Callers[*Start]; At != *Start; At = Callers[At])
    Cycle.push_back(Calls.functions()[At]);
  Cycle.push_back(&F);
  std::reverse(Cycle.begin(), Cycle.end());
  return Cycle;
}

} // namespace offstack
