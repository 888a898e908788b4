//===- BoxSizes.h - Sizes and addresses of boxes -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes how many bytes a box takes and where in it its object is. No sum and
// no product wraps around: what does not fit is the largest number there is,
// which malloc refuses.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BOXSIZES_H
#define OFFSTACK_LIB_TRANSFORMS_BOXSIZES_H

#include "llvm/IR/IRBuilder.h"
#include "llvm/Support/Alignment.h"

namespace llvm {
class DataLayout;
class TargetLibraryInfo;
} // namespace llvm

namespace offstack {

struct PlannedBox;

/// Returns the alignment that malloc promises: that of max_align_t, two words
/// on the targets of today.
llvm::Align getMallocAlignment(const llvm::DataLayout &DL);

/// Sizes in one function. All values are of its size_t.
class BoxSizes {
public:
  BoxSizes(llvm::Function &F, const llvm::TargetLibraryInfo &TLI);

  /// Returns the type size_t.
  llvm::IntegerType *getType() const { return Type; }

  /// Returns \p Bytes as a constant.
  llvm::ConstantInt *get(uint64_t Bytes) const;

  /// Returns the bytes of \p AI, whose count or element only run time tells.
  llvm::Value *emitByteCount(llvm::IRBuilder<> &B, llvm::AllocaInst &AI) const;

  /// Returns the most by which an object of \p Bytes moves the stack pointer
  /// when it is allocated as \p AI is.
  llvm::Value *emitStackBytes(llvm::IRBuilder<> &B, const llvm::AllocaInst &AI,
                              llvm::Value *Bytes) const;

  /// Returns the bytes to ask for, so that an object of \p Bytes fits in \p
  /// Box.
  llvm::Value *emitAllocatedBytes(llvm::IRBuilder<> &B, const PlannedBox &Box,
                                  llvm::Value *Bytes) const;

  /// Returns the address of the object in \p Memory, which was allocated for
  /// \p Box.
  llvm::Value *emitObject(llvm::IRBuilder<> &B, const PlannedBox &Box,
                          llvm::Value *Memory) const;

private:
  uint64_t getHeaderBytes(const PlannedBox &Box) const;
  llvm::Value *emitSum(llvm::IRBuilder<> &B, llvm::Value *Bytes,
                       uint64_t More) const;

  const llvm::DataLayout &DL;
  llvm::IntegerType *Type;
};

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXSIZES_H
