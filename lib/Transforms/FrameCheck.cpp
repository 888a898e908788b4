//===- FrameCheck.cpp - Is every frame under the limit? -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A machine pass, behind the one that lays frames out.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/FrameCheck.h"
#include "Offstack/Analysis/UserRequests.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/FrameRemarks.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/IR/Module.h"
#include "llvm/PassRegistry.h"
#include "llvm/Target/RegisterTargetPassConfigCallback.h"

using namespace llvm;

namespace offstack {

PreservedAnalyses FrameLimitPass::run(Module &M, ModuleAnalysisManager &) {
  Limits LimitsInForce = Options.resolveLimits(M.getTargetTriple());
  bool IsEnabled =
      !Options.isDisabled(getDiagnosticName(Diagnostic::FrameOverLimit));
  // The mark also says that the pass has been here (LateBoxing.h).
  for (Function &F : M)
    if (!F.isDeclaration())
      markFrameLimit(F, IsEnabled ? LimitsInForce.replace(findBudget(F)).Frame
                                  : std::numeric_limits<uint64_t>::max());
  return PreservedAnalyses::all();
}

/// The name by which the two plugins, which share nothing else, find out that
/// the check is there.
static constexpr StringLiteral CheckName = "offstack-frame-check";

namespace {

/// Reads one function and has no state: hosts generate code in many threads.
class FrameCheck : public MachineFunctionPass {
public:
  static char ID;

  FrameCheck() : MachineFunctionPass(ID) {}

  bool runOnMachineFunction(MachineFunction &MF) override {
    std::optional<uint64_t> Limit = findFrameLimit(MF.getFunction());
    if (Limit && MF.getFrameInfo().getStackSize() > *Limit)
      emitFrameRemark(MF, *Limit);
    return false;
  }

  void getAnalysisUsage(AnalysisUsage &Usage) const override {
    Usage.setPreservesAll();
    MachineFunctionPass::getAnalysisUsage(Usage);
  }

  StringRef getPassName() const override { return "Offstack frame check"; }
};

} // namespace

char FrameCheck::ID = 0;

static void addFrameCheck(TargetMachine &, PassManagerBase &,
                          TargetPassConfig *Config) {
  Config->insertPass(&PrologEpilogCodeInserterID, &FrameCheck::ID);
}

/// Returns true, so that it can initialise a variable. A thread that generates
/// code has come through here before, with the pipeline of its module, so that
/// none reads LLVM's list of callbacks while it grows.
static bool registerOnce() {
  PassRegistry &Registry = *PassRegistry::getPassRegistry();
  if (Registry.getPassInfo(CheckName))
    return true; // The other plugin was first.
  // Never destroyed: what they are registered with may still refer to them when
  // the process ends.
  Registry.registerPass(*new PassInfo(
      "Offstack frame check", CheckName, &FrameCheck::ID,
      callDefaultCtor<FrameCheck>, /*isCFGOnly=*/true, /*is_analysis=*/true));
  static const auto *Callback =
      new RegisterTargetPassConfigCallback(addFrameCheck);
  (void)Callback;
  return true;
}

void registerFrameCheck() {
  static const bool IsRegistered = registerOnce();
  (void)IsRegistered;
}

} // namespace offstack
