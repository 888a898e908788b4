//===- BoxMarks.h - Marks that boxing leaves on the IR -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Metadata that says which instructions belong to a box. It makes a second run
// idempotent, and tells the verifier what to prove. Losing it is safe: the code
// is then ordinary malloc and free.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXMARKS_H
#define OFFSTACK_TRANSFORMS_BOXMARKS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>

namespace llvm {
class AllocaInst;
class CallBase;
class Instruction;
} // namespace llvm

namespace offstack {

/// Marks \p Allocation, the call that returns the memory of a box, as the box
/// of the variable \p Variable (`!offstack.box !{!"buf"}`), or as one of a
/// chain
/// (`!{!"buf", !"chain"}`).
void markBox(llvm::CallBase &Allocation, llvm::StringRef Variable,
             bool IsChain = false);

/// Returns true if \p I is the allocation of a box.
bool isBox(const llvm::Instruction &I);

/// Returns the variable of the box that \p Allocation allocates, or an empty
/// string when it had no name.
llvm::StringRef getBoxVariable(const llvm::Instruction &Allocation);

/// Returns true if \p Allocation allocates a box of a chain. What is stored at
/// its start is the box before it.
bool isChained(const llvm::Instruction &Allocation);

/// Marks \p Free, the call that frees a box, as standing where the scope of the
/// box's variable ends (`!offstack.scope`): what still knows the address may
/// not use it any more.
void markScopeEnd(llvm::CallBase &Free);
bool isScopeEnd(const llvm::CallBase &Free);

/// Marks \p Alloca as the slot that holds a box's address for the debugger and
/// for leak checkers (`!offstack.slot`): it is never boxed itself.
void markSlot(llvm::AllocaInst &Alloca);
bool isSlot(const llvm::AllocaInst &Alloca);

/// Marks \p Alloca as kept on the stack and reported (`!offstack.kept`), so
/// that a second run does not report it again.
void markKept(llvm::AllocaInst &Alloca);
bool isKept(const llvm::AllocaInst &Alloca);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXMARKS_H
