//===- LateBoxing.cpp - Boxes where no pipeline has run -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the passes of the plugin from within a pass of the code generator.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/LateBoxing.h"
#include "Offstack/Analysis/AnalysisManagers.h"
#include "Offstack/Transforms/BoxMarks.h"
#include "Offstack/Transforms/UserNotes.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/Pass.h"
#include "llvm/Target/RegisterTargetPassConfigCallback.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

namespace offstack {

/// Returns true if a pipeline has left its marks in \p M. What the link has
/// imported from other modules says nothing.
static bool hasSeenPipeline(const Module &M) {
  return any_of(M, [](const Function &F) {
    return !F.isDeclaration() && !F.hasAvailableExternallyLinkage() &&
           findFrameLimit(F);
  });
}

namespace {

/// Reads one module and has no state: hosts generate code in many threads.
class LateBoxing : public ModulePass {
public:
  static char ID;

  LateBoxing(TargetMachine &Target, const OptionSource &Source,
             PassWrapper Wrap)
      : ModulePass(ID), Target(Target), Source(Source), Wrap(std::move(Wrap)) {}

  bool runOnModule(Module &M) override;

  StringRef getPassName() const override { return "Offstack late boxing"; }

private:
  TargetMachine &Target;
  const OptionSource &Source;
  PassWrapper Wrap;
};

} // namespace

char LateBoxing::ID = 0;

bool LateBoxing::runOnModule(Module &M) {
  if (hasSeenPipeline(M))
    return false;
  AnalysisManagers Managers{PassBuilder(&Target)};
  ModulePassManager Passes;
  Passes.addPass(UserNotesPass());
  addOffstackPasses(Passes, Source, /*ReportKept=*/nullptr,
                    /*Shared=*/std::nullopt, /*IsInliningDone=*/true, Wrap);
  return !Passes.run(M, Managers.Modules).areAllPreserved();
}

void registerLateBoxing(OptionSource Source, PassWrapper (*MakeWrapper)()) {
  // Never destroyed: hosts may still generate code when the process ends.
  static const auto *Callback = new RegisterTargetPassConfigCallback(
      [Source = std::move(Source), MakeWrapper](TargetMachine &Target,
                                                legacy::PassManagerBase &Passes,
                                                TargetPassConfig *) {
        Passes.add(new LateBoxing(Target, Source,
                                  MakeWrapper ? MakeWrapper() : nullptr));
      });
  (void)Callback;
}

} // namespace offstack
