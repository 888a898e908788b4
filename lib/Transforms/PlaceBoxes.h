//===- PlaceBoxes.h - Where the boxes of a plan go ------------ -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of BoxPlan that comes after the choice of objects.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_PLACEBOXES_H
#define OFFSTACK_LIB_TRANSFORMS_PLACEBOXES_H

namespace llvm {
class Function;
} // namespace llvm

namespace offstack {

struct BoxPlan;
struct BoxPlanInputs;

/// Decides where each box of \p Plan, all of them of \p F, is taken and freed
/// and which ways to unwind that needs. Moves those that have no right place to
/// the kept objects.
void placeBoxes(llvm::Function &F, const BoxPlanInputs &Inputs, BoxPlan &Plan);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_PLACEBOXES_H
