//===- RetriedCalls.cpp - Functions that are called once more -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (full) return grow(a, b)`, where grow() ends in the same call once more.
// `void report(Message &M) override { Inner.report(M); }`
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/RetriedCalls.h"
#include "Offstack/Analysis/LimitTests.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// Returns true if nothing but a return of its result follows \p Call.
static bool isLast(const CallBase &Call) {
  constexpr unsigned MostSteps = 8;
  const Value *Result = &Call;
  const Instruction *Next = Call.getNextNode();
  for (unsigned Step = 0; Next && Step < MostSteps; ++Step) {
    if (const auto *Return = dyn_cast<ReturnInst>(Next))
      return !Return->getReturnValue() || Return->getReturnValue() == Result;
    if (const auto *Branch = dyn_cast<BranchInst>(Next)) {
      if (Branch->isConditional())
        return false;
      const BasicBlock *To = Branch->getSuccessor(0);
      for (const PHINode &Phi : To->phis())
        if (Phi.getIncomingValueForBlock(Branch->getParent()) == Result)
          Result = &Phi;
      Next = &*To->getFirstNonPHIIt();
      continue;
    }
    if (!isa<IntrinsicInst>(Next) || Next->mayReadFromMemory())
      return false;
    Next = Next->getNextNode();
  }
  return false;
}

/// Returns true if only functions of \p Cycle call \p F.
static bool isCalledWithin(const Function &F, const CallCycle &Cycle) {
  if (!F.hasLocalLinkage())
    return false;
  return all_of(F.uses(), [&](const Use &U) {
    const auto *Call = dyn_cast<CallBase>(U.getUser());
    return Call && Call->isCallee(&U) &&
           any_of(Cycle.functions(), [&](const Function *Member) {
             return Cycle.copy().findOriginal(*Member) == Call->getFunction();
           });
  });
}

bool isHandedOn(const CallCycle &Cycle, ArrayRef<unsigned> Circuit) {
  const CycleCall &Call = Cycle.calls()[Circuit[0]];
  if (Circuit.size() != 1 || count_if(Cycle.calls(), [&](const auto &Other) {
                               return Other.Caller == Call.Caller;
                             }) != 1)
    return false;
  for (const Use &Actual : drop_begin(Call.Call->args())) {
    const auto *Own = dyn_cast<Argument>(Actual.get());
    if (!Own || Own->getArgNo() != Call.Call->getArgOperandNo(&Actual))
      return false;
  }
  const BasicBlock *Block = Call.Call->getParent();
  return none_of(successors(Block), [&](const BasicBlock *Next) {
    return findReachable(*Next, EdgeSet()).contains(Block);
  });
}

bool isRetry(const CallCycle &Cycle, ArrayRef<unsigned> Circuit) {
  bool HasHelper = false;
  unsigned Start = Cycle.calls()[Circuit[0]].Caller;
  // For each argument the number of that of the first function that it is.
  SmallVector<std::optional<unsigned>, 8> Origins;
  for (const Argument &A : Cycle.functions()[Start]->args())
    Origins.push_back(A.getArgNo());
  for (unsigned Index : Circuit) {
    const CycleCall &Call = Cycle.calls()[Index];
    if (!isLast(*Call.Call))
      return false;
    HasHelper |=
        Call.Callee != Start &&
        isCalledWithin(
            *Cycle.copy().findOriginal(*Cycle.functions()[Call.Callee]), Cycle);
    SmallVector<std::optional<unsigned>, 8> Next;
    for (const Value *Actual : Call.Call->args()) {
      const auto *Passed = dyn_cast<Argument>(Actual);
      if (!Passed && !isa<Constant>(Actual))
        return false;
      Next.push_back(Passed ? Origins[Passed->getArgNo()] : std::nullopt);
    }
    Origins = std::move(Next);
  }
  return HasHelper && all_of(enumerate(Origins), [](const auto &Entry) {
           return !Entry.value() || *Entry.value() == Entry.index();
         });
}

} // namespace offstack
