//===- OutOfMemory.h - What a failed box does ----------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An alloca cannot fail, a box can. Code after it relies on memory being there,
// so the program says which box it was and stops.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_OUTOFMEMORY_H
#define OFFSTACK_TRANSFORMS_OUTOFMEMORY_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class Instruction;
class TargetLibraryInfo;
class Value;
} // namespace llvm

namespace offstack {

/// Writes before \p Before, which must be in a block of its own, a call that
/// prints "offstack: out of memory: ..." with function, \p Objects and bytes to
/// standard error, and aborts. It does not allocate. \p Bytes is of the type
/// size_t. The call is not marked as one that does not return: the block may
/// end with a branch.
void emitOutOfMemory(llvm::Instruction &Before, llvm::StringRef Objects,
                     llvm::Value &Bytes, const llvm::TargetLibraryInfo &TLI);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_OUTOFMEMORY_H
