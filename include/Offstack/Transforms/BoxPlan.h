//===- BoxPlan.h - Which objects are boxed, and where --------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides, without touching the IR: which objects move, where each box is
// taken, where it is freed, which calls must be able to free it when they
// unwind, and which objects stay and why.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_BOXPLAN_H
#define OFFSTACK_TRANSFORMS_BOXPLAN_H

#include "Offstack/Analysis/BoxHazards.h"
#include "Offstack/Analysis/FrameObjects.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Transforms/BoxScope.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace llvm {
class Argument;
class CallInst;
class LandingPadInst;
} // namespace llvm

namespace offstack {

class IgnoreList;

/// The limit that an object breaks, or that the user asked for its box.
enum class BoxReason {
  Local,
  RecursiveLocal,
  Frame,
  RunTimeSize, ///< Perhaps Local or RecursiveLocal: run time tells.
  Repetition,  ///< The same for all objects together that a loop takes.
  User
};

/// One object that moves.
struct PlannedBox {
  llvm::AllocaInst *Alloca;
  /// Nothing when only run time tells: there is a test then, and the object
  /// stays on the stack when it is not larger than LimitBytes.
  std::optional<uint64_t> Bytes;
  BoxReason Reason;
  uint64_t LimitBytes = 0;
  /// The alloca runs again while earlier objects of it are held: those that
  /// take no more than LimitBytes together stay on the stack, the others have a
  /// chain of boxes, which is freed as a whole.
  bool IsChain = false;
  /// The box is taken before this instruction, which dominates every use. It is
  /// in no cycle, unless it is a dynamic alloca that is released in it. Null
  /// when nothing uses the object: it is removed.
  llvm::Instruction *AllocationPoint = nullptr;
  /// The instructions before which the box is taken if it has not been; empty
  /// when it is at AllocationPoint, which dominates them all.
  llvm::SmallVector<llvm::Instruction *, 0> DemandPoints = {};
  /// Where the box is freed if it was taken: one on each way from
  /// AllocationPoint out of the function.
  llvm::SmallVector<FreePoint, 2> FreePoints = {};
  /// Some free may find the box not taken, or freed already, and so has to look
  /// up what it frees.
  bool NeedsHandle = false;
  /// How far behind the start of its box the object is. Objects of a box that
  /// are never alive together can have the same offset.
  uint64_t OffsetBytes = 0;
  /// The objects that are in this box, too: they are taken and freed with it,
  /// and nothing but their allocas, sizes, offsets and reasons counts.
  std::vector<PlannedBox> Merged = {};
};

/// One object that stays although it breaks a limit or was asked to move.
struct KeptObject {
  /// Exactly one of the two is set.
  llvm::AllocaInst *Alloca = nullptr;
  llvm::Argument *ByValArgument = nullptr;
  /// Nothing when only run time tells.
  std::optional<uint64_t> Bytes;
  HazardHit Hit;
  /// The user asked for a box: that there is none is worth a warning.
  bool IsBoxRequested = false;
};

/// The object that a user declared, by those that it was split into besides
/// itself. Only looked up, never iterated over.
using ObjectParts =
    llvm::DenseMap<const llvm::AllocaInst *, const llvm::AllocaInst *>;

/// All decisions for one function.
struct BoxPlan {
  llvm::SmallVector<PlannedBox, 4> Boxes;
  llvm::SmallVector<KeptObject, 4> Kept;
  /// Calls that may unwind past a live box and have nowhere to unwind to.
  llvm::SmallSetVector<llvm::CallInst *, 8> CallsToInvoke;
  /// Landing pads that an exception may pass by while a box is live, because
  /// no clause matches it: they must be entered for every exception.
  llvm::SmallSetVector<llvm::LandingPadInst *, 4> PadsToEnter;
  /// Some objects share bytes. They have different types, perhaps, and what
  /// the IR says of types and scopes would order accesses to them wrongly.
  bool SharesBytes = false;
  /// What was split before: the whole that an object is a part of, by the part
  /// (ExclusivePaths.h).
  ObjectParts Wholes;
};

/// What a plan is made from, besides the function.
struct BoxPlanInputs {
  const Limits &LimitsInForce;
  const ModuleHazards &InModule;
  const llvm::TargetLibraryInfo &TLI;
  /// Returns true if the function can be on the stack many times. Asked only
  /// when the answer matters.
  llvm::function_ref<bool(const llvm::Function &)> IsRecursive;
  /// What the user has ignored by a file, or null.
  const IgnoreList *Ignored = nullptr;
  /// Nothing is inlined any more. Code that is inlined into a function after
  /// its objects have come to share bytes takes them for different memory.
  bool IsInliningDone = true;
};

/// Returns the by-value arguments of \p F that are over the limit, with a call
/// that passes them as the witness: nothing in F can move them. F may be a
/// declaration.
llvm::SmallVector<KeptObject, 1>
findByValArguments(llvm::Function &F, const Limits &LimitsInForce);

/// Returns the plan for \p F, whose objects are \p Objects.
BoxPlan computeBoxPlan(llvm::Function &F, llvm::ArrayRef<FrameObject> Objects,
                       const BoxPlanInputs &Inputs);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_BOXPLAN_H
