//===- BoxScope.h - How long a box is held -------------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Computes where a box is freed: behind the scope of its variable where
// lifetime markers and uses prove it, else at the ways out of the function. A
// part of BoxPlan; changes nothing.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXSCOPE_H
#define OFFSTACK_TRANSFORMS_BOXSCOPE_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class AllocaInst;
class BasicBlock;
class CallInst;
class DominatorTree;
class Function;
class Instruction;
class Value;
} // namespace llvm

namespace offstack {

class FunctionEffects;

/// Returns true if the result of \p I can be an address in the object that an
/// operand of it is an address in.
bool mayHoldAddress(const llvm::Instruction &I);

/// A place where a box is freed if it was taken.
struct FreePoint {
  /// The box is freed before this instruction.
  llvm::Instruction *Before;
  /// True when the variable's scope ends here: what still knows its address
  /// may not use it any more. False at a way out of the function.
  bool IsScopeEnd;
};

/// The part of a function in which the box of one object is held.
///
/// The box is held from where it is taken for as long as a use can be reached.
/// A load may legally stand outside the lifetime (it reads poison, but it
/// reads). Inside it, anyone who knows the address may use it: once the address
/// has got out, so may every call, and every access through a pointer that
/// could be it. An object without markers is alive until the function ends.
class BoxScope {
public:
  /// Reads the uses of \p AI, whose box is taken before \p Point. Point
  /// dominates every use and is in no cycle; \p DT tells what is above it.
  /// \p Effects tells which instructions may use what is known elsewhere;
  /// without it, an object is held for as long as it is alive, as debuggers
  /// expect.
  BoxScope(llvm::AllocaInst &AI, llvm::Instruction &Point,
           const llvm::DominatorTree &DT, const FunctionEffects *Effects);

  /// Returns the places where the box is freed, those of one block in its
  /// order: on each path from Point to a way out there is one.
  llvm::ArrayRef<FreePoint> getFreePoints() const { return FreePoints; }

private:
  /// What one block says of the object.
  struct BlockFacts {
    /// The last instruction that uses the object's address, or null.
    llvm::Instruction *LastUse = nullptr;
    /// A use here or in a block that can be reached from here.
    bool ReachesUse = false;
    /// Alive, as the markers say, where the block starts and where it ends.
    bool IsAliveIn = false;
    bool IsAliveOut = false;
  };

  void collectUses(const llvm::DominatorTree &DT);
  void addPossibleUses(const FunctionEffects &Effects);
  void addPossibleUsesIn(llvm::BasicBlock &BB, const FunctionEffects &Effects);
  void addUse(llvm::BasicBlock &BB, llvm::Instruction &I);
  void propagateUses();
  void propagateLifetimes();
  void collectHeld();
  void findFreePoints();
  void endScope(llvm::Instruction &I);
  void findFreePointsIn(llvm::BasicBlock &BB);
  llvm::SmallVector<llvm::Instruction *, 4>
  getEvents(llvm::BasicBlock &BB) const;
  bool findScopeEnds(llvm::BasicBlock &BB, const llvm::Instruction *Exit,
                     bool IsHeld);
  bool reachesUseBehind(const llvm::BasicBlock &BB) const;
  bool isHeldAtStart(const llvm::BasicBlock &BB) const;
  bool isHeldAtEnd(const llvm::BasicBlock &BB) const;

  llvm::AllocaInst &AI;
  llvm::Instruction &Point;
  bool HasMarkers = false;
  /// The address may be known to more than what is computed from it here.
  bool IsPublished = false;
  /// Whether the object is alive counts, and not only its uses.
  bool IsHeldWhileAlive = true;
  /// The blocks that use the object's address.
  llvm::SmallSetVector<llvm::BasicBlock *, 8> UseBlocks;
  /// The object's lifetime markers in each block, in its order.
  llvm::SmallMapVector<llvm::BasicBlock *,
                       llvm::SmallVector<llvm::Instruction *, 2>, 4>
      Markers;
  /// The blocks that the object is alive in where they start.
  llvm::SmallVector<llvm::BasicBlock *, 8> Alive;
  /// The blocks that the box is held in, or was where they are entered from;
  /// that of Point first. All that is computed stays within them and those that
  /// the object is alive in: the rest of the function costs nothing.
  llvm::SmallSetVector<llvm::BasicBlock *, 16> Reached;
  /// Only looked up, never iterated over.
  llvm::DenseMap<const llvm::BasicBlock *, BlockFacts> Facts;
  llvm::SmallVector<FreePoint, 2> FreePoints;
};

/// Calls \p Visit for each block in which a box that is taken before \p Point
/// and freed at \p FreePoints may be held, with the first instruction at which
/// it is, and the first at which it is not: null when it is held to the end.
/// The block of \p Point is visited twice when it is in a cycle.
void forEachHeld(
    llvm::Instruction &Point, llvm::ArrayRef<FreePoint> FreePoints,
    llvm::function_ref<void(llvm::BasicBlock &, llvm::Instruction *First,
                            llvm::Instruction *End)>
        Visit);

/// Returns the call that a return of \p Returned (null for none) in the place
/// of \p End turns into a jump, or null: one that is marked `tail` and has
/// nothing but markers between it and End. The mark promises that the callee
/// does not touch this frame's objects, so a box can be freed before it, and
/// must, or the call could not be a jump. A byval argument is read when the
/// call is made: such a call does not count. Nor does an intrinsic, which loses
/// nothing by not being a jump.
llvm::CallInst *findTailCall(llvm::Instruction &End,
                             const llvm::Value *Returned);

/// Returns the instruction of \p BB before which boxes are freed because the
/// block leaves the function, or null: its return, its resume, or the tail
/// call that replaces the frame.
llvm::Instruction *findExitPoint(llvm::BasicBlock &BB);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXSCOPE_H
