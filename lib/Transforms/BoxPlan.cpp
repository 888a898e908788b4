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

namespace {

/// Makes the plan of one function.
class BoxPlanner {
public:
  BoxPlanner(Function &F, const BoxPlanInputs &Inputs) : F(F), Inputs(Inputs) {}

  BoxPlan run(ArrayRef<FrameObject> Objects);

private:
  void decide(const Candidate &C);
  void fitFrame(ArrayRef<FrameObject> Rest);
  std::optional<HazardHit> findHazard(const Candidate &C);
  uint64_t getLimit(const Candidate &C) const;

  Function &F;
  const BoxPlanInputs &Inputs;
  BoxPlan Plan;
  /// The bytes of the frame's objects that no decision has moved.
  uint64_t FrameBytes = 0;
  /// The hazard of the function, when it was asked for.
  std::optional<std::optional<HazardHit>> OfFunction;
};

} // namespace

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

/// Returns a direct call of \p F, or null.
static const CallBase *findCall(const Function &F) {
  for (const Use &U : F.uses())
    if (const auto *Call = dyn_cast<CallBase>(U.getUser());
        Call && Call->isCallee(&U))
      return Call;
  return nullptr;
}

SmallVector<KeptObject, 1> findByValArguments(Function &F,
                                              const Limits &LimitsInForce) {
  SmallVector<KeptObject, 1> Kept;
  for (Argument &Arg : F.args()) {
    if (!Arg.hasByValAttr())
      continue;
    uint64_t Bytes =
        F.getDataLayout().getTypeAllocSize(Arg.getParamByValType());
    if (Bytes > LimitsInForce.Local)
      Kept.push_back(
          {nullptr, &Arg, Bytes, {Hazard::ByValArgument, findCall(F)}, false});
  }
  return Kept;
}

/// Returns the size up to which \p C, whose size or number only run time tells,
/// stays in the frame of \p F.
uint64_t BoxPlanner::getLimit(const Candidate &C) const {
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

/// Returns why \p C stays on the stack, or nothing.
std::optional<HazardHit> BoxPlanner::findHazard(const Candidate &C) {
  const AllocaInst &AI = *C.Object.Alloca;
  bool IsRequested = C.Reason == BoxReason::User;
  if (!IsRequested && isKeepRequested(AI))
    return HazardHit{Hazard::KeptByUser, &AI};
  // The object's own reason says more than its function's.
  if (std::optional<HazardHit> Hit = findObjectHazard(AI))
    if (!IsRequested || !isOverridable(Hit->Kind))
      return Hit;
  if (!OfFunction)
    OfFunction = findFunctionHazard(F, Inputs.TLI, Inputs.InModule);
  if (*OfFunction && !(IsRequested && isOverridable((*OfFunction)->Kind)))
    return *OfFunction;
  // The source is nearer to the object than the list. Which is asked last: it
  // notes what it made a difference to.
  if (!IsRequested && Inputs.Ignored && isIgnored(AI, *Inputs.Ignored))
    return HazardHit{Hazard::IgnoreListed, &AI};
  return std::nullopt;
}

/// Returns the bytes that \p Object fills in every frame of its function.
static uint64_t getFixedBytes(const FrameObject &Object) {
  return Object.Alloca->isStaticAlloca() ? Object.Bytes.value_or(0) : 0;
}

/// Keeps \p C for a hazard, or moves it.
void BoxPlanner::decide(const Candidate &C) {
  const FrameObject &Object = C.Object;
  if (std::optional<HazardHit> Hit = findHazard(C)) {
    Plan.Kept.push_back({Object.Alloca, nullptr, Object.Bytes, *Hit,
                         C.Reason == BoxReason::User});
    FrameBytes += getFixedBytes(Object);
  } else {
    Plan.Boxes.push_back({Object.Alloca, Object.Bytes, C.Reason, getLimit(C)});
  }
}

/// Moves objects of \p Rest, the largest first, until the frame is under its
/// limit. What fills it although it cannot move counts.
void BoxPlanner::fitFrame(ArrayRef<FrameObject> Rest) {
  if (FrameBytes <= Inputs.LimitsInForce.Frame)
    return;
  // Equal sizes keep the order of the function.
  SmallVector<unsigned, 8> Order = to_vector<8>(seq<unsigned>(Rest.size()));
  sort(Order, [&](unsigned L, unsigned R) {
    return std::tuple(*Rest[R].Bytes, L) < std::tuple(*Rest[L].Bytes, R);
  });
  for (unsigned Index : Order) {
    const FrameObject &Object = Rest[Index];
    if (FrameBytes <= Inputs.LimitsInForce.Frame ||
        *Object.Bytes < SmallestUsefulBox)
      return;
    FrameBytes -= *Object.Bytes;
    decide({Object, BoxReason::Frame});
  }
}

BoxPlan BoxPlanner::run(ArrayRef<FrameObject> Objects) {
  append_range(Plan.Kept, findByValArguments(F, Inputs.LimitsInForce));
  SmallVector<FrameObject, 8> Rest;
  for (const FrameObject &Object : Objects) {
    if (isSlot(*Object.Alloca))
      continue;
    if (isKept(*Object.Alloca)) {
      FrameBytes += getFixedBytes(Object);
    } else if (std::optional<BoxReason> Reason =
                   findReason(F, Object, Inputs)) {
      decide({Object, *Reason});
    } else if (getFixedBytes(Object) != 0) {
      Rest.push_back(Object);
      FrameBytes += *Object.Bytes;
    }
  }
  fitFrame(Rest);
  if (!Plan.Boxes.empty())
    placeBoxes(F, Inputs, Plan);
  return std::move(Plan);
}

BoxPlan computeBoxPlan(Function &F, ArrayRef<FrameObject> Objects,
                       const BoxPlanInputs &Inputs) {
  return BoxPlanner(F, Inputs).run(Objects);
}

} // namespace offstack
