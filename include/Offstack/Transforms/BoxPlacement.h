//===- BoxPlacement.h - Where boxes are taken ----------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Computes the place where a box is taken. A part of BoxPlan; changes nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXPLACEMENT_H
#define OFFSTACK_TRANSFORMS_BOXPLACEMENT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/IR/CycleInfo.h"

namespace llvm {
class AllocaInst;
class BasicBlock;
class DominatorTree;
class Instruction;
class Use;
} // namespace llvm

namespace offstack {

/// Returns the block at whose end the operand of \p U is needed, at the latest.
llvm::BasicBlock *getUseBlock(const llvm::Use &U);

/// Returns true if a box must be there for \p U. Lifetime markers go away with
/// the alloca, and what is never reached needs none.
bool needsBox(const llvm::Use &U, const llvm::DominatorTree &DT);

/// Returns the first use of \p AI in \p BB, or its end: a box is taken before
/// it.
llvm::Instruction *findFirstUse(const llvm::AllocaInst &AI,
                                llvm::BasicBlock &BB);

/// Erases the lifetime markers of \p AI: they may name an alloca only.
void eraseLifetimeMarkers(llvm::AllocaInst &AI);

/// The places where a function's boxes can be taken.
class BoxPlacement {
public:
  /// \p DT and \p Cycles are those of the function. They must outlive the
  /// placement and stay unchanged.
  BoxPlacement(const llvm::DominatorTree &DT, const llvm::CycleInfo &Cycles)
      : DT(DT), Cycles(Cycles) {}

  /// Returns the block in which a box is taken for \p Uses of one object: it
  /// dominates them and is in no cycle. Null when none can be reached. Lifetime
  /// markers do not count.
  llvm::BasicBlock *findHome(llvm::ArrayRef<const llvm::Use *> Uses);

  /// Returns the instruction before which a box for \p AI is taken: it
  /// dominates every use and is in no cycle, so that it runs at most once a
  /// call. Null when nothing that can be reached uses \p AI.
  llvm::Instruction *findAllocationPoint(const llvm::AllocaInst &AI);

private:
  llvm::BasicBlock *leaveCycles(llvm::BasicBlock *BB);

  const llvm::DominatorTree &DT;
  const llvm::CycleInfo &Cycles;
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXPLACEMENT_H
