//===- FunctionEffects.h - What a function does to its boxes -- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects, once a function, what matters to the proof of every box in it: the
// calls that may unwind out of it, and the accesses to memory that could be
// anybody's. The proof of one box then costs what that box touches, not what
// the function holds.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_FUNCTIONEFFECTS_H
#define OFFSTACK_LIB_TRANSFORMS_FUNCTIONEFFECTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DepthFirstIterator.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class BasicBlock;
class CallBase;
class Function;
class Instruction;
class TargetLibraryInfo;
class Value;
} // namespace llvm

namespace offstack {

/// Returns the pointer that \p Call deallocates, or null when it is not a
/// deallocation. The one place that knows what frees a box.
const llvm::Value *findFreedPointer(const llvm::CallBase &Call,
                                    const llvm::TargetLibraryInfo &TLI);

/// Returns true if leaving a block by \p Terminator leaves the function:
/// by a return, or by an exception that goes on to the caller. An unreachable
/// is no way out.
bool leavesFunction(const llvm::Instruction &Terminator);

/// What the blocks of one function do. Holds pointers into the function, which
/// must not change meanwhile.
class FunctionEffects {
public:
  FunctionEffects(const llvm::Function &F, const llvm::TargetLibraryInfo &TLI);

  /// Returns true if \p BB can be reached from the entry.
  bool isReachable(const llvm::BasicBlock &BB) const {
    return Reachable.contains(&BB);
  }

  /// Returns true if \p BB ends the program because a box could not be taken.
  bool endsProgram(const llvm::BasicBlock &BB) const {
    return Ending.contains(&BB);
  }

  /// Returns the calls of \p BB, in order, by which an exception may leave the
  /// function. Deallocations and allocations of boxes do not throw.
  llvm::ArrayRef<const llvm::Instruction *>
  getUnwindingCalls(const llvm::BasicBlock &BB) const {
    return getEffects(BB).UnwindingCalls;
  }

  /// Returns the instructions of \p BB, in order, that may read or write
  /// memory which they do not identify, so perhaps a box whose address got
  /// out.
  llvm::ArrayRef<const llvm::Instruction *>
  getUnidentifiedAccesses(const llvm::BasicBlock &BB) const {
    return getEffects(BB).UnidentifiedAccesses;
  }

  /// Returns these and the instructions up to which another thread or a signal
  /// handler may use a box whose address got out.
  llvm::ArrayRef<const llvm::Instruction *>
  getPossibleUses(const llvm::BasicBlock &BB) const {
    return getEffects(BB).PossibleUses;
  }

  /// Returns true if some load promises that what it points to can be read
  /// (`!dereferenceable`): then optimisations may move such reads out of the
  /// lifetime of an object whose address got out.
  bool hasPromisedPointers() const { return HasPromisedPointers; }

  /// Returns true if an exception of the invoke \p Terminator may leave the
  /// function without entering the landing pad: none of its clauses matches.
  bool mayPassLandingPad(const llvm::Instruction &Terminator) const;

private:
  struct BlockEffects {
    llvm::SmallVector<const llvm::Instruction *, 2> UnwindingCalls;
    llvm::SmallVector<const llvm::Instruction *, 2> UnidentifiedAccesses;
    llvm::SmallVector<const llvm::Instruction *, 2> PossibleUses;
  };

  const BlockEffects &getEffects(const llvm::BasicBlock &BB) const;
  void collect(const llvm::Instruction &I, const llvm::TargetLibraryInfo &TLI);

  bool MayUnwind;
  bool HasPromisedPointers = false;
  llvm::df_iterator_default_set<const llvm::BasicBlock *, 16> Reachable;
  llvm::SmallPtrSet<const llvm::BasicBlock *, 8> Ending;
  /// Only looked up, never iterated over. A block without effects is absent.
  llvm::DenseMap<const llvm::BasicBlock *, BlockEffects> Effects;
  const BlockEffects Nothing;
};

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_FUNCTIONEFFECTS_H
