//===- FunctionPaths.h - Where a function can get to ---------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of a function that can run before it makes a call that ends the
// path, such as one that never comes back. Constant conditions are followed the
// one way that they go, every other condition both ways.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_FUNCTIONPATHS_H
#define OFFSTACK_ANALYSIS_FUNCTIONPATHS_H

#include "Offstack/Analysis/Components.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace llvm {
class BasicBlock;
class CallBase;
class Function;
class Instruction;
} // namespace llvm

namespace offstack {

/// The blocks that a function can reach, up to the calls that end a path.
/// Blocks are numbered in the order of the function.
class FunctionPaths {
public:
  /// Says whether a path ends at a call.
  using EndTest = llvm::function_ref<bool(const llvm::CallBase &)>;

  /// Walks \p F, which has a body and must outlive the object unchanged.
  FunctionPaths(const llvm::Function &F, EndTest EndsPath);

  unsigned size() const { return Blocks.size(); }

  /// Returns the call at which paths through \p Block end, or null.
  const llvm::CallBase *getEndingCall(unsigned Block) const {
    return EndingCalls[Block];
  }

  /// Returns the calls of \p Block, up to the one that ends the path.
  llvm::SmallVector<const llvm::CallBase *, 4> getCalls(unsigned Block) const;

  /// Returns true if a path returns.
  bool mayReturn() const;

  /// Returns true if a path gets to the end of a function that returns a value,
  /// where it is missing a return. Clang ends such a path as it does
  /// __builtin_unreachable() or __builtin_trap(), which count, too.
  bool mayFallOffEnd() const;

  /// Returns true if a path can come by the same block again.
  bool mayRepeat() const { return hasCycle(Successors); }

  /// Returns true if a path gets to where it can only go round for ever.
  bool mayHang() const;

  /// Returns true if a path to a goal goes round \p Block: what happens there
  /// depends on a condition. Goals are the calls that end a path and returns.
  /// Without any goal, everything does.
  bool isAvoidable(unsigned Block) const;

  /// Returns true if \p Block runs only while an exception passes through the
  /// function: it is entered by unwinding, and goes on unwinding.
  bool isCleanup(unsigned Block) const {
    return !ReachedNormally.test(Block) && !LeavesCleanup.test(Block);
  }

private:
  void collectBlocks(const llvm::Function &F, EndTest EndsPath);
  void connectBlocks();
  llvm::BitVector findReachable(unsigned Avoided, bool Unwinding) const;
  llvm::BitVector findReaching(llvm::BitVector Targets) const;
  bool isGoal(unsigned Block) const;
  bool endsUnwinding(unsigned Block) const;

  llvm::SmallVector<const llvm::BasicBlock *, 16> Blocks;
  llvm::SmallVector<const llvm::CallBase *, 16> EndingCalls;
  llvm::DenseMap<const llvm::BasicBlock *, unsigned> Numbers;
  Graph Successors;
  /// Blocks that a path without unwinding gets to.
  llvm::BitVector ReachedNormally;
  /// Blocks from which a path gets to something other than more unwinding.
  llvm::BitVector LeavesCleanup;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_FUNCTIONPATHS_H
