//===- DepthGuards.h - What limits the depth of a recursion --- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds what keeps a cycle from going as deep as its input asks: counters that
// rise on the way round and are tested against a limit, marks of what is in
// progress, checks of the stack that is left. Takes away all circuits that pass
// one; what is left goes round every guard.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_DEPTHGUARDS_H
#define OFFSTACK_ANALYSIS_DEPTHGUARDS_H

#include "Offstack/Analysis/LimitTests.h"
#include "Offstack/Analysis/MarkTests.h"
#include <memory>
#include <string>

namespace offstack {

/// One counter through a cycle, in one direction.
struct GuardCounter {
  bool IsDown;
  /// The counter of each function, where it has one.
  llvm::SmallVector<std::optional<Counter>, 4> InFunction;
  /// How far each call of the cycle moves it.
  llvm::SmallVector<Distance, 8> Moves;
  /// The calls that move it towards the limit for certain.
  llvm::BitVector Raising;
  /// The calls that may move it away from the limit.
  llvm::BitVector Lowering;
  /// The calls that a test of it controls, against any limit.
  llvm::BitVector Tested;
  /// The calls that a test of it against a constant controls.
  llvm::BitVector TestedConstant;
  /// The calls that can be reached though a test of it has failed.
  llvm::BitVector AfterFailure;
  /// The limits, of all functions.
  llvm::SmallVector<TestedLimit, 2> Limits;
  /// What a cell has moved by when functions return: never less.
  bool ReturnsLowered = false;
  /// It says where in the input the recursion is: what is loaded from there,
  /// and it does not come back when functions return.
  bool IsPosition = false;

  /// Returns true if all of its counters are arguments.
  bool isArgument() const;
};

/// What is left of a cycle without its guarded circuits.
struct GuardResult {
  /// Groups of calls on circuits that pass no guard.
  std::vector<llvm::BitVector> Leftover;
  /// The guards that took circuits away, by number.
  llvm::SmallVector<unsigned, 2> Used;
  /// Marks or checks of the stack took circuits away.
  bool UsedMark = false;
  bool UsedStackCheck = false;

  bool isGuarded() const { return Leftover.empty(); }
  /// Returns true if depth was limited, rather than marked.
  bool hasGuard() const { return !Used.empty() || UsedStackCheck; }
};

/// A call that sets a guard back, which would end all circuits without it.
struct GuardReset {
  /// The guard, in words.
  std::string Guard;
  /// The call, of the cycle.
  unsigned Call;
};

/// The guards of one cycle.
class DepthGuards {
public:
  explicit DepthGuards(const CallCycle &Cycle);

  llvm::ArrayRef<GuardCounter> counters() const { return Counters; }

  /// Returns what the conditions of each function tell.
  llvm::ArrayRef<llvm::SmallVector<EdgeFact, 16>> facts() const {
    return Facts;
  }

  /// Takes the guarded circuits away.
  GuardResult apply() const;

  /// Returns true if a counter may limit \p Group in a way that is not
  /// understood.
  bool mayBeLimited(const llvm::BitVector &Group) const;

  /// Returns a call of \p Group, whose circuits pass no guard, that sets one
  /// back, if but for such calls it ended them.
  std::optional<GuardReset> findReset(const llvm::BitVector &Group) const;

  /// Returns words for a guard that took circuits away; empty if none did.
  std::string describe(const GuardResult &Result) const;

private:
  using FlowList = std::vector<std::unique_ptr<CounterFlow>>;
  using Assignment = llvm::SmallVector<std::optional<Counter>, 4>;

  void findDrivers();
  bool isTestedSomewhere(const Counter &C, unsigned Function) const;
  void addCounters();
  void addSeed(unsigned Function, const llvm::Value &Counted);
  bool isCountedIn(unsigned Function, const Counter &C,
                   llvm::function_ref<bool(const llvm::Value &)> Counts) const;
  void noteLeaving(const Assignment &InFunction, const FlowList &Flows);
  void addDirection(const Assignment &InFunction, const FlowList &Flows,
                    bool IsDown, bool ReturnsLowered);
  Assignment spread(unsigned Function, const Counter &Seed) const;
  std::optional<Counter> findInCallee(const CycleCall &Call,
                                      const Counter &InCaller) const;
  std::optional<Counter> findInCaller(const CycleCall &Call,
                                      const Counter &InCallee) const;
  Distance findMove(const CycleCall &Call, const Assignment &InFunction,
                    const CounterFlow *Flow) const;
  FlowList followCounter(const Assignment &InFunction,
                         bool &ReturnsLowered) const;
  void addMarks(unsigned Function, llvm::ArrayRef<MarkStore> Stores,
                const MarkTest &Test, std::optional<unsigned> Into);
  void markBehind(unsigned Function,
                  llvm::ArrayRef<const llvm::StoreInst *> Stores,
                  llvm::BitVector &Behind) const;
  bool isCovered(const llvm::BitVector &Group,
                 const llvm::BitVector &Calls) const;
  bool isStable(const llvm::Value &V, unsigned Function) const;
  void testFunction(GuardCounter &C, unsigned Function,
                    const CounterFlow &Flow) const;
  bool isGuard(const GuardCounter &C, const llvm::BitVector &Group) const;
  bool isDrivenOtherwise(const GuardCounter &C,
                         const llvm::BitVector &Group) const;
  bool ends(const GuardCounter &C, const llvm::BitVector &Group) const;
  std::string describe(const GuardCounter &C) const;
  void findMarks();
  void findEmptied(llvm::ArrayRef<llvm::SmallVector<MarkTest, 4>> Tests);
  void findStackChecks();
  void markControlled(unsigned Function, const EdgeSet &Cut,
                      llvm::BitVector &Controlled) const;
  bool reduce(const llvm::BitVector &Group, GuardResult &Result,
              std::vector<llvm::BitVector> &Rest) const;

  const CallCycle &Cycle;
  std::vector<llvm::SmallVector<EdgeFact, 16>> Facts;
  std::vector<CounterIndex> Indexes;
  std::vector<MemoryCell> TestedCells;
  /// For each call, the conditions on which it depends that read input, with
  /// the cell that is compared where there is one.
  std::vector<llvm::SmallVector<std::optional<MemoryCell>, 2>> Drivers;
  std::vector<GuardCounter> Counters;
  std::vector<Assignment> Seen;
  llvm::BitVector Marked;
  /// Pairs of a test and a store that have been looked at.
  unsigned MarkPairs = 0;
  llvm::BitVector StackChecked;
  /// Functions that lower a counter that something else must have raised.
  llvm::BitVector Leaving;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_DEPTHGUARDS_H
