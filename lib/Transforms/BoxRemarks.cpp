//===- BoxRemarks.cpp - Tells what was moved and what was kept ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words the remarks.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/BoxRemarks.h"
#include "Offstack/Analysis/DirectCallGraph.h"
#include "Offstack/Analysis/UserRequests.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Support/ByteSize.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/BoxPlan.h"
#include "Offstack/Transforms/LostBoxes.h"
#include "Offstack/Transforms/RarePaths.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/Demangle/Demangle.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/LLVMContext.h"

using namespace llvm;

namespace offstack {

using ore::NV;

/// Returns words for \p Witness, as "call to 'setjmp' at line 3".
static std::string describeInstruction(const Instruction &Witness) {
  std::string Text;
  const auto *Call = dyn_cast<CallBase>(&Witness);
  if (Call && Call->isInlineAsm())
    Text = "inline assembly";
  else if (Call && Call->getCalledFunction())
    Text = ("call to '" + Call->getCalledFunction()->getName() + "'").str();
  else
    Text = ("'" + Twine(Witness.getOpcodeName()) + "'").str();
  if (const DebugLoc &Loc = Witness.getDebugLoc())
    Text += " at line " + std::to_string(Loc.getLine());
  return Text;
}

/// Returns words for the instruction that is the reason of a hazard, as
/// " (call to 'setjmp')"; empty when it is the object itself.
static std::string describeWitness(const KeptObject &Kept) {
  const Instruction *Witness = Kept.Hit.Witness;
  if (!Witness || isa<AllocaInst>(Witness))
    return "";
  std::string Text = describeInstruction(*Witness);
  // The caller is who has to change.
  if (Kept.ByValArgument)
    Text += " in '" + demangle(Witness->getFunction()->getName()) + "'";
  return " (" + Text + ")";
}

/// Returns words for how \p Lost gets lost, and what to do.
static std::string describeLoss(const LostBox &Lost) {
  const Function *Culprit = Lost.Skip.Culprit;
  std::string Text = describeInstruction(*Lost.Call);
  if (findDirectCallee(*Lost.Call) == Culprit)
    Text += " leaves";
  else
    Text += (" may lead to '" + Culprit->getName() + "', which leaves").str();
  Text += " the frame without freeing it; ";
  switch (Lost.Skip.Kind) {
  case SkipKind::Jump:
    return Text + "return an error instead, or take the object in the function "
                  "that calls setjmp";
  case SkipKind::ThreadExit:
    return Text + "compile with '-fexceptions', or return instead";
  }
  llvm_unreachable("all kinds are covered");
}

static std::string describeReason(const PlannedBox &Box, const Limits &Limits) {
  if (Box.IsChain && Box.Reason != BoxReason::User)
    return "when the loop has taken more than " +
           formatByteSize(Box.LimitBytes);
  switch (Box.Reason) {
  case BoxReason::Local:
    return "over the limit of " + formatByteSize(Limits.Local);
  case BoxReason::RecursiveLocal:
    return "over the limit of " + formatByteSize(Limits.RecursiveLocal) +
           " for a recursive function";
  case BoxReason::Frame:
    return "the frame is over the limit of " + formatByteSize(Limits.Frame);
  case BoxReason::RunTimeSize:
    return "when it is over the limit of " + formatByteSize(Box.LimitBytes) +
           " at run time";
  case BoxReason::Repetition:
    break; // A chain.
  case BoxReason::User:
    return "the user asked for it";
  }
  llvm_unreachable("all reasons are covered");
}

/// Returns the place of \p AI, or that of its function.
static DiagnosticLocation findPlace(const Function &F, const AllocaInst *AI) {
  if (AI)
    if (DebugLoc Loc = findVariableLocation(*AI); Loc && Loc.getLine())
      return Loc;
  return F.getSubprogram();
}

/// Returns the name of \p Argument, or its place where clang dropped the name.
static std::string describeArgument(const Argument &Argument) {
  if (Argument.hasName())
    return Argument.getName().str();
  return "argument " + std::to_string(Argument.getArgNo() + 1);
}

/// Adds "'name' (8192 bytes)", or without bytes where only run time tells.
static void addObject(DiagnosticInfoOptimizationBase &Remark, StringRef Name,
                      std::optional<uint64_t> Bytes) {
  Remark << "'" << NV("Variable", Name) << "'";
  if (Bytes)
    Remark << " (" << NV("Bytes", *Bytes) << " bytes)";
}

static void emitMoved(OptimizationRemarkEmitter &ORE, const BoxPlan &Plan,
                      const PlannedBox &Box, const Limits &Limits,
                      const OptionSet &Options) {
  const AllocaInst &AI = *Box.Alloca;
  // The user declared the whole, in the whole function: these are told of.
  if (Plan.Wholes.contains(&AI) || isRarePath(*AI.getFunction()))
    return;
  bool IsUsed = Box.AllocationPoint;
  StringRef RemarkName =
      getDiagnosticName(IsUsed ? Diagnostic::Boxed : Diagnostic::Removed);
  if (Options.isDisabled(RemarkName))
    return;
  ORE.emit([&] {
    OptimizationRemark Remark(BoxPassName, RemarkName,
                              findPlace(*AI.getFunction(), &AI),
                              AI.getParent());
    addObject(Remark, findVariableName(AI), Box.Bytes);
    Remark << (IsUsed ? " is boxed: " : " is removed, nothing uses it: ")
           << NV("Reason", describeReason(Box, Limits)) << " (offstack-"
           << RemarkName << ")";
    return Remark;
  });
}

/// Returns the reason of the row, and the user's own where there is one.
static std::string describeHazardReason(const KeptObject &Kept) {
  std::string Reason = getHazardRow(Kept.Hit.Kind).Reason.str();
  if (Kept.Hit.Kind == Hazard::KeptByUser)
    if (auto Request = findUserRequest(*Kept.Alloca);
        Request && !Request->Reason.empty())
      Reason += (": " + Request->Reason).str();
  return Reason;
}

std::string describeObject(const KeptObject &Kept) {
  return Kept.Alloca ? findVariableName(*Kept.Alloca)
                     : describeArgument(*Kept.ByValArgument);
}

std::string describeHazard(const KeptObject &Kept) {
  return (describeHazardReason(Kept) + describeWitness(Kept) + " (offstack-" +
          getHazardRow(Kept.Hit.Kind).Name + ")")
      .str();
}

void warnOfImpossibleBox(const KeptObject &Kept) {
  const Function &F = *Kept.Alloca->getFunction();
  std::string Text = "offstack: '" + describeObject(Kept) +
                     "' stays on the stack although a box is asked for: " +
                     describeHazard(Kept) + " (offstack-" +
                     getDiagnosticName(Diagnostic::BoxImpossible).str() + ")";
  Twine Message(Text);
  F.getContext().diagnose(DiagnosticInfoGenericWithLoc(
      Message, F, findPlace(F, Kept.Alloca), DS_Warning));
}

void emitKeptRemark(Function &F, const KeptObject &Kept) {
  OptimizationRemarkEmitter ORE(&F);
  const HazardRow &Row = getHazardRow(Kept.Hit.Kind);
  ORE.emit([&] {
    OptimizationRemarkMissed Remark(
        BoxPassName, Row.Name, findPlace(F, Kept.Alloca), &F.getEntryBlock());
    addObject(Remark, describeObject(Kept), Kept.Bytes);
    Remark << " is kept on the stack: "
           << NV("Reason", describeHazardReason(Kept))
           << NV("Witness", describeWitness(Kept)) << " (offstack-"
           << NV("Hazard", Row.Name) << ")";
    return Remark;
  });
}

void emitBoxRemarks(Function &F, const BoxPlan &Plan, const Limits &Limits,
                    const OptionSet &Options) {
  OptimizationRemarkEmitter ORE(&F);
  for (const PlannedBox &Box : Plan.Boxes) {
    emitMoved(ORE, Plan, Box, Limits, Options);
    for (const PlannedBox &Merged : Box.Merged)
      emitMoved(ORE, Plan, Merged, Limits, Options);
  }
  for (const KeptObject &Kept : Plan.Kept) {
    emitKeptRemark(F, Kept);
    if (Kept.Alloca)
      markKept(*Kept.Alloca, getHazardRow(Kept.Hit.Kind).Name);
  }
}

bool wantsLostBoxRemarks(const LLVMContext &Context) {
  return Context.getLLVMRemarkStreamer() ||
         Context.getDiagHandlerPtr()->isAnalysisRemarkEnabled(BoxPassName);
}

void emitLostBoxRemarks(Function &F, ArrayRef<LostBox> Lost) {
  OptimizationRemarkEmitter ORE(&F);
  StringRef Name = getDiagnosticName(Diagnostic::LostBox);
  for (const LostBox &L : Lost) {
    const AllocaInst &AI = *L.Box->Alloca;
    OptimizationRemarkAnalysis Remark(BoxPassName, Name, findPlace(F, &AI),
                                      L.Call->getParent());
    addObject(Remark, findVariableName(AI), L.Box->Bytes);
    Remark << " is in a box that may be lost: " << NV("Reason", describeLoss(L))
           << " (offstack-" << Name << ")";
    ORE.emit(Remark);
  }
}

void remarkCacheUnavailable(Function &F, StringRef Reason) {
  OptimizationRemarkEmitter ORE(&F);
  ORE.emit([&] {
    StringRef Name = getDiagnosticName(Diagnostic::CacheUnavailable);
    OptimizationRemarkMissed Remark(BoxPassName, Name, findPlace(F, nullptr),
                                    &F.getEntryBlock());
    Remark << "boxes of '" << NV("Function", demangle(F.getName()))
           << "' come from malloc, not from the cache: " << NV("Reason", Reason)
           << " (offstack-" << Name << ")";
    return Remark;
  });
}

} // namespace offstack
