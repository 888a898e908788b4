//===- CertainCandidates.h - Cycles that may be certain to go - -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A quick look at a cycle, without a copy of it: may what its functions are
// given decide that they recurse for ever? It spares nearly all cycles the rest
// of the search, where only the certain classes are wanted.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_CERTAINCANDIDATES_H
#define OFFSTACK_ANALYSIS_CERTAINCANDIDATES_H

#include "Offstack/Analysis/CallEffects.h"
#include "Offstack/Analysis/Components.h"

namespace offstack {

/// Returns false if no function of \p Group, a cycle of \p Calls, can recurse
/// for ever for reasons that stay the same: each has a way to go on without a
/// call of the others that no argument, constant or memory decides, or that
/// leads through a call that may not come back.
bool mayBeCertain(const Component &Group, const DirectCallGraph &Calls,
                  LibraryInfoSource Libraries);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_CERTAINCANDIDATES_H
