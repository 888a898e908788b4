//===- FrameRemarks.h - Tells what fills a frame -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The remark frame-over-limit, behind -Rpass-missed=offstack.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_FRAMEREMARKS_H
#define OFFSTACK_TRANSFORMS_FRAMEREMARKS_H

#include <cstdint>

namespace llvm {
class MachineFunction;
} // namespace llvm

namespace offstack {

/// Reports that the frame of \p MF is over \p LimitBytes, and what fills it,
/// largest first. The parts add up to the frame. Where no one listens to
/// remarks nothing is computed.
void emitFrameRemark(const llvm::MachineFunction &MF, uint64_t LimitBytes);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_FRAMEREMARKS_H
