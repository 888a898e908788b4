//===- GuardDepth.h - How deep a guard lets a recursion go ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns a guard into a number, where its limit and its start are known for
// certain.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_GUARDDEPTH_H
#define OFFSTACK_ANALYSIS_GUARDDEPTH_H

#include "Offstack/Analysis/DepthGuards.h"

namespace offstack {

/// Returns the most functions of \p Cycle that are active at once, if one
/// counter of \p Guards shows it: an unsigned argument, or a global that
/// nothing outside of the cycle writes, which every call raises and a test
/// against a constant controls.
std::optional<uint64_t> findGuardDepth(const CallCycle &Cycle,
                                       const DepthGuards &Guards,
                                       const GuardResult &Result);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_GUARDDEPTH_H
