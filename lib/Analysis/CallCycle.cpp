//===- CallCycle.cpp - Functions that call each other ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Graph questions on one cycle.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/CallCycle.h"
#include "Offstack/Analysis/Components.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

CallCycle::CallCycle(const ScratchCopy &Copy, ArrayRef<Function *> Members)
    : Copy(&Copy), Functions(Members) {
  for (auto [Index, F] : enumerate(Functions))
    FunctionNumbers[F] = Index;
  for (auto [Caller, F] : enumerate(Functions))
    for (Instruction &I : instructions(*F))
      if (auto *Call = dyn_cast<CallBase>(&I))
        if (const Function *Callee = findDirectCallee(*Call))
          if (std::optional<unsigned> Number = findFunction(*Callee)) {
            CallNumbers[Call] = Calls.size();
            Calls.push_back({static_cast<unsigned>(Caller), *Number, Call});
          }
}

std::optional<unsigned> CallCycle::findCall(const CallBase &Call) const {
  auto Found = CallNumbers.find(&Call);
  if (Found == CallNumbers.end())
    return std::nullopt;
  return Found->second;
}

std::optional<unsigned> CallCycle::findFunction(const Function &F) const {
  auto Found = FunctionNumbers.find(&F);
  if (Found == FunctionNumbers.end())
    return std::nullopt;
  return Found->second;
}

std::vector<BitVector> CallCycle::findCircuits(const BitVector &Subset) const {
  Graph Callees(Functions.size());
  for (unsigned Index : Subset.set_bits())
    Callees[Calls[Index].Caller].push_back(Calls[Index].Callee);
  std::vector<unsigned> GroupOf(Functions.size(), ~0u);
  std::vector<BitVector> Result;
  for (const Component &Group : computeComponents(Callees)) {
    if (!isCyclic(Group, Callees))
      continue;
    for (unsigned Member : Group)
      GroupOf[Member] = Result.size();
    Result.emplace_back(Calls.size());
  }
  for (unsigned Index : Subset.set_bits()) {
    unsigned Group = GroupOf[Calls[Index].Caller];
    if (Group != ~0u && Group == GroupOf[Calls[Index].Callee])
      Result[Group].set(Index);
  }
  return Result;
}

/// Returns the calls on a shortest way from \p Start back to it, or nothing.
static SmallVector<unsigned, 4>
findWayBack(unsigned Start, const Graph &Outgoing, ArrayRef<CycleCall> Calls) {
  std::vector<unsigned> Arriving(Outgoing.size(), ~0u);
  SmallVector<unsigned, 16> Queue = {Start};
  for (unsigned Next = 0; Next < Queue.size() && Arriving[Start] == ~0u; ++Next)
    for (unsigned Call : Outgoing[Queue[Next]])
      if (unsigned Callee = Calls[Call].Callee; Arriving[Callee] == ~0u) {
        Arriving[Callee] = Call;
        Queue.push_back(Callee);
      }
  SmallVector<unsigned, 4> Way;
  if (Arriving[Start] == ~0u)
    return Way;
  unsigned Node = Start;
  do {
    Way.push_back(Arriving[Node]);
    Node = Calls[Arriving[Node]].Caller;
  } while (Node != Start);
  std::reverse(Way.begin(), Way.end());
  return Way;
}

SmallVector<unsigned, 4>
CallCycle::findShortestCircuit(const BitVector &Subset) const {
  Graph Outgoing(Functions.size());
  for (unsigned Index : Subset.set_bits())
    Outgoing[Calls[Index].Caller].push_back(Index);
  SmallVector<unsigned, 4> Shortest;
  for (unsigned Start = 0; Start < Functions.size(); ++Start) {
    if (Outgoing[Start].empty())
      continue;
    SmallVector<unsigned, 4> Way = findWayBack(Start, Outgoing, Calls);
    if (!Way.empty() && (Shortest.empty() || Way.size() < Shortest.size()))
      Shortest = std::move(Way);
    if (Shortest.size() == 1)
      break;
  }
  return Shortest;
}

SmallVector<unsigned, 4> CallCycle::findCircuitThrough(const BitVector &Subset,
                                                       unsigned Call) const {
  Graph Outgoing(Functions.size());
  for (unsigned Index : Subset.set_bits())
    if (Calls[Index].Caller != Calls[Call].Caller)
      Outgoing[Calls[Index].Caller].push_back(Index);
  // The only way on from its caller.
  Outgoing[Calls[Call].Caller].push_back(Call);
  return findWayBack(Calls[Call].Caller, Outgoing, Calls);
}

unsigned CallCycle::countCallers(const BitVector &Subset) const {
  BitVector Callers(Functions.size());
  for (unsigned Index : Subset.set_bits())
    Callers.set(Calls[Index].Caller);
  return Callers.count();
}

std::vector<CallCycle> findCallCycles(const ScratchCopy &Copy) {
  CallCycle All(Copy, Copy.members());
  Graph Callees(All.functions().size());
  for (const CycleCall &Call : All.calls())
    Callees[Call.Caller].push_back(Call.Callee);
  std::vector<Component> Groups;
  for (Component &Group : computeComponents(Callees))
    if (isCyclic(Group, Callees))
      Groups.push_back(std::move(Group));
  sort(Groups);
  std::vector<CallCycle> Result;
  for (const Component &Group : Groups) {
    SmallVector<Function *, 4> Functions;
    for (unsigned Member : Group)
      Functions.push_back(All.functions()[Member]);
    Result.emplace_back(Copy, Functions);
  }
  return Result;
}

} // namespace offstack
