//===- MachineFrames.h - What fills a machine frame ----------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The frame that code generation laid out, byte by byte. IR knows the objects
// of a function only: registers that are spilled or saved, arguments of calls
// and padding come later, and objects may share a slot by then.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_MACHINEFRAMES_H
#define OFFSTACK_ANALYSIS_MACHINEFRAMES_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>

namespace llvm {
class AllocaInst;
class MachineFunction;
} // namespace llvm

namespace offstack {

/// A slot of the frame that holds an object of the IR.
struct FrameSlot {
  /// One of the objects that share the slot.
  const llvm::AllocaInst *Alloca;
  uint64_t Bytes;
};

/// What a frame consists of. Its parts, less RedZoneBytes, are FrameBytes.
struct FrameBreakdown {
  /// The bytes that the function takes from the stack for as long as it runs:
  /// what .stack_sizes and -fstack-usage give, but for the second stack of
  /// SafeStack. Neither the return address nor the arguments that the caller
  /// put on the stack are among them.
  uint64_t FrameBytes = 0;
  /// In the order of their addresses.
  llvm::SmallVector<FrameSlot, 8> Objects;
  /// Values that found no register.
  uint64_t SpilledBytes = 0;
  /// The caller's registers, which are restored on the way out.
  uint64_t SavedBytes = 0;
  /// Slots for the compiler's own use, as the registers that va_start reads.
  uint64_t OtherSlotBytes = 0;
  /// The arguments of the call that needs most memory for them.
  uint64_t CallBytes = 0;
  /// Bytes between all of these.
  uint64_t PaddingBytes = 0;
  /// Bytes of these that a function without calls has below the stack pointer.
  uint64_t RedZoneBytes = 0;
  /// There are objects whose size only run time tells, besides all that.
  bool HasRunTimeSizes = false;
};

/// Returns what fills the frame of \p MF. To be called when the frame is laid
/// out, after the prologue is inserted. Each byte is counted once.
FrameBreakdown computeFrameBreakdown(const llvm::MachineFunction &MF);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_MACHINEFRAMES_H
