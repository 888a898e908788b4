//===- ExclusivePaths.h - Objects on paths of their own ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A message buffer is often used in several branches that report an error and
// return. What dominates all of them is the common path, which does not need
// the buffer. Uses of which a call reaches those of one branch only get an
// object of their own, whose box is taken in that branch.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_EXCLUSIVEPATHS_H
#define OFFSTACK_TRANSFORMS_EXCLUSIVEPATHS_H

namespace llvm {
class Function;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

struct BoxPlan;

/// Splits objects of \p Plan, for \p F, where boxes of their parts are taken
/// less often than one of the whole. Returns true if that changed F: a new plan
/// is to be made then, and to be given the Wholes that \p Plan has afterwards.
bool separateExclusivePaths(llvm::Function &F,
                            const llvm::TargetLibraryInfo &TLI, BoxPlan &Plan);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_EXCLUSIVEPATHS_H
