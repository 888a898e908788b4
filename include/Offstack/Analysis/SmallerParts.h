//===- SmallerParts.h - Calls for the smaller of two parts ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds sorts that call themselves for the smaller part and loop over the
// larger one: their depth follows the logarithm of the size.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_SMALLERPARTS_H
#define OFFSTACK_ANALYSIS_SMALLERPARTS_H

#include "Offstack/Analysis/LimitTests.h"

namespace offstack {

/// Returns true if each call of \p Circuit is made only behind a comparison of
/// two lengths that have an end in common. \p Facts are those of the functions
/// of
/// \p Cycle.
bool goesIntoSmallerParts(
    const CallCycle &Cycle, llvm::ArrayRef<unsigned> Circuit,
    llvm::ArrayRef<llvm::SmallVector<EdgeFact, 16>> Facts);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_SMALLERPARTS_H
