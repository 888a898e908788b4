//===- FrameObjects.h - What a function keeps on the stack ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Lists the allocas of a function with their sizes and the names that users
// gave them. Reads IR only.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_FRAMEOBJECTS_H
#define OFFSTACK_ANALYSIS_FRAMEOBJECTS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/DebugLoc.h"
#include <cstdint>
#include <optional>
#include <string>

namespace llvm {
class AllocaInst;
class Function;
} // namespace llvm

namespace offstack {

/// An alloca and what is known of it.
struct FrameObject {
  llvm::AllocaInst *Alloca;
  /// Bytes taken in the frame; nothing when only run time tells (a VLA, a
  /// scalable vector). Unknown is not zero.
  std::optional<uint64_t> Bytes;
  /// The most that Bytes can be, where it is nothing and the processor's
  /// architecture tells (a scalable vector).
  std::optional<uint64_t> MostBytes = std::nullopt;
};

/// Returns every alloca of \p F in the order of the function's instructions.
llvm::SmallVector<FrameObject, 8> collectFrameObjects(llvm::Function &F);

/// Returns the name of the variable that \p AI holds: the one that the Clang
/// plugin noted, else that of the debug info, else that of the IR value, else
/// "<unnamed>".
std::string findVariableName(const llvm::AllocaInst &AI);

/// Returns the place of the declaration of the variable that \p AI holds, or
/// an empty location when the IR does not tell.
llvm::DebugLoc findVariableLocation(const llvm::AllocaInst &AI);

/// Notes on \p AI the variable name \p Name, for findVariableName. Inlining
/// keeps it.
void noteVariableName(llvm::AllocaInst &AI, llvm::StringRef Name);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_FRAMEOBJECTS_H
