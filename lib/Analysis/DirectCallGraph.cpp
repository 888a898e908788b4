//===- DirectCallGraph.cpp - Which function calls which -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads every call of a module once.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalAlias.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

const Function *findDirectCallee(const CallBase &Call) {
  const Value *Callee = Call.getCalledOperand()->stripPointerCasts();
  // The complete and the base destructor of a class are often one function and
  // an alias to it. IR allows no alias cycles.
  while (const auto *Alias = dyn_cast<GlobalAlias>(Callee)) {
    if (Alias->isInterposable())
      return nullptr;
    Callee = Alias->getAliasee()->stripPointerCasts();
  }
  return dyn_cast<Function>(Callee);
}

DirectCallGraph::DirectCallGraph(const Module &M) {
  for (const Function &F : M) {
    if (F.isDeclarationForLinker())
      continue;
    Numbers[&F] = Functions.size();
    Functions.push_back(&F);
  }
  Callees.resize(Functions.size());
  Graph TailCallees(Functions.size());
  for (unsigned Callee = 0; Callee < Functions.size(); ++Callee)
    addCallsOf(Callee, TailCallees);
  for (SmallVector<unsigned, 4> &Called : Callees) {
    sort(Called);
    Called.erase(llvm::unique(Called), Called.end());
  }
  findTailLoops(TailCallees);
}

// From the callee's uses: most instructions of a module are no calls, or call
// what is not in it.
void DirectCallGraph::addCallsOf(unsigned Callee, Graph &TailCallees) {
  SmallSetVector<const Value *, 4> Names;
  Names.insert(Functions[Callee]);
  for (unsigned Index = 0; Index != Names.size(); ++Index)
    for (const User *U : Names[Index]->users()) {
      if (isa<GlobalAlias, ConstantExpr>(U))
        Names.insert(U);
      const auto *Call = dyn_cast<CallBase>(U);
      if (!Call || findCallee(*Call) != Callee)
        continue;
      std::optional<unsigned> Caller = findNumber(*Call->getFunction());
      if (!Caller)
        continue;
      Callees[*Caller].push_back(Callee);
      if (Call->isMustTailCall())
        TailCallees[*Caller].push_back(Callee);
    }
}

void DirectCallGraph::findTailLoops(const Graph &TailCallees) {
  TailLoops.resize(Functions.size());
  for (const Component &Members : computeComponents(TailCallees))
    if (isCyclic(Members, TailCallees))
      for (unsigned Function : Members)
        TailLoops.set(Function);
}

std::optional<unsigned>
DirectCallGraph::findCallee(const CallBase &Call) const {
  const Function *Callee = findDirectCallee(Call);
  if (!Callee || (Callee->isInterposable() && Callee != Call.getFunction()))
    return std::nullopt;
  return findNumber(*Callee);
}

void DirectCallGraph::forEachPassed(
    unsigned Caller, const DenseSet<unsigned> &Members,
    function_ref<void(const Argument &, const Value &)> Visit) const {
  for (const Instruction &I : instructions(Functions[Caller])) {
    const auto *Call = dyn_cast<CallBase>(&I);
    std::optional<unsigned> Callee =
        Call ? findCallee(*Call) : std::optional<unsigned>();
    if (!Callee || !Members.contains(*Callee))
      continue;
    for (const Argument &A : Functions[*Callee]->args())
      if (A.getArgNo() < Call->arg_size())
        Visit(A, *Call->getArgOperand(A.getArgNo()));
  }
}

std::optional<unsigned> DirectCallGraph::findNumber(const Function &F) const {
  auto Found = Numbers.find(&F);
  if (Found == Numbers.end())
    return std::nullopt;
  return Found->second;
}

} // namespace offstack
