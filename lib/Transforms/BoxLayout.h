//===- BoxLayout.h - Where objects are in a box --------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives the objects of merged boxes their offsets. Objects that are never alive
// together get the same, as code generation does with stack slots.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BOXLAYOUT_H
#define OFFSTACK_LIB_TRANSFORMS_BOXLAYOUT_H

#include <cstdint>

namespace llvm {
class Function;
} // namespace llvm

namespace offstack {

struct BoxPlan;
struct PlannedBox;

/// Sets the offsets of the objects in the boxes of \p Plan, for \p F. The
/// object that gives a box its name begins where the box does. Bytes are shared
/// if
/// \p MayShare.
void layOutBoxes(BoxPlan &Plan, const llvm::Function &F, bool MayShare);

/// Returns how many bytes \p Box, an object of a known size, and the objects
/// that were merged with it take.
uint64_t getMergedBytes(const PlannedBox &Box);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXLAYOUT_H
