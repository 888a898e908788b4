//===- SoftCycles.cpp - Cycles through calls without a name ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three graphs, each with more calls than the one before: those that are
// followed, those that are listed one by one, and those that may go to any of
// many. A function is reported in the first graph that closes a cycle through
// it.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/SoftCycles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace offstack {

namespace {

class SoftCycleSearch {
public:
  SoftCycleSearch(const DirectCallGraph &Calls, SoftCalls Soft,
                  const DenseSet<const Function *> &Recursive)
      : Calls(Calls), Soft(std::move(Soft)), Known(Recursive),
        Callees(Calls.callees()) {}

  SoftCycles run();

private:
  void addCalls(bool Followed);
  void addWide();
  void visitGroups(function_ref<void(ArrayRef<const Function *>)> Visit);
  void addMembers(ArrayRef<const Function *> Group);
  void reportUnknown(ArrayRef<const Function *> Group);
  void reportWide(ArrayRef<const Function *> Group);
  void report(const CallBase &Call, const Function &Callee, const Twine &Why);

  const DirectCallGraph &Calls;
  SoftCalls Soft;
  /// Functions of cycles that have been found.
  DenseSet<const Function *> Known;
  /// By number; what is behind the functions stands for a type.
  Graph Callees;
  SoftCycles Result;
};

} // namespace

void SoftCycleSearch::addCalls(bool Followed) {
  for (const SoftCall &Call : Soft.Known) {
    auto Caller = Calls.findNumber(*Call.Call->getFunction());
    auto Callee = Calls.findNumber(*Call.Callee);
    if (Caller && Callee && isFollowed(Call.Kind) == Followed)
      Callees[*Caller].push_back(*Callee);
  }
}

/// Adds a node for each type, that all of its calls go through.
void SoftCycleSearch::addWide() {
  for (const WideCalls &Wide : Soft.Wide) {
    unsigned Type = Callees.size();
    Callees.emplace_back();
    for (const CallBase *Call : Wide.Calls)
      if (auto Caller = Calls.findNumber(*Call->getFunction()))
        Callees[*Caller].push_back(Type);
    for (const Function *F : Wide.Callees)
      if (auto Callee = Calls.findNumber(*F))
        Callees[Type].push_back(*Callee);
  }
}

/// Visits the groups of functions on cycles none of which is known.
void SoftCycleSearch::visitGroups(
    function_ref<void(ArrayRef<const Function *>)> Visit) {
  for (const Component &Group : computeComponents(Callees)) {
    if (!isCyclic(Group, Callees))
      continue;
    SmallVector<const Function *, 8> Functions;
    for (unsigned Number : Group)
      if (Number < Calls.functions().size())
        Functions.push_back(Calls.functions()[Number]);
    if (none_of(Functions,
                [&](const Function *F) { return Known.contains(F); })) {
      Known.insert_range(Functions);
      Visit(Functions);
    }
  }
}

void SoftCycleSearch::report(const CallBase &Call, const Function &Callee,
                             const Twine &Why) {
  RecursionReport Report;
  Report.Cycle.push_back({Call.getFunction(), &Call, &Callee});
  Report.Detail = Why.str();
  Result.Unknown.push_back(std::move(Report));
}

/// Takes \p Group to be looked at, unless it is too large.
void SoftCycleSearch::addMembers(ArrayRef<const Function *> Group) {
  unsigned Instructions = 0;
  for (const Function *F : Group)
    Instructions +=
        F->isPresplitCoroutine() || F->hasFnAttribute(Attribute::Naked)
            ? MostCycleInstructions
            : F->getInstructionCount();
  if (Group.size() > MostCycleFunctions || Instructions > MostCycleInstructions)
    return reportUnknown(Group);
  Result.Groups.emplace_back(Group);
}

void SoftCycleSearch::reportUnknown(ArrayRef<const Function *> Group) {
  DenseSet<const Function *> Functions(Group.begin(), Group.end());
  auto Closing = find_if(Soft.Known, [&](const SoftCall &Call) {
    return Functions.contains(Call.Call->getFunction()) &&
           Functions.contains(Call.Callee);
  });
  if (Closing != Soft.Known.end())
    report(*Closing->Call, *Closing->Callee,
           "it is closed by " + describeSoftCall(Closing->Kind));
}

void SoftCycleSearch::reportWide(ArrayRef<const Function *> Group) {
  DenseSet<const Function *> Functions(Group.begin(), Group.end());
  for (const WideCalls &Wide : Soft.Wide) {
    auto Call = find_if(Wide.Calls, [&](const CallBase *Each) {
      return Functions.contains(Each->getFunction());
    });
    auto Callee = find_if(Wide.Callees, [&](const Function *Each) {
      return Functions.contains(Each);
    });
    if (Call != Wide.Calls.end() && Callee != Wide.Callees.end())
      return report(**Call, **Callee,
                    "it is closed by a call through a pointer, which may go to "
                    "any of " +
                        Twine(Wide.Callees.size()) + " functions");
  }
}

SoftCycles SoftCycleSearch::run() {
  addCalls(/*Followed=*/true);
  visitGroups([&](ArrayRef<const Function *> Group) { addMembers(Group); });
  DenseSet<const Function *> Taken;
  for (const FunctionGroup &Group : Result.Groups)
    Taken.insert_range(Group);
  copy_if(Soft.Known, std::back_inserter(Result.Calls),
          [&](const SoftCall &Call) {
            return isFollowed(Call.Kind) && Taken.contains(Call.Callee) &&
                   Taken.contains(Call.Call->getFunction());
          });
  addCalls(/*Followed=*/false);
  visitGroups([&](ArrayRef<const Function *> Group) { reportUnknown(Group); });
  addWide();
  visitGroups([&](ArrayRef<const Function *> Group) { reportWide(Group); });
  return std::move(Result);
}

SoftCycles findSoftCycles(const Module &M, const DirectCallGraph &Calls,
                          const DenseSet<const Function *> &Recursive) {
  SoftCalls Soft = findSoftCalls(M);
  if (Soft.Known.empty() && Soft.Wide.empty())
    return SoftCycles();
  return SoftCycleSearch(Calls, std::move(Soft), Recursive).run();
}

} // namespace offstack
