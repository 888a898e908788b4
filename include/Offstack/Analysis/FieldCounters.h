//===- FieldCounters.h - Depths that objects carry ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds counters that are handed from object to object: each level of the
// recursion has a context of its own, whose depth is that of the one above plus
// one, and is tested.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_FIELDCOUNTERS_H
#define OFFSTACK_ANALYSIS_FIELDCOUNTERS_H

#include "Offstack/Analysis/LimitTests.h"
#include "llvm/ADT/BitVector.h"

namespace offstack {

/// Returns true if a field that some function of every circuit in \p Group
/// counts from one object to another is tested before a call of every such
/// circuit; or if each such circuit has a call between where a field is counted
/// up and down, which is compared, in an object that the calls do not pass on
/// by the same pointer. \p Facts are those of the functions of \p Cycle.
bool isCountedInObjects(const CallCycle &Cycle, const llvm::BitVector &Group,
                        llvm::ArrayRef<llvm::SmallVector<EdgeFact, 16>> Facts);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_FIELDCOUNTERS_H
