//===- ObjectHazards.cpp - Why one object stays on the stack --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the hazards of one object: what its alloca is, then what is done with
// its address, followed through instructions that compute one pointer from
// another.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/BoxHazards.h"
#include "Offstack/Analysis/RealtimeNotes.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Statepoint.h"

using namespace llvm;

namespace offstack {

static std::optional<Hazard> findAllocaHazard(const AllocaInst &AI) {
  if (AI.isSwiftError())
    return Hazard::SwiftError;
  if (AI.isUsedWithInAlloca())
    return Hazard::ArgumentMemory;
  // malloc returns a pointer to address space 0.
  if (AI.getAddressSpace() != 0)
    return Hazard::AddressSpace;
  return std::nullopt;
}

/// Returns true if the result of \p U can be an address in the object that its
/// operand is an address in.
static bool isDerivedPointer(const User &U) {
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(&U)) {
    switch (Intrinsic->getIntrinsicID()) {
    case Intrinsic::adjust_trampoline:
    case Intrinsic::launder_invariant_group:
    case Intrinsic::ptrmask:
    case Intrinsic::strip_invariant_group:
      return true;
    default:
      return false;
    }
  }
  // Integers too: trampolines are aligned by hand.
  return isa<GetElementPtrInst, CastInst, PHINode, SelectInst, FreezeInst,
             BinaryOperator>(U);
}

static std::optional<Hazard> findIntrinsicHazard(const IntrinsicInst &Call,
                                                 const Use &U) {
  switch (Call.getIntrinsicID()) {
  case Intrinsic::init_trampoline:
    // The second and third arguments are the function and its static chain:
    // the chain is data, and often a struct of the frame.
    if (Call.getArgOperandNo(&U) == 0)
      return Hazard::TrampolineStorage;
    return std::nullopt;
  case Intrinsic::localescape:
    return Hazard::LocalEscape;
  case Intrinsic::gcroot:
    return Hazard::GCRoot;
  case Intrinsic::experimental_stackmap:
  case Intrinsic::experimental_patchpoint:
  case Intrinsic::experimental_patchpoint_void:
  case Intrinsic::experimental_gc_statepoint:
    return Hazard::FrameRecord;
  default:
    return std::nullopt;
  }
}

static std::optional<Hazard> findBundleHazard(const CallBase &Call,
                                              const Use &U) {
  if (!Call.isBundleOperand(&U))
    return std::nullopt;
  switch (Call.getOperandBundleForOperand(U.getOperandNo()).getTagID()) {
  case LLVMContext::OB_deopt:
  case LLVMContext::OB_gc_live:
    return Hazard::FrameRecord;
  default:
    return std::nullopt;
  }
}

static std::optional<Hazard> findArgumentHazard(const CallBase &Call,
                                                const Use &U) {
  unsigned Index = Call.getArgOperandNo(&U);
  if (Call.paramHasAttr(Index, Attribute::InAlloca) ||
      Call.paramHasAttr(Index, Attribute::Preallocated))
    return Hazard::ArgumentMemory;
  if (Call.isMustTailCall() && Call.isByValArgument(Index))
    return Hazard::MustTailByVal;
  return std::nullopt;
}

/// Returns the hazard of using an object's address as \p U of a call.
static std::optional<Hazard> findUseHazard(const Use &U) {
  if (isa<CatchPadInst>(U.getUser()))
    return Hazard::CatchObject;
  const auto *Call = dyn_cast<CallBase>(U.getUser());
  if (!Call)
    return std::nullopt;
  if (Call->isCallee(&U))
    return Hazard::TrampolineStorage;
  if (std::optional<Hazard> Kind = findBundleHazard(*Call, U))
    return Kind;
  if (!Call->isArgOperand(&U))
    return std::nullopt;
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(Call))
    if (std::optional<Hazard> Kind = findIntrinsicHazard(*Intrinsic, U))
      return Kind;
  return findArgumentHazard(*Call, U);
}

std::optional<HazardHit> findObjectHazard(const AllocaInst &AI) {
  if (std::optional<Hazard> Kind = findAllocaHazard(AI))
    return HazardHit{*Kind, &AI};
  SmallPtrSet<const User *, 16> Seen;
  SmallVector<const Instruction *, 16> Worklist = {&AI};
  while (!Worklist.empty())
    for (const Use &U : Worklist.pop_back_val()->uses()) {
      if (std::optional<Hazard> Kind = findUseHazard(U))
        return HazardHit{*Kind, cast<Instruction>(U.getUser())};
      if (isDerivedPointer(*U.getUser()) && Seen.insert(U.getUser()).second)
        Worklist.push_back(cast<Instruction>(U.getUser()));
    }
  // The one that a user can override comes last.
  if (isRealtime(AI))
    return HazardHit{Hazard::RealtimeFunction, &AI};
  return std::nullopt;
}

} // namespace offstack
