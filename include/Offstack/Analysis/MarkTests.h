//===- MarkTests.h - Marks, and branches on them -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a store writes for certain, bit by bit, and where a branch then goes
// that reads the same place: `n->seen = 1`, `o->color |= Black`, `seen[v]`.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_MARKTESTS_H
#define OFFSTACK_ANALYSIS_MARKTESTS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/KnownBits.h"

namespace llvm {
class BasicBlock;
class BranchInst;
class CallBase;
class Function;
class Instruction;
class LoadInst;
class StoreInst;
class Value;
} // namespace llvm

namespace offstack {

/// A store of which some bits are known.
struct MarkStore {
  const llvm::StoreInst *Store;
  llvm::KnownBits Written;
};

/// A branch whose condition is made of one load and of constants.
struct MarkTest {
  const llvm::BranchInst *Branch;
  const llvm::LoadInst *Load;
  /// From the load to the condition.
  llvm::SmallVector<const llvm::Instruction *, 4> Chain;

  /// Returns where the branch does not go when what \p Mark has written is
  /// loaded, or null if it may go both ways.
  const llvm::BasicBlock *findOtherWay(const MarkStore &Mark) const;
};

/// Returns the stores of \p F that may be marks, in order.
llvm::SmallVector<MarkStore, 4> collectMarkStores(const llvm::Function &F);

/// Returns the stores of \p F that make a pointer null, in order.
llvm::SmallVector<MarkStore, 4> collectEmptied(const llvm::Function &F);

/// Returns the branches of \p F that may test marks, in order.
llvm::SmallVector<MarkTest, 4> collectMarkTests(const llvm::Function &F);

/// Returns true if \p Tested and \p Marked are the same address, as long as
/// memory that leads there stays what it is. With a \p Call, \p Marked is an
/// address of its callee, with what the call passes for the arguments.
bool isSamePlace(const llvm::Value &Tested, const llvm::Value &Marked,
                 const llvm::CallBase *Call);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_MARKTESTS_H
