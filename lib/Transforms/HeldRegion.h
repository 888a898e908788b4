//===- HeldRegion.h - The code that holds a box --------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The instructions between the place where a box is taken and those where it is
// freed, if they can become a function: they are entered at their first
// instruction only, and none of them is bound to its frame.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_TRANSFORMS_HELDREGION_H
#define OFFSTACK_LIB_TRANSFORMS_HELDREGION_H

#include "Offstack/Transforms/BoxScope.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace llvm {
class AllocaInst;
class BasicBlock;
class DominatorTree;
class Function;
class Instruction;
} // namespace llvm

namespace offstack {

/// What the regions of a function ask of the whole. Stays true as long as the
/// function is as it was.
class RegionFacts {
public:
  explicit RegionFacts(llvm::Function &F);

  /// Returns the blocks that pass an exception on.
  llvm::ArrayRef<llvm::BasicBlock *> getResuming() const { return Resuming; }

  /// Returns the places where a box is freed because the function ends.
  llvm::ArrayRef<FreePoint> getExits() const { return Exits; }

  /// Returns true if an exception that arrives in the function can lead to
  /// \p BB.
  bool isExceptional(const llvm::BasicBlock &BB) const {
    return Exceptional.contains(&BB);
  }

private:
  llvm::SmallVector<llvm::BasicBlock *, 4> Resuming;
  llvm::SmallVector<FreePoint, 4> Exits;
  llvm::SmallPtrSet<const llvm::BasicBlock *, 8> Exceptional;
};

/// A part of a function with one entry.
class HeldRegion {
public:
  /// Returns the region in which a box is held that is taken before \p Start
  /// and freed at \p Ends, or nothing if it cannot become a function.
  static std::optional<HeldRegion> find(llvm::Instruction &Start,
                                        llvm::ArrayRef<FreePoint> Ends,
                                        const RegionFacts &Facts);

  /// Returns the regions of the lives of \p AI that can become functions: it is
  /// another object in each, as far as its markers and uses tell. A region may
  /// be in a cycle: it has a life each time.
  static llvm::SmallVector<HeldRegion, 1>
  findLives(llvm::AllocaInst &AI, const llvm::DominatorTree &DT,
            const RegionFacts &Facts);

  /// Returns the first instruction of the region.
  llvm::Instruction &getStart() const { return *Start; }

  /// Returns the number of blocks that the region has a part of.
  size_t size() const { return Parts.size(); }

  /// Returns the blocks that the region has a part of, that of the start first.
  llvm::SmallVector<llvm::BasicBlock *, 8> getBlocks() const {
    return llvm::to_vector<8>(llvm::make_first_range(Parts));
  }

  /// Returns true if the function goes on behind the region, and does not
  /// return at once.
  bool goesOn() const;

  bool contains(const llvm::Instruction &I) const;

  /// Splits the blocks of the function so that the region has whole ones.
  /// Returns these, that of the start first.
  llvm::SmallVector<llvm::BasicBlock *, 8> split();

private:
  explicit HeldRegion(llvm::Instruction &Start) : Start(&Start) {}

  void collect(llvm::ArrayRef<FreePoint> Ends);
  bool isEnteredAtStart() const;
  bool isFreeOfFrame() const;
  llvm::SmallSetVector<llvm::BasicBlock *, 8> findUnwinding() const;
  bool unwindsWithin(const RegionFacts &Facts) const;
  bool separatesUses(const llvm::AllocaInst &AI) const;

  llvm::Instruction *Start;
  /// It comes back to its start.
  bool IsCycle = false;
  /// The first instruction of each block that does not belong to the region:
  /// null when all do, from Start in its block and from the first in others.
  llvm::MapVector<llvm::BasicBlock *, llvm::Instruction *> Parts;
};

/// Returns true if a box that is taken before \p Start and freed at \p Ends is
/// held in no block but \p Blocks.
bool isHeldWithin(llvm::Instruction &Start, llvm::ArrayRef<FreePoint> Ends,
                  const llvm::SmallPtrSet<const llvm::BasicBlock *, 8> &Blocks);

} // namespace offstack

#endif // OFFSTACK_LIB_TRANSFORMS_HELDREGION_H
