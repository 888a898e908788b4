//===- SecondRound.h - Recursions that do not go on ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds recursions that come to an end because what has led to a call cannot
// hold again in what it calls: `if (n < 0) return digits(-n);`.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SECONDROUND_H
#define OFFSTACK_ANALYSIS_SECONDROUND_H

#include "Offstack/Analysis/CallCycle.h"

namespace offstack {

/// Returns true if the calls \p Group of \p Cycle cannot follow each other
/// round a circuit, by what conditions in a caller say of those in its callee.
/// Of memory it is assumed that stores to other fields do not reach those that
/// conditions read. Makes copies in the module of the cycle, and erases them.
bool endsInSecondRound(const CallCycle &Cycle, const llvm::BitVector &Group);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SECONDROUND_H
