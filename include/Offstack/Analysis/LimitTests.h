//===- LimitTests.h - Calls that a test of a counter controls - -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the conditions that let a call be reached only while a counter is
// within a limit. A call is controlled if it cannot be reached once every edge
// that the test lets pass is cut.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_LIMITTESTS_H
#define OFFSTACK_ANALYSIS_LIMITTESTS_H

#include "Offstack/Analysis/CounterFlow.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/IR/InstrTypes.h"

namespace offstack {

/// A comparison and its outcome on one edge of the flow graph.
struct EdgeFact {
  const llvm::BasicBlock *From;
  const llvm::BasicBlock *To;
  const llvm::Value *Left;
  const llvm::Value *Right;
  /// What holds on the edge between the two.
  llvm::CmpInst::Predicate Holds;
};

/// Returns what the conditions of \p F tell on each edge.
llvm::SmallVector<EdgeFact, 16> collectEdgeFacts(const llvm::Function &F);

/// Returns true if a counter for which \p Holds, it on the left, cannot rise
/// for ever, or fall if \p IsDown.
bool isLimiting(llvm::CmpInst::Predicate Holds, bool IsDown);

/// Edges of a flow graph.
using EdgeSet = llvm::DenseSet<
    std::pair<const llvm::BasicBlock *, const llvm::BasicBlock *>>;

/// Returns the blocks of \p F that can be reached from \p Start when \p Cut is
/// taken away.
llvm::DenseSet<const llvm::BasicBlock *>
findReachable(const llvm::BasicBlock &Start, const EdgeSet &Cut);

/// A limit that a counter is tested against.
struct TestedLimit {
  const llvm::Value *Limit;
  /// How far the tested value is from the counter at entry.
  Distance Offset;
  /// The predicate that holds where the test lets pass, the counter on the
  /// left.
  llvm::CmpInst::Predicate Passes;
};

/// The tests of one counter in one function.
class LimitTests {
public:
  /// Says whether the cycle leaves a value as it is.
  using StableTest = llvm::function_ref<bool(const llvm::Value &)>;

  /// Looks for tests that keep the counter from rising, or from falling if
  /// \p IsDown.
  LimitTests(const llvm::Function &F, llvm::ArrayRef<EdgeFact> Facts,
             const CounterFlow &Flow, bool IsDown, StableTest IsStable);

  llvm::ArrayRef<TestedLimit> limits() const { return Limits; }

  /// Returns true if \p Call is reached only past a test. If \p Ordered, a test
  /// for equality does not count: a counter can step over it.
  bool controls(const llvm::CallBase &Call, bool Ordered) const;

  /// Returns true if \p Call can be reached from where a test fails.
  bool mayFollowFailure(const llvm::CallBase &Call) const;

private:
  llvm::SmallVector<TestedLimit, 2> Limits;
  llvm::DenseSet<const llvm::BasicBlock *> ReachedUnordered;
  llvm::DenseSet<const llvm::BasicBlock *> ReachedUntested;
  llvm::DenseSet<const llvm::BasicBlock *> ReachedAfterFailure;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_LIMITTESTS_H
