//===- BoxPlacement.h - Where boxes are taken and freed ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Computes allocation points, ways out, and the calls that unwind past a box. A
// part of BoxPlan; changes nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXPLACEMENT_H
#define OFFSTACK_TRANSFORMS_BOXPLACEMENT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>

namespace llvm {
class AllocaInst;
class BasicBlock;
class CallInst;
class DominatorTree;
class Function;
class Instruction;
class LandingPadInst;
} // namespace llvm

namespace offstack {

/// The places where a function's boxes can be taken and freed.
class BoxPlacement {
public:
  /// Reads \p F, whose dominators are \p DT. Both must outlive the placement
  /// and stay unchanged.
  BoxPlacement(llvm::Function &F, const llvm::DominatorTree &DT);
  ~BoxPlacement();

  /// Returns the instruction before which a box for \p AI is taken: it
  /// dominates every use and is in no cycle, so that it runs at most once a
  /// call. Null when nothing that can be reached uses \p AI.
  llvm::Instruction *findAllocationPoint(const llvm::AllocaInst &AI);

  /// Returns the instructions before which a box that is taken at \p Point is
  /// freed: for each way out that can be reached, its return, its resume, or
  /// the tail call that replaces the frame.
  llvm::SmallVector<llvm::Instruction *, 2>
  findFreePoints(const llvm::Instruction &Point);

  /// Appends the calls that may unwind while a box that is taken at one of
  /// \p Points is live, and the landing pads that let such an exception pass.
  void findUnwinding(llvm::ArrayRef<llvm::Instruction *> Points,
                     llvm::SmallVectorImpl<llvm::CallInst *> &Calls,
                     llvm::SmallVectorImpl<llvm::LandingPadInst *> &Pads);

private:
  llvm::BasicBlock *leaveCycles(llvm::BasicBlock *BB);
  llvm::SmallVector<llvm::BasicBlock *, 16>
  collectReachable(llvm::ArrayRef<llvm::BasicBlock *> From) const;

  struct Cycles;
  llvm::Function &F;
  const llvm::DominatorTree &DT;
  std::unique_ptr<Cycles> CyclesOfF;
};

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXPLACEMENT_H
