//===- BoxPlan.cpp - Which objects are boxed, and where -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Limits first, then hazards; places are found in PlaceBoxes.cpp.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Analysis/UserRequests.h"
#include "Offstack/Support/IgnoreList.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "PlaceBoxes.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace offstack {

/// An object over a limit, or one that the user wants boxed.
struct Candidate {
  FrameObject Object;
  BoxReason Reason;
};

static std::optional<HazardHit>
findHazard(const Candidate &C, const std::optional<HazardHit> &OfFunction,
           const IgnoreList *Ignored);

/// Returns the bytes that \p C fills in the frame whatever the plan is, because
/// of a hazard of its own. Where the function has one nothing moves.
static uint64_t getLastingBytes(const Candidate &C,
                                const BoxPlanInputs &Inputs) {
  bool Stays = C.Object.Bytes && C.Object.Alloca->isStaticAlloca() &&
               findHazard(C, std::nullopt, Inputs.Ignored);
  return Stays ? *C.Object.Bytes : 0;
}

/// Returns the limit that \p Bytes breaks alone, or nothing.
static std::optional<BoxReason> findBrokenLimit(const Function &F,
                                                uint64_t Bytes,
                                                const BoxPlanInputs &Inputs) {
  if (Bytes > Inputs.LimitsInForce.Local)
    return BoxReason::Local;
  if (Bytes > Inputs.LimitsInForce.RecursiveLocal && Inputs.IsRecursive(F))
    return BoxReason::RecursiveLocal;
  return std::nullopt;
}

/// Returns why \p Object of \p F is to be boxed whatever else the frame holds,
/// or nothing.
static std::optional<BoxReason> findReason(const Function &F,
                                           const FrameObject &Object,
                                           const BoxPlanInputs &Inputs) {
  if (Object.Bytes != 0u && isBoxRequested(*Object.Alloca))
    return BoxReason::User;
  std::optional<uint64_t> Most = Object.Bytes ? Object.Bytes : Object.MostBytes;
  std::optional<BoxReason> Reason;
  if (!Most)
    Reason = BoxReason::RunTimeSize;
  else if ((Reason = findBrokenLimit(F, *Most, Inputs)) && !Object.Bytes)
    Reason = BoxReason::RunTimeSize;
  // Many small ones are a large one, if a loop takes them.
  if (!Reason && Most != 0u && !Object.Alloca->isStaticAlloca())
    Reason = BoxReason::Repetition;
  return Reason;
}

/// Returns the objects that the user wants boxed, and those that break a limit:
/// alone, or, largest first, in a frame that is too large without those. What
/// such an object fills although it cannot move counts.
static SmallVector<Candidate, 8> selectCandidates(const Function &F,
                                                  ArrayRef<FrameObject> Objects,
                                                  const BoxPlanInputs &Inputs) {
  SmallVector<Candidate, 8> Candidates;
  SmallVector<FrameObject, 8> Rest;
  uint64_t RestBytes = 0;
  for (const FrameObject &Object : Objects) {
    if (isSlot(*Object.Alloca))
      continue;
    if (isKept(*Object.Alloca)) {
      RestBytes += getLastingBytes({Object, BoxReason::Frame}, Inputs);
      continue;
    }
    if (std::optional<BoxReason> Reason = findReason(F, Object, Inputs)) {
      Candidates.push_back({Object, *Reason});
    } else if (Object.Bytes) {
      Rest.push_back(Object);
      RestBytes += *Object.Bytes;
    }
  }
  for (const Candidate &C : Candidates)
    RestBytes += getLastingBytes(C, Inputs);
  if (RestBytes <= Inputs.LimitsInForce.Frame)
    return Candidates;
  // Equal sizes keep the order of the function.
  SmallVector<unsigned, 8> Order = to_vector<8>(seq<unsigned>(Rest.size()));
  sort(Order, [&](unsigned L, unsigned R) {
    return std::tuple(*Rest[R].Bytes, L) < std::tuple(*Rest[L].Bytes, R);
  });
  for (unsigned Index : Order) {
    const FrameObject &Object = Rest[Index];
    if (RestBytes <= Inputs.LimitsInForce.Frame ||
        *Object.Bytes < SmallestUsefulBox)
      break;
    Candidates.push_back({Object, BoxReason::Frame});
    RestBytes -= *Object.Bytes - getLastingBytes(Candidates.back(), Inputs);
  }
  return Candidates;
}

/// Adds to \p Plan the by-value arguments over the limit: the caller's call
/// sequence puts them on the stack, so nothing here can move them.
static void keepByValArguments(Function &F, const BoxPlanInputs &Inputs,
                               BoxPlan &Plan) {
  const DataLayout &DL = F.getDataLayout();
  for (Argument &Arg : F.args()) {
    if (!Arg.hasByValAttr())
      continue;
    uint64_t Bytes = DL.getTypeAllocSize(Arg.getParamByValType());
    if (Bytes > Inputs.LimitsInForce.Local)
      Plan.Kept.push_back(
          {nullptr, &Arg, Bytes, {Hazard::ByValArgument, nullptr}, false});
  }
}

/// Returns the size up to which \p C, whose size or number only run time tells,
/// stays in the frame of \p F.
static uint64_t getLimit(const Function &F, const Candidate &C,
                         const BoxPlanInputs &Inputs) {
  if (C.Reason == BoxReason::User)
    return 0;
  if (C.Object.Alloca->isStaticAlloca() && C.Object.Bytes)
    return 0;
  const Limits &InForce = Inputs.LimitsInForce;
  return Inputs.IsRecursive(F) ? InForce.RecursiveLocal : InForce.Local;
}

/// Returns true if \p Ignored names \p AI, its function or its file.
static bool isIgnored(const AllocaInst &AI, const IgnoreList &Ignored) {
  const Function &F = *AI.getFunction();
  const Module &M = *F.getParent();
  std::string Variable = findVariableName(AI);
  StringRef File = M.getSourceFileName();
  if (const DISubprogram *Subprogram = F.getSubprogram())
    File = Subprogram->getFilename();
  return Ignored.contains(BoxSection,
                          {F.getName(), Variable, File, M.getSourceFileName()});
}

/// Returns why \p C stays on the stack, or nothing. \p OfFunction is the hazard
/// of its function.
static std::optional<HazardHit>
findHazard(const Candidate &C, const std::optional<HazardHit> &OfFunction,
           const IgnoreList *Ignored) {
  bool IsRequested = C.Reason == BoxReason::User;
  // The source is nearer to the object than the list.
  if (!IsRequested && isKeepRequested(*C.Object.Alloca))
    return HazardHit{Hazard::KeptByUser, C.Object.Alloca};
  if (!IsRequested && Ignored && isIgnored(*C.Object.Alloca, *Ignored))
    return HazardHit{Hazard::IgnoreListed, C.Object.Alloca};
  // The object's own reason says more than its function's.
  if (std::optional<HazardHit> Hit = findObjectHazard(*C.Object.Alloca))
    if (!IsRequested || !isOverridable(Hit->Kind))
      return Hit;
  if (IsRequested && OfFunction && isOverridable(OfFunction->Kind))
    return std::nullopt;
  return OfFunction;
}

BoxPlan computeBoxPlan(Function &F, ArrayRef<FrameObject> Objects,
                       const BoxPlanInputs &Inputs) {
  BoxPlan Plan;
  keepByValArguments(F, Inputs, Plan);
  SmallVector<Candidate, 8> Candidates = selectCandidates(F, Objects, Inputs);
  if (Candidates.empty())
    return Plan;
  std::optional<HazardHit> OfFunction =
      findFunctionHazard(F, Inputs.TLI, Inputs.InModule);
  for (const Candidate &C : Candidates) {
    if (std::optional<HazardHit> Hit =
            findHazard(C, OfFunction, Inputs.Ignored))
      Plan.Kept.push_back({C.Object.Alloca, nullptr, C.Object.Bytes, *Hit,
                           C.Reason == BoxReason::User});
    else
      Plan.Boxes.push_back(
          {C.Object.Alloca, C.Object.Bytes, C.Reason, getLimit(F, C, Inputs)});
  }
  if (!Plan.Boxes.empty())
    placeBoxes(F, Inputs.TLI, Plan);
  return Plan;
}

} // namespace offstack
