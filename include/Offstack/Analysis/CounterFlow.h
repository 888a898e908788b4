//===- CounterFlow.h - How far a counter is from its entry ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows one counter through one function: an integer argument, or a cell of
// memory. For each value it tells how far it is from the counter's value at
// entry, if it is made of it; for each call, how far the counter has moved.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_COUNTERFLOW_H
#define OFFSTACK_ANALYSIS_COUNTERFLOW_H

#include "Offstack/Analysis/CallCycle.h"
#include "Offstack/Analysis/Components.h"
#include "Offstack/Analysis/MemoryCell.h"
#include <map>

namespace llvm {
class PHINode;
} // namespace llvm

namespace offstack {

/// A range of distances, both ends included.
struct Distance {
  int64_t Least;
  int64_t Most;

  /// Stands for "any distance".
  static Distance any();
  bool operator==(const Distance &Other) const {
    return Least == Other.Least && Most == Other.Most;
  }
  /// Returns the range of the sums.
  Distance operator+(const Distance &Other) const;
  /// Returns a range that contains both.
  Distance join(const Distance &Other) const;
};

/// What counts in one function.
struct Counter {
  /// The integer argument, or nothing for a cell.
  std::optional<unsigned> Argument;
  MemoryCell Cell;

  bool operator==(const Counter &Other) const {
    return Argument == Other.Argument &&
           (Argument.has_value() || Cell == Other.Cell);
  }
};

/// What each counter of a function asks for, found once.
struct CounterIndex {
  CounterIndex(llvm::Function &F, const CallCycle &Cycle);

  llvm::Function &F;
  /// The blocks, each behind those that lead to it but for loops.
  llvm::SmallVector<llvm::BasicBlock *, 16> Order;
  llvm::DenseMap<const llvm::BasicBlock *, unsigned> Numbers;
  Graph Successors;
  /// Loads of integers and stores, with the cell that they access.
  std::vector<std::pair<MemoryCell, llvm::Instruction *>> Accesses;
  /// The calls of the cycle.
  llvm::SmallVector<llvm::CallBase *, 4> Calls;
  /// What says which of several small integers in a row is read.
  llvm::SmallVector<const llvm::Value *, 4> ReadIndexes;
};

/// One counter in one function.
///
/// Of memory it is assumed that calls out of the cycle do not touch the cell,
/// and that no other pointer leads to it.
class CounterFlow {
public:
  /// Follows \p What through the function of \p Index. \p Nets are the
  /// distances that the cell has moved when a function of \p Cycle returns, by
  /// function.
  CounterFlow(const CounterIndex &Index, const Counter &What,
              const CallCycle &Cycle, llvm::ArrayRef<Distance> Nets);

  /// Returns how far \p V is from the counter at entry, or nothing if it is not
  /// made of the counter.
  std::optional<Distance> find(const llvm::Value *V) const;

  /// Returns how far the cell has moved when \p Call is made.
  Distance getBefore(const llvm::CallBase &Call) const;

  /// Returns how far the cell has moved when the function returns, or nothing
  /// if it does not return.
  std::optional<Distance> getNet() const { return Net; }

private:
  void run();
  void visitAll();
  void collectParts();
  void visitBlock(unsigned Block);
  void visitPart(llvm::Instruction &I, Distance &State);
  bool isUntouched() const;
  std::optional<Distance> compute(llvm::Instruction &I, Distance State) const;
  std::optional<Distance> computePhi(const llvm::PHINode &Phi) const;
  void set(const llvm::Value *V, Distance D);

  const CounterIndex &Index;
  Counter What;
  const CallCycle &Cycle;
  llvm::ArrayRef<Distance> Nets;
  /// Instructions that the counter takes part in, by block, in order.
  std::map<unsigned, llvm::SmallVector<llvm::Instruction *, 4>> Parts;
  llvm::SmallDenseSet<const llvm::Instruction *, 4> CellAccesses;
  llvm::SmallDenseMap<const llvm::Value *, Distance, 8> Values;
  /// By block; nothing where no path has been found yet.
  std::vector<std::optional<Distance>> AtEntry;
  llvm::SmallDenseMap<const llvm::CallBase *, Distance, 4> AtCall;
  std::optional<Distance> Net;
  bool Changed = false;
  bool Widening = false;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_COUNTERFLOW_H
