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
#include <optional>

namespace llvm {
class AllocaInst;
class CallBase;
class Function;
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

/// Marks \p Alloca as kept on the stack and reported (`!offstack.kept
/// !{!"returns-twice"}`), so that a second run does not report it again.
/// \p Hazard is the name of the hazard; empty for what stays because it is
/// small.
void markKept(llvm::AllocaInst &Alloca, llvm::StringRef Hazard = "");
bool isKept(const llvm::AllocaInst &Alloca);

/// Returns the name of the hazard for which \p Alloca is kept, or an empty
/// string.
llvm::StringRef getKeptHazard(const llvm::AllocaInst &Alloca);

/// Marks \p F as one whose frame must not be larger than \p LimitBytes
/// (`!offstack.frame-limit !{i64 524288}`), for the check after code generation
/// (FrameCheck.h). A mark of each function, and not of the module, stays true
/// where modules of different options are linked. Of several limits the
/// smallest holds.
void markFrameLimit(llvm::Function &F, uint64_t LimitBytes);

/// Returns the limit of the frame of \p F, or nothing when it was not boxed.
std::optional<uint64_t> findFrameLimit(const llvm::Function &F);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXMARKS_H
