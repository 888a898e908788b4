//===- MemoryCell.h - Places in memory, by how they are ------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names a place in memory by the global or argument that one starts from and
// the offsets at which pointers are followed, as in `parser->context->depth`.
// Two functions mean the same place by it if one passes the pointer on to the
// other.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_MEMORYCELL_H
#define OFFSTACK_ANALYSIS_MEMORYCELL_H

#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <optional>

namespace llvm {
class DataLayout;
class GlobalVariable;
class Value;
} // namespace llvm

namespace offstack {

/// A place in memory or, without its last offset followed, a pointer to it.
struct MemoryCell {
  /// The global that the way starts at, or null.
  const llvm::GlobalVariable *Global = nullptr;
  /// Else the number of the argument.
  unsigned Argument = 0;
  /// Bytes to add before each pointer is followed, and before the last access.
  llvm::SmallVector<int64_t, 3> Offsets;

  bool operator==(const MemoryCell &Other) const {
    return Global == Other.Global && Argument == Other.Argument &&
           Offsets == Other.Offsets;
  }
};

/// Returns the cell that the pointer \p Address points to, or nothing where the
/// way to it is not plain.
std::optional<MemoryCell> findCell(const llvm::Value *Address,
                                   const llvm::DataLayout &DL);

/// Returns the cell that a function means by \p Callee's, which it calls with
/// the pointer \p Actual for the argument that \p Callee starts at.
std::optional<MemoryCell> translateToCaller(const MemoryCell &Callee,
                                            const llvm::Value *Actual,
                                            const llvm::DataLayout &DL);

/// Returns the cell that a callee means by the caller's \p Caller, if it gets
/// there from its argument \p Argument, for which it is given \p Actual.
std::optional<MemoryCell> translateToCallee(const MemoryCell &Caller,
                                            unsigned Argument,
                                            const llvm::Value *Actual,
                                            const llvm::DataLayout &DL);

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_MEMORYCELL_H
