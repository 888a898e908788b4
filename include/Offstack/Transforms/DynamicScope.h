//===- DynamicScope.h - How long a run-time sized box is held - -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An alloca whose size or count only run time tells is released by the
// llvm.stackrestore that goes back behind it, or with the frame. Finds out
// which. A part of BoxPlan; changes nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_DYNAMICSCOPE_H
#define OFFSTACK_TRANSFORMS_DYNAMICSCOPE_H

#include "Offstack/Analysis/BoxHazards.h"
#include "Offstack/Transforms/BoxScope.h"

namespace llvm {
class DominatorTree;
class IntrinsicInst;
} // namespace llvm

namespace offstack {

/// The llvm.stackrestore calls of one function, each with the llvm.stacksave
/// whose value it goes back to.
class StackRestores {
public:
  explicit StackRestores(llvm::Function &F);

  struct Pair {
    llvm::Instruction *Save;
    llvm::Instruction *Restore;
  };

  llvm::ArrayRef<Pair> getPairs() const { return Pairs; }

  /// Returns a restore whose save is not known, or null.
  llvm::Instruction *getUnmatched() const { return Unmatched; }

private:
  llvm::SmallVector<Pair, 4> Pairs;
  llvm::Instruction *Unmatched = nullptr;
};

/// The part of a function in which the box of a dynamic alloca is held.
struct DynamicScope {
  /// The restores that release it, and the ways out that can be reached.
  llvm::SmallVector<FreePoint, 2> FreePoints;
  /// It can be taken again while it is held: in a loop that does not release
  /// it. All are released together.
  bool IsRepeated = false;
  /// Why it cannot be boxed: it is not clear what releases it.
  std::optional<HazardHit> Hit;
};

/// Returns the scope of \p AI, which is not a static alloca or has a size that
/// only run time tells.
DynamicScope computeDynamicScope(llvm::AllocaInst &AI,
                                 const StackRestores &Restores,
                                 const llvm::DominatorTree &DT);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_DYNAMICSCOPE_H
