//===- PossibleLimits.h - Reasons not to warn ----------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds what may limit the depth of a recursion that passes no guard, in a way
// that is not proven. A false warning costs more than a missed one.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_POSSIBLELIMITS_H
#define OFFSTACK_ANALYSIS_POSSIBLELIMITS_H

#include "Offstack/Analysis/DepthGuards.h"
#include "Offstack/Analysis/HeightFields.h"
#include "Offstack/Analysis/RecursionMeasure.h"

namespace offstack {

/// Returns in words what may limit the depth of the calls \p Group of
/// \p Cycle, of which \p Circuit is a shortest circuit and \p Measure what it
/// follows; empty if nothing is found. \p Heights are asked for at need.
std::string
findPossibleLimit(const CallCycle &Cycle, const llvm::BitVector &Group,
                  llvm::ArrayRef<unsigned> Circuit, DepthMeasure Measure,
                  const DepthGuards &Guards,
                  llvm::function_ref<const HeightFields &()> Heights);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_POSSIBLELIMITS_H
