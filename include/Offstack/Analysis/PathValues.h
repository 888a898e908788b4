//===- PathValues.h - Which paths known arguments take -------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs one function on arguments of which some are known, as far as constants
// lead: sparse conditional constant propagation, with memory of which some
// cells are known as long as nothing is written.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_ANALYSIS_PATHVALUES_H
#define OFFSTACK_ANALYSIS_PATHVALUES_H

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/ilist_node.h"

namespace llvm {
class BasicBlock;
class CallBase;
class Constant;
class Function;
class Instruction;
class TargetLibraryInfo;
class Value;
} // namespace llvm

namespace offstack {

/// Known contents of memory, by address. The addresses are constants: of
/// globals, and of places in objects that parameters point to.
using KnownMemory = llvm::SmallMapVector<llvm::Constant *, llvm::Constant *, 4>;

/// What a function is entered with. A null argument is not known.
struct EntryValues {
  llvm::SmallVector<llvm::Constant *, 4> Arguments;
  KnownMemory Memory;

  bool operator==(const EntryValues &Other) const {
    return Arguments == Other.Arguments && llvm::equal(Memory, Other.Memory);
  }
};

/// One run of a function.
class PathValues {
public:
  /// Says whether a call leaves the memory that can be known as it is.
  using PreserveTest = llvm::function_ref<bool(const llvm::Instruction &)>;

  /// Runs \p F, which must outlive the object. Takes time linear in its size.
  PathValues(llvm::Function &F, const EntryValues &Entry,
             PreserveTest Preserves);

  /// Returns true if a path gets to \p Block.
  bool isReached(const llvm::BasicBlock &Block) const {
    return Reached.contains(&Block);
  }

  /// Returns true if a path goes from \p From to \p To directly.
  bool isTaken(const llvm::BasicBlock &From, const llvm::BasicBlock &To) const;

  /// Returns the value of \p V where it is the same on every path, or null.
  llvm::Constant *find(llvm::Value *V) const;

  /// Returns what the callee of \p Call is entered with.
  EntryValues computeEntry(const llvm::CallBase &Call) const;

  /// Returns the addresses from which something is loaded that is not known,
  /// although nothing has been written before.
  llvm::ArrayRef<std::pair<llvm::Constant *, llvm::Instruction *>>
  unknownLoads() const {
    return UnknownLoads;
  }

  /// The number of instructions that were looked at.
  unsigned getWork() const { return Work; }

private:
  void run();
  void visitBlock(llvm::BasicBlock &Block);
  void visitTerminator(llvm::Instruction &I);
  void take(llvm::BasicBlock &From, llvm::BasicBlock *To);
  void set(llvm::Instruction &I, llvm::Constant *C);
  llvm::Constant *evaluate(llvm::Instruction &I, bool IsWritten, bool &Known);
  bool isPending(llvm::Value *V) const;
  llvm::Constant *findLoaded(llvm::Instruction &Load) const;

  llvm::Function &F;
  EntryValues Entry;
  PreserveTest Preserves;
  /// Constants, or null for what differs or is not known. What is missing has
  /// not been reached.
  llvm::DenseMap<const llvm::Value *, llvm::Constant *> Values;
  llvm::DenseMap<const llvm::BasicBlock *, bool> WrittenAtEntry;
  /// The blocks that a path gets to, and whether they have been visited.
  llvm::DenseMap<const llvm::BasicBlock *, bool> Reached;
  llvm::DenseMap<const llvm::CallBase *, bool> WrittenBefore;
  llvm::DenseMap<std::pair<const llvm::BasicBlock *, const llvm::BasicBlock *>,
                 bool>
      Taken;
  llvm::SmallVector<std::pair<llvm::Constant *, llvm::Instruction *>, 4>
      UnknownLoads;
  /// Something changed that may matter to what has been visited before.
  bool Changed = true;
  bool IsFirstRound = true;
  unsigned Work = 0;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_PATHVALUES_H
