//===- RecursionMeasure.h - What the depth of a recursion ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at what the calls of a circuit pass on, to say what makes the recursion
// go deep: a number, the shape of data, input that is consumed. Some numbers
// shrink so fast that they bound the depth.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_RECURSIONMEASURE_H
#define OFFSTACK_ANALYSIS_RECURSIONMEASURE_H

#include "Offstack/Analysis/RecursionStates.h"

namespace offstack {

/// What makes a recursion go deep.
enum class DepthMeasure {
  /// Nobody can tell.
  Unknown,
  /// A number that is counted up or down.
  Number,
  /// The links or the nesting of a data structure.
  Structure,
  /// Input that each level takes a part of.
  Input,
  /// A number or range that is divided: the depth follows its logarithm.
  Division,
};

/// Returns what makes the calls \p Circuit of \p Cycle go deep.
DepthMeasure findMeasure(const CallCycle &Cycle,
                         llvm::ArrayRef<unsigned> Circuit);

/// Returns the largest depth of a function that calls itself with an argument
/// divided, shifted, without its lowest bit, or with two as Euclid's algorithm
/// has them; nothing for any other function. \p States are those of \p Cycle.
std::optional<uint64_t> findShrinkingDepth(const CallCycle &Cycle,
                                           RecursionStates &States);

/// Returns the most functions of \p Cycle that are active at once, if that is
/// proven. \p States are those of \p Cycle.
std::optional<uint64_t> proveDepth(const CallCycle &Cycle,
                                   RecursionStates &States);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_RECURSIONMEASURE_H
