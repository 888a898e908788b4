//===- RetriedCalls.h - Functions that are called once more --- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds cycles in which a function has another one mend something and call it
// again: the slow way of something that is done at once as a rule.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RETRIEDCALLS_H
#define OFFSTACK_ANALYSIS_RETRIEDCALLS_H

#include "Offstack/Analysis/CallCycle.h"

namespace offstack {

/// Returns true if all calls of \p Circuit are the last thing that their
/// callers do, what the first function is called with comes round unchanged,
/// and some function in between is called from nowhere else.
bool isRetry(const CallCycle &Cycle, llvm::ArrayRef<unsigned> Circuit);

/// Returns true if \p Circuit is one call, the only one of its function and in
/// no loop, that hands on all arguments but the object: what a virtual function
/// of a wrapper does.
bool isHandedOn(const CallCycle &Cycle, llvm::ArrayRef<unsigned> Circuit);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RETRIEDCALLS_H
