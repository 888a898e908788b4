//===- PossibleLimits.cpp - Reasons not to warn ---------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The reasons, the cheap ones first.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/PossibleLimits.h"
#include "Offstack/Analysis/ContainerMarks.h"
#include "Offstack/Analysis/ContainerSizes.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/FieldCounters.h"
#include "Offstack/Analysis/RetriedCalls.h"
#include "Offstack/Analysis/SecondRound.h"
#include "Offstack/Analysis/SmallerParts.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns the name of a function that \p Cycle calls and that, by its name,
/// may limit the depth; empty if there is none.
static StringRef findLimiter(const CallCycle &Cycle,
                             ArrayRef<unsigned> Circuit) {
  for (unsigned Index : Circuit)
    for (const Instruction &I :
         instructions(*Cycle.functions()[Cycle.calls()[Index].Caller])) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call || Cycle.findCall(*Call) || isa<IntrinsicInst>(Call))
        continue;
      const Function *Callee = findDirectCallee(*Call);
      if (!Callee)
        continue;
      std::string Name = Callee->getName().lower();
      for (StringRef Word :
           {"recurs", "depth", "nesting", "stackcheck", "check_stack",
            "checkstack", "stack_check", "stack_overflow", "stackoverflow",
            "stack_limit", "stacklimit"})
        if (StringRef(Name).contains(Word))
          return Callee->getName();
    }
  return "";
}

/// Returns true if every circuit of \p Group has a call for which \p IsLimited
/// holds.
static bool hasLimits(const CallCycle &Cycle, const BitVector &Group,
                      function_ref<bool(const CallBase &)> IsLimited) {
  BitVector Rest = Group;
  for (unsigned Index : Group.set_bits())
    if (const CallBase *Call =
            Cycle.copy().findOriginal(*Cycle.calls()[Index].Call);
        Call && IsLimited(*Call))
      Rest.reset(Index);
  return Rest != Group && Cycle.findCircuits(Rest).empty();
}

std::string findPossibleLimit(const CallCycle &Cycle, const BitVector &Group,
                              ArrayRef<unsigned> Circuit, DepthMeasure Measure,
                              const DepthGuards &Guards,
                              function_ref<const HeightFields &()> Heights) {
  if (Guards.mayBeLimited(Group))
    return "a test of a counter may limit it";
  if (StringRef Limiter = findLimiter(Cycle, Circuit); !Limiter.empty())
    return ("'" + Limiter + "' may limit it").str();
  if (Measure == DepthMeasure::Division)
    return "what is passed on is divided";
  if (Measure == DepthMeasure::Unknown)
    return "nothing is seen to change";
  if (goesIntoSmallerParts(Cycle, Circuit, Guards.facts()))
    return "the smaller part is passed on";
  if (isCountedInObjects(Cycle, Group, Guards.facts()))
    return "a depth that objects carry may limit it";
  if (hasLimits(Cycle, Group, isLimitedBySize))
    return "the size of a container may limit it";
  if (hasLimits(Cycle, Group, isLimitedByContents))
    return "what a container holds may limit it";
  if (isRetry(Cycle, Circuit))
    return "it tries again what it was called for";
  if (Measure == DepthMeasure::Structure)
    if (const Function *Test = Heights().findTest(Cycle, Group))
      return ("'" + Test->getName() + "' tests the height of what it goes down")
          .str();
  if (endsInSecondRound(Cycle, Group))
    return "what has led to it does not hold again";
  return "";
}

} // namespace offstack
