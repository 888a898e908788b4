//===- DemandPoints.h - Boxes that are taken when needed ------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A buffer for messages is used on rare paths of a loop, or on several that
// follow one another. What dominates them is the common path. The box is taken
// on the first of them that a call runs then, and freed at the ways out if it
// was.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_DEMANDPOINTS_H
#define OFFSTACK_LIB_TRANSFORMS_DEMANDPOINTS_H

#include "llvm/ADT/SmallVector.h"

namespace llvm {
class AllocaInst;
class BasicBlock;
class DominatorTree;
class Instruction;
} // namespace llvm

namespace offstack {

class BlockCounts;

/// Returns the instructions before which a box for \p AI is to be taken if it
/// has not been: each use is dominated by one of them. Nothing if that is not
/// much rarer than \p Home, which dominates all uses.
llvm::SmallVector<llvm::Instruction *, 0>
findDemandPoints(llvm::AllocaInst &AI, llvm::BasicBlock &Home,
                 const llvm::DominatorTree &DT, BlockCounts &Counts);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_DEMANDPOINTS_H
