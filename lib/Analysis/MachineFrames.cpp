//===- MachineFrames.cpp - What fills a machine frame ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sorts the slots by address, so that what lies between them shows.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/MachineFrames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/TargetFrameLowering.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"

using namespace llvm;

namespace offstack {

namespace {

/// The place of one slot, as offsets from the stack pointer on entry.
struct SlotPlace {
  int64_t Start;
  int64_t End;
  int Index;
};

} // namespace

/// Returns the slots of the frame by ascending address, without what is above
/// \p Top: that is the caller's.
static SmallVector<SlotPlace, 16> collectSlots(const MachineFrameInfo &MFI,
                                               int64_t Top) {
  SmallVector<SlotPlace, 16> Slots;
  for (int I = MFI.getObjectIndexBegin(); I != MFI.getObjectIndexEnd(); ++I) {
    // A dead slot was merged into another. Slots with an identifier of their
    // own, as those of scalable vectors, are no part of the frame's size.
    if (MFI.isDeadObjectIndex(I) ||
        MFI.getStackID(I) != TargetStackID::Default ||
        MFI.isVariableSizedObjectIndex(I))
      continue;
    int64_t Start = MFI.getObjectOffset(I);
    int64_t End = std::min(Start + MFI.getObjectSize(I), Top);
    if (Start < End)
      Slots.push_back({Start, End, I});
  }
  sort(Slots, [](const SlotPlace &L, const SlotPlace &R) {
    return std::tie(L.Start, L.Index) < std::tie(R.Start, R.Index);
  });
  return Slots;
}

/// Returns true if the slot \p Index holds a register of the caller.
static bool isSavedRegister(const MachineFrameInfo &MFI, int Index) {
  // The frame pointer is saved in a fixed slot and not in the list.
  return (MFI.isFixedObjectIndex(Index) && MFI.isSpillSlotObjectIndex(Index)) ||
         any_of(MFI.getCalleeSavedInfo(), [&](const CalleeSavedInfo &Saved) {
           return !Saved.isSpilledToReg() && Saved.getFrameIdx() == Index;
         });
}

/// Adds \p Bytes of the slot \p Index to \p Frame.
static void addSlot(FrameBreakdown &Frame, const MachineFrameInfo &MFI,
                    int Index, uint64_t Bytes) {
  if (const AllocaInst *Alloca = MFI.getObjectAllocation(Index))
    Frame.Objects.push_back({Alloca, Bytes});
  else if (isSavedRegister(MFI, Index))
    Frame.SavedBytes += Bytes;
  else if (MFI.isSpillSlotObjectIndex(Index) ||
           MFI.isStatepointSpillSlotObjectIndex(Index))
    Frame.SpilledBytes += Bytes;
  else
    Frame.OtherSlotBytes += Bytes;
}

/// Returns the bytes at the end of the frame of \p MF for arguments of calls,
/// at most \p MostBytes. Elsewhere calls push them when they need them.
static uint64_t computeCallBytes(const MachineFunction &MF,
                                 uint64_t MostBytes) {
  const MachineFrameInfo &MFI = MF.getFrameInfo();
  if (!MFI.adjustsStack() || !MFI.isMaxCallFrameSizeComputed() ||
      !MF.getSubtarget().getFrameLowering()->hasReservedCallFrame(MF))
    return 0;
  return std::min(MFI.getMaxCallFrameSize(), MostBytes);
}

FrameBreakdown computeFrameBreakdown(const MachineFunction &MF) {
  const MachineFrameInfo &MFI = MF.getFrameInfo();
  FrameBreakdown Frame;
  Frame.FrameBytes = MFI.getStackSize();
  Frame.HasRunTimeSizes = MFI.hasVarSizedObjects();
  // Above this is the caller's frame, and what the call itself pushed.
  int64_t Top = MF.getSubtarget().getFrameLowering()->getOffsetOfLocalArea();
  SmallVector<SlotPlace, 16> Slots = collectSlots(MFI, Top);
  uint64_t SlotBytes = 0;
  // Fixed slots may overlap.
  int64_t Counted = INT64_MIN;
  for (const SlotPlace &Slot : Slots) {
    int64_t Start = std::max(Slot.Start, Counted);
    if (Start >= Slot.End)
      continue;
    addSlot(Frame, MFI, Slot.Index, Slot.End - Start);
    SlotBytes += Slot.End - Start;
    Counted = Slot.End;
  }
  uint64_t Extent = Slots.empty() ? 0 : Top - Slots.front().Start;
  uint64_t AllBytes = std::max(Extent, Frame.FrameBytes);
  Frame.RedZoneBytes = AllBytes - Frame.FrameBytes;
  Frame.CallBytes = computeCallBytes(MF, AllBytes - SlotBytes);
  Frame.PaddingBytes = AllBytes - SlotBytes - Frame.CallBytes;
  return Frame;
}

} // namespace offstack
