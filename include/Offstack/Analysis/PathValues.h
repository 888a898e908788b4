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
#include "llvm/IR/BasicBlock.h"

namespace llvm {
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

/// The blocks of a function, which all runs of it share.
struct BlockOrder {
  explicit BlockOrder(llvm::Function &F);

  /// Each block that can be reached behind those that lead to it but for loops.
  llvm::SmallVector<llvm::BasicBlock *, 16> Blocks;
  /// The place of a block among these, by its number in the function.
  llvm::SmallVector<unsigned, 16> Places;
};

/// One run of a function.
class PathValues {
public:
  /// Says whether a call leaves the memory that can be known as it is.
  using PreserveTest = llvm::function_ref<bool(const llvm::Instruction &)>;

  /// Runs \p F, whose blocks are \p Order. Both must outlive the object. Takes
  /// time linear in its size.
  PathValues(llvm::Function &F, const BlockOrder &Order,
             const EntryValues &Entry, PreserveTest Preserves);

  /// Returns true if a path gets to \p Block.
  bool isReached(const llvm::BasicBlock &Block) const {
    return Reached[Block.getNumber()];
  }

  /// Returns true if a path goes from \p From to \p To directly.
  bool isTaken(const llvm::BasicBlock &From, const llvm::BasicBlock &To) const;

  /// Returns the value of \p V where it is the same on every path, or null.
  llvm::Constant *find(llvm::Value *V) const;

  /// Returns what the callee of \p Call is entered with.
  EntryValues computeEntry(const llvm::CallBase &Call) const;

  /// Returns the addresses from which something is loaded that is not known,
  /// although nothing has been written before.
  llvm::SmallVector<std::pair<llvm::Constant *, llvm::Instruction *>, 4>
  findUnknownLoads(PreserveTest Preserves) const;

  /// The number of instructions that were looked at.
  unsigned getWork() const { return Work; }

private:
  void run();
  void visitBlock(llvm::BasicBlock &Block);
  void visitTerminator(llvm::Instruction &I);
  void take(llvm::BasicBlock &From, llvm::BasicBlock *To);
  void takeAll(llvm::BasicBlock &From);
  bool isBehind(const llvm::BasicBlock &Later,
                const llvm::BasicBlock &Earlier) const {
    return Order.Places[Later.getNumber()] > Order.Places[Earlier.getNumber()];
  }
  void set(llvm::Instruction &I, llvm::Constant *C);
  llvm::Constant *evaluate(llvm::Instruction &I, bool IsWritten, bool &Known);
  bool isPending(llvm::Value *V) const;
  llvm::Constant *findLoaded(llvm::Instruction &Load) const;

  llvm::Function &F;
  const BlockOrder &Order;
  EntryValues Entry;
  PreserveTest Preserves;
  /// Constants, or null for what differs or is not known. What is missing has
  /// not been reached.
  llvm::DenseMap<const llvm::Value *, llvm::Constant *> Values;
  // By the number of the block:
  llvm::BitVector WrittenAtEntry;
  llvm::BitVector Reached;
  llvm::BitVector Visited;
  /// The only successor that a path takes, if it does not take all.
  llvm::SmallVector<const llvm::BasicBlock *, 16> TakenOne;
  llvm::BitVector TakenAll;
  llvm::SmallDenseMap<const llvm::CallBase *, bool, 8> WrittenBefore;
  /// Something changed that may matter to what has been visited before.
  bool Changed = true;
  bool IsFirstRound = true;
  unsigned Work = 0;
};

} // namespace offstack

#endif // OFFSTACK_ANALYSIS_PATHVALUES_H
