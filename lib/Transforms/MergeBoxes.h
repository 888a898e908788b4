//===- MergeBoxes.h - Objects that share a box ---------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Boxes that are taken and freed together are one allocation: one call, one
// test for null, one free. An allocator that returns memory to the system when
// much of it is free does so once, and not for every box.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_MERGEBOXES_H
#define OFFSTACK_LIB_TRANSFORMS_MERGEBOXES_H

#include "llvm/IR/CycleInfo.h"
#include <string>

namespace llvm {
class DominatorTree;
class Function;
} // namespace llvm

namespace offstack {

struct BoxPlan;
struct PlannedBox;

/// Merges the boxes of \p Plan, for \p F, of which a call takes all or none,
/// and that are freed in the same blocks: what is left is taken before the
/// first of their places and freed at the last of each block. Objects of them
/// that are never alive together share bytes if \p MayShareBytes. Ways to
/// unwind must be opened afterwards.
void mergeBoxes(BoxPlan &Plan, llvm::Function &F, const llvm::DominatorTree &DT,
                const llvm::CycleInfo &Cycles, bool MayShareBytes);

/// Returns the names of the objects in \p Box for a message, as "'a', 'b'", or
/// "'a', 'b', 'c', 'd' and 3 others". Their allocas must be there still.
std::string describeObjects(const PlannedBox &Box);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_MERGEBOXES_H
