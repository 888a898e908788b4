//===- RealtimeNotes.h - Which code must not allocate -----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// [[clang::nonblocking]] and [[clang::nonallocating]] reach the IR only under
// -fsanitize=realtime, and the second not even then. The Clang plugin carries
// them over: as an attribute of the function ("offstack-nonblocking"), and as
// metadata of its allocas, which inlining keeps.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_REALTIMENOTES_H
#define OFFSTACK_ANALYSIS_REALTIMENOTES_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class AllocaInst;
class Function;
} // namespace llvm

namespace offstack {

/// The text of the annotation that carries the note from clang's AST to the IR.
inline constexpr llvm::StringLiteral RealtimeAnnotation =
    "offstack.nonblocking";

/// Notes on \p F and its allocas that F must not allocate.
void noteRealtime(llvm::Function &F);

/// Returns true if \p F must not allocate: it is noted, or RealtimeSanitizer
/// watches it.
bool isRealtime(const llvm::Function &F);

/// Returns true if \p AI is noted: it was written in a function that must not
/// allocate, wherever it is now.
bool isRealtime(const llvm::AllocaInst &AI);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_REALTIMENOTES_H
