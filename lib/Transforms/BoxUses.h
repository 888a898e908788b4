//===- BoxUses.h - What touches one box ----------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows the address of a box through its function and sorts what it finds by
// block. Each box is looked at alone.
//
// The address lives in handles: the allocation itself, and the phis and selects
// that may choose it. Values computed from one handle alone (an offset, an
// alignment, a cast) are no handles: while such a value can be used, its handle
// cannot have changed, since the one dominates the other.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_BOXUSES_H
#define OFFSTACK_LIB_TRANSFORMS_BOXUSES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace llvm {
class BasicBlock;
class CallInst;
class Instruction;
class TargetLibraryInfo;
class Use;
class Value;
} // namespace llvm

namespace offstack {

/// One instruction that changes, or depends on, the state of a box.
struct BoxUse {
  enum UseKind {
    Allocate, ///< Allocates the box.
    Choose,   ///< A select that is a handle.
    Link,     ///< Stores the box before it at the start of one of a chain.
    Free,     ///< Frees what may be the box.
    Touch     ///< Anything else that needs the box alive, as a load or a call.
  };
  UseKind Kind;
  const llvm::Instruction *I;
  /// The handle that is defined (Allocate, Choose) or used (Touch).
  unsigned Handle;
};

/// The handles of one box and their uses.
class BoxUses {
public:
  /// What concerns the box in one block.
  struct Block {
    /// In the order of the block.
    llvm::SmallVector<BoxUse, 2> Uses;
    /// The handles whose value is needed here or later, ascending, without
    /// those that the block defines.
    llvm::SmallVector<unsigned, 2> LiveIn;
    /// The handles that are phis of this block, ascending.
    llvm::SmallVector<unsigned, 1> Phis;
  };

  /// The handle that is the allocation.
  static constexpr unsigned AllocationHandle = 0;

  BoxUses(const llvm::CallInst &Allocation, const llvm::TargetLibraryInfo &TLI);

  llvm::ArrayRef<const llvm::Instruction *> getHandles() const {
    return Handles;
  }

  /// Returns the number of the handle \p V, or nothing when it is none.
  std::optional<unsigned> findHandle(const llvm::Value *V) const;

  /// Returns the operand from which \p V is computed, or null when \p V is a
  /// handle or has nothing to do with the box.
  const llvm::Value *findSource(const llvm::Value *V) const {
    return Sources.lookup(V);
  }

  /// Returns what concerns the box in \p BB, which may be nothing.
  const Block &getBlock(const llvm::BasicBlock &BB) const;

  /// Returns true if the address may be known outside of the uses found here:
  /// in memory or to a callee that keeps it.
  bool isCaptured() const { return Captured; }

private:
  void addHandle(const llvm::Instruction &I);
  void followHandle(unsigned Handle);
  bool followUse(const llvm::Use &U, unsigned Handle);
  void followComparison(const llvm::Instruction &Compare, unsigned Handle);
  bool followLink(const llvm::Instruction &I, const llvm::Use &U,
                  unsigned Handle);
  void addTouch(const llvm::Use &U, unsigned Handle);
  void addUse(BoxUse::UseKind Kind, const llvm::Instruction &I,
              unsigned Handle);
  void markLive(const llvm::BasicBlock &BB, unsigned Handle);

  const llvm::TargetLibraryInfo &TLI;
  llvm::SmallVector<const llvm::Instruction *, 4> Handles;
  /// The maps are looked up, never iterated over in a way that shows.
  llvm::DenseMap<const llvm::Value *, unsigned> HandleNumbers;
  llvm::DenseMap<const llvm::Value *, const llvm::Value *> Sources;
  llvm::DenseMap<const llvm::BasicBlock *, Block> Blocks;
  /// What concerns the box in every other block.
  const Block Nothing;
  bool Captured = false;
};

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_BOXUSES_H
