//===- DebugRecords.h - Keeps boxed variables visible --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Moves the debug records of an alloca to the slot that holds its box's
// address.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_DEBUGRECORDS_H
#define OFFSTACK_TRANSFORMS_DEBUGRECORDS_H

namespace llvm {
class AllocaInst;
} // namespace llvm

namespace offstack {

/// Makes every variable that lives in \p AI live at the address that \p Slot
/// holds: declarations get a DW_OP_deref, assignment records become one
/// declaration a variable. To be called before \p AI is replaced.
void moveDebugRecords(llvm::AllocaInst &AI, llvm::AllocaInst &Slot);

/// Declares the variables that live in \p AI behind it, and nowhere else.
void gatherDebugRecords(llvm::AllocaInst &AI);

/// Declares the variables that live in \p From behind \p To as well, as living
/// there.
void copyDebugRecords(llvm::AllocaInst &From, llvm::AllocaInst &To);

/// Drops the debug records of \p AI, which nothing uses: its variables stay
/// known to the debugger, as optimized out.
void dropDebugRecords(llvm::AllocaInst &AI);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_DEBUGRECORDS_H
