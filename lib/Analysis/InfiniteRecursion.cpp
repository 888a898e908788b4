//===- InfiniteRecursion.cpp - Recursion that never ends ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Starts from all functions on cycles of the call graph, takes away those that
// have a way out until none is left that has, and looks for cycles in the rest.
// First with the flow graphs of the functions on cycles alone, which settles
// most modules; the effects of all other functions are computed if any is left.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/InfiniteRecursion.h"
#include "Offstack/Analysis/FunctionPaths.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

namespace {

class RecursionSearch {
public:
  RecursionSearch(const DirectCallGraph &Calls, LibraryInfoSource Libraries)
      : Calls(Calls), Libraries(Libraries), Members(Calls.functions().size()) {}

  SmallVector<RecursionFinding, 0> run();

private:
  using WayOutTest = function_ref<bool(const FunctionPaths &)>;

  void addRecursiveFunctions();
  void removeWithWayOut(WayOutTest HasWayOut);
  FunctionPaths computePaths(unsigned Function) const;
  void connectMembers();
  bool isClosed(const Component &Group) const;
  Component findShortestCycle(const Component &Group) const;
  Component findPathBack(unsigned Start) const;
  RecursionFinding describeCycle(const Component &Cycle) const;

  const DirectCallGraph &Calls;
  LibraryInfoSource Libraries;
  /// The functions that may turn out never to come back.
  BitVector Members;
  /// The calls at which the paths through the members end: for each member, the
  /// first call of each other one. Built when the members are final.
  Graph EndingCallees;
  std::vector<MapVector<unsigned, const CallBase *>> EndingCalls;
};

} // namespace

/// Returns true if \p Paths has a way out, whatever the calls on it do.
static bool hasWayOutByItself(const FunctionPaths &Paths) {
  return Paths.mayReturn() || Paths.mayFallOffEnd() || Paths.mayRepeat();
}

SmallVector<RecursionFinding, 0> RecursionSearch::run() {
  addRecursiveFunctions();
  removeWithWayOut(hasWayOutByItself);
  if (Members.none())
    return {};
  CallEffects Effects(Calls, Libraries);
  removeWithWayOut([&](const FunctionPaths &Paths) {
    return hasWayOutByItself(Paths) || Effects.mayLeaveFrom(Paths);
  });
  connectMembers();
  std::vector<Component> Cycles;
  for (const Component &Group : computeComponents(EndingCallees))
    if (isCyclic(Group, EndingCallees) && isClosed(Group))
      Cycles.push_back(findShortestCycle(Group));
  sort(Cycles);
  SmallVector<RecursionFinding, 0> Findings;
  for (const Component &Cycle : Cycles)
    Findings.push_back(describeCycle(Cycle));
  return Findings;
}

void RecursionSearch::addRecursiveFunctions() {
  for (const Component &Group : computeComponents(Calls.callees())) {
    if (!isCyclic(Group, Calls.callees()))
      continue;
    for (unsigned Number : Group) {
      const Function &F = *Calls.functions()[Number];
      if (!F.isPresplitCoroutine() && !F.hasFnAttribute(Attribute::Naked) &&
          !Calls.tailLoops().test(Number))
        Members.set(Number);
    }
  }
}

/// Returns the paths of \p Function, up to calls of members.
FunctionPaths RecursionSearch::computePaths(unsigned Function) const {
  return FunctionPaths(*Calls.functions()[Function], [&](const CallBase &Call) {
    std::optional<unsigned> Callee = Calls.findCallee(Call);
    return Callee && Members.test(*Callee);
  });
}

/// Takes members away that have a way out, until none has. Each that goes opens
/// the paths of its callers, which are looked at again.
void RecursionSearch::removeWithWayOut(WayOutTest HasWayOut) {
  Graph Callers(Members.size());
  for (unsigned Caller : Members.set_bits())
    for (unsigned Callee : Calls.callees()[Caller])
      Callers[Callee].push_back(Caller);
  SmallSetVector<unsigned, 32> Worklist;
  Worklist.insert_range(Members.set_bits());
  while (!Worklist.empty()) {
    unsigned Function = Worklist.pop_back_val();
    if (!Members.test(Function) || !HasWayOut(computePaths(Function)))
      continue;
    Members.reset(Function);
    Worklist.insert_range(Callers[Function]);
  }
}

void RecursionSearch::connectMembers() {
  EndingCalls.resize(Members.size());
  EndingCallees.resize(Members.size());
  for (unsigned Caller : Members.set_bits()) {
    FunctionPaths Paths = computePaths(Caller);
    for (unsigned Block = 0; Block < Paths.size(); ++Block)
      if (const CallBase *Call = Paths.getEndingCall(Block))
        EndingCalls[Caller].insert({*Calls.findCallee(*Call), Call});
    for (const auto &[Callee, Call] : EndingCalls[Caller])
      EndingCallees[Caller].push_back(Callee);
  }
}

/// Returns true if no path leads out of \p Group. One that does ends in another
/// recursion that never ends: that one is to be mended first, after which this
/// one may come back.
bool RecursionSearch::isClosed(const Component &Group) const {
  return all_of(Group, [&](unsigned Caller) {
    return all_of(EndingCallees[Caller],
                  [&](unsigned Callee) { return is_contained(Group, Callee); });
  });
}

/// Returns the members of a shortest cycle in \p Group, in order, from the
/// lowest that lies on one.
Component RecursionSearch::findShortestCycle(const Component &Group) const {
  Component Shortest;
  for (unsigned Start : Group) {
    Component Cycle = findPathBack(Start);
    if (Shortest.empty() || Cycle.size() < Shortest.size())
      Shortest = std::move(Cycle);
  }
  return Shortest;
}

/// Returns the members on a shortest way from \p Start back to it, without the
/// last.
Component RecursionSearch::findPathBack(unsigned Start) const {
  MapVector<unsigned, unsigned> Previous;
  SmallVector<unsigned, 16> Level = {Start};
  while (!Previous.contains(Start)) {
    SmallVector<unsigned, 16> NextLevel;
    for (unsigned Caller : Level)
      for (unsigned Callee : EndingCallees[Caller])
        if (Previous.insert({Callee, Caller}).second)
          NextLevel.push_back(Callee);
    Level = std::move(NextLevel);
  }
  Component Cycle;
  unsigned Node = Start;
  do {
    Node = Previous.find(Node)->second;
    Cycle.push_back(Node);
  } while (Node != Start);
  std::reverse(Cycle.begin(), Cycle.end());
  return Cycle;
}

RecursionFinding RecursionSearch::describeCycle(const Component &Cycle) const {
  RecursionFinding Finding;
  for (auto [Index, Caller] : enumerate(Cycle)) {
    unsigned Callee = Cycle[(Index + 1) % Cycle.size()];
    Finding.Cycle.push_back({Calls.functions()[Caller],
                             EndingCalls[Caller].find(Callee)->second,
                             Calls.functions()[Callee]});
  }
  return Finding;
}

SmallVector<RecursionFinding, 0>
findInfiniteRecursion(const DirectCallGraph &Calls,
                      LibraryInfoSource Libraries) {
  return RecursionSearch(Calls, Libraries).run();
}

void printInfiniteRecursion(raw_ostream &OS, ArrayRef<RecursionStep> Cycle) {
  OS << "infinite:";
  for (const RecursionStep &Step : Cycle)
    OS << " '" << Step.Caller->getName() << "' calls '"
       << Step.Callee->getName() << "' at" << *Step.Call << '\n';
}

} // namespace offstack
