//===- LostBoxes.h - Boxes that a jump may lose -----------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the boxes that a longjmp past their frame, or the end of the thread,
// leaves allocated. A part of the remarks; changes nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_LOSTBOXES_H
#define OFFSTACK_TRANSFORMS_LOSTBOXES_H

#include "Offstack/Analysis/FrameSkippers.h"
#include "llvm/ADT/SmallVector.h"

namespace offstack {

struct BoxPlan;
struct PlannedBox;

/// A box, and the call that may leave its frame while it is held.
struct LostBox {
  const PlannedBox *Box;
  const llvm::CallBase *Call;
  FrameSkip Skip;
};

/// Returns each box of \p Plan, in its order, that a call may lose, with the
/// first such call, or the first that never returns. The plan must not be
/// carried out yet.
llvm::SmallVector<LostBox, 2> findLostBoxes(const BoxPlan &Plan,
                                            const FrameSkippers &Skippers);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_LOSTBOXES_H
