//===- RecursionStates.h - Calls with known values ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the calls of a cycle from a function entered with some values known.
// Each function with its known values is a state. Where every way through every
// state leads to a call into one of finitely many states, the recursion cannot
// end: whoever enters it with these values never comes back. Where the states
// have no circuit, their longest chain bounds the depth. Both are proofs; what
// is not known is taken both ways.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RECURSIONSTATES_H
#define OFFSTACK_ANALYSIS_RECURSIONSTATES_H

#include "Offstack/Analysis/CallCycle.h"
#include "Offstack/Analysis/CallEffects.h"
#include "Offstack/Analysis/Components.h"
#include "Offstack/Analysis/PathValues.h"
#include "llvm/ADT/APInt.h"
#include <functional>
#include <memory>
#include <string>

namespace offstack {

/// Gives the effect of a call in the copy.
using EffectSource = std::function<CallEffect(const llvm::CallBase &)>;

/// Values with which a recursion goes wrong.
struct RecursionWitness {
  /// The calls, of the cycle, that are made again and again.
  llvm::SmallVector<unsigned, 4> Circuit;
  /// The argument that was chosen, or nothing where none matters.
  std::optional<unsigned> Argument;
  /// Its value, in words, as "1" or "null".
  std::string Value;
};

/// How a call changes a counting argument.
struct CountStep {
  llvm::APInt Step;
  bool IsSigned;
};

/// The states of one cycle.
class RecursionStates {
public:
  RecursionStates(const CallCycle &Cycle, EffectSource Effects);

  /// Returns values with which the recursion comes by the same state again and
  /// again, if such are found. Most cycles show at a glance that there are
  /// none; of the others, \p MayBeCertain is asked before the search.
  std::optional<RecursionWitness>
  findNoProgress(llvm::function_ref<bool()> MayBeCertain);

  /// Returns a value of a counting argument from which the recursion counts
  /// away from what would end it, if one is found.
  std::optional<RecursionWitness> findSkippedBase();

  /// Returns the largest number of functions of the cycle that can be active at
  /// once, entered in any of \p Starts, if it is shown within the caps.
  std::optional<uint64_t>
  computeDepth(llvm::ArrayRef<std::pair<unsigned, EntryValues>> Starts);

  /// Returns the entry into function \p Function about which nothing is known.
  EntryValues getUnknownEntry(unsigned Function) const;

private:
  /// Instructions that all runs for one question may visit.
  static constexpr uint64_t WorkLimit = 40000;

  struct State {
    unsigned Function;
    EntryValues Entry;
    std::unique_ptr<PathValues> Paths;
    /// The calls of the cycle that are reached, and the state they lead to.
    llvm::SmallVector<std::pair<unsigned, unsigned>, 4> Calls;
  };

  void clear();
  unsigned addState(unsigned Function, EntryValues Entry);
  bool explore(unsigned MaximalStates);
  const BlockOrder &orderOf(unsigned Function);
  void expand(unsigned Index);
  Graph connectStates() const;
  bool mustRecurse(const State &S, const llvm::BitVector &Endless,
                   llvm::SmallVectorImpl<unsigned> *Ends = nullptr) const;
  llvm::SmallVector<unsigned, 4>
  findRepeated(unsigned Start, const llvm::BitVector &Endless) const;
  llvm::BitVector findEndless(bool TrustCalls);
  bool mayRecurse(unsigned Index);
  bool isEndless(unsigned Function, const EntryValues &Entry,
                 llvm::SmallVectorImpl<unsigned> &Circuit);
  std::optional<RecursionWitness> searchFrom(unsigned Function);
  bool searchMemory(unsigned Function, const EntryValues &Objects,
                    llvm::function_ref<bool(const EntryValues &)> IsEndless);
  bool mayBeDecided(unsigned Function) const;
  EntryValues makeObjects(unsigned Function);
  llvm::Constant *makeObject(llvm::Type *PointerType);
  llvm::SmallVector<llvm::Constant *, 16>
  collectConstants(llvm::Type *Type) const;
  llvm::SmallVector<llvm::APInt, 16>
  collectStarts(const CountStep &Count) const;
  bool countsAway(unsigned Function, unsigned Argument,
                  const EntryValues &Entry,
                  llvm::SmallVectorImpl<unsigned> &Circuit);
  bool recursesFarAway(unsigned Function, unsigned Argument,
                       const EntryValues &Entry, const llvm::APInt &Step);
  bool preserves(const llvm::Instruction &I) const;

  const CallCycle &Cycle;
  EffectSource Effects;
  llvm::SmallVector<int64_t, 8> Compared;
  /// By function, where it has been asked for.
  std::vector<std::unique_ptr<BlockOrder>> Orders;
  std::vector<State> States;
  llvm::DenseMap<size_t, llvm::SmallVector<unsigned, 2>> ByHash;
  uint64_t Work = 0;
  unsigned Objects = 0;
  bool TrustsCalls = false;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RECURSIONSTATES_H
