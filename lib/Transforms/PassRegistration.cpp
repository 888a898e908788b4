//===- PassRegistration.cpp - Names and places of the passes --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parses pass names and parameters.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Transforms/PassRegistration.h"
#include "Offstack/Analysis/HazardsPrinter.h"
#include "Offstack/Analysis/RecursionClassifier.h"
#include "Offstack/Transforms/BoxAllocas.h"
#include "Offstack/Transforms/BoxVerifier.h"
#include "Offstack/Transforms/FrameCheck.h"
#include "Offstack/Transforms/ReportOptionError.h"
#include "Offstack/Transforms/UserNotes.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/WithColor.h"

using namespace llvm;

namespace offstack {

/// Returns \p Nearest completed from \p Source and the environment.
static Expected<OptionSet> complete(OptionSet Nearest,
                                    const OptionSource &Source) {
  Expected<OptionSet> Host = Source();
  if (!Host)
    return Host.takeError();
  Expected<OptionSet> Environment = OptionSet::fromEnvironment();
  if (!Environment)
    return Environment.takeError();
  Nearest.inherit(*Host);
  Nearest.inherit(*Environment);
  return Nearest;
}

Expected<OptionSet> readOptions(const OptionSource &Source) {
  return complete(OptionSet(), Source);
}

/// Returns the options of the pass name \p Name, as
/// "offstack-box<local=4K;frame=64K>".
static Expected<OptionSet> parsePassName(StringRef Name,
                                         const OptionSource &Source) {
  StringRef Parameters = Name;
  Parameters.consume_front("offstack-box");
  if (Parameters.consume_front("<") && !Parameters.consume_back(">"))
    return createStringError("missing '>' after the parameters of '" + Name +
                             "'");
  Expected<OptionSet> Given = OptionSet::parse(Parameters, ';');
  if (!Given)
    return Given.takeError();
  return complete(std::move(*Given), Source);
}

/// Adds the pass \p Name if it is one that takes no options.
static bool addPassWithoutOptions(StringRef Name, ModulePassManager &MPM) {
  if (Name == "offstack-verify")
    MPM.addPass(BoxVerifierPass());
  else if (Name == "print<offstack-boxes>")
    MPM.addPass(BoxPrinterPass(outs()));
  else if (Name == "print<offstack-hazards>")
    MPM.addPass(HazardsPrinterPass(outs()));
  else if (Name == "print<offstack-recursion>")
    MPM.addPass(RecursionPrinterPass(outs()));
  else
    return false;
  return true;
}

/// Calls \p AddPasses, through \p Wrap if there is one.
static void wrap(const PassWrapper &Wrap, ModulePassManager &MPM,
                 const OptionSet &Options, function_ref<void()> AddPasses) {
  if (Wrap)
    Wrap(MPM, Options, AddPasses);
  else
    AddPasses();
}

void registerOffstackPasses(PassBuilder &PB, OptionSource Source,
                            PassWrapper Wrap) {
  PB.registerPipelineParsingCallback(
      [Source, Wrap](StringRef Name, ModulePassManager &MPM,
                     ArrayRef<PassBuilder::PipelineElement>) {
        if (addPassWithoutOptions(Name, MPM))
          return true;
        if (Name != "offstack-box" && !Name.starts_with("offstack-box<"))
          return false;
        Expected<OptionSet> Options = parsePassName(Name, Source);
        if (!Options) {
          // The callback can only say no, after which the host calls the name
          // unknown: the reason has to be told here.
          WithColor::error(errs())
              << "offstack: " << toString(Options.takeError()) << '\n';
          return false;
        }
        wrap(Wrap, MPM, *Options,
             [&] { MPM.addPass(BoxAllocasPass(*Options)); });
        return true;
      });
}

// Adds the pass and the check of the frames that are made of what it leaves, or
// a pass that reports why there are no options to run it with.
void addOffstackPasses(ModulePassManager &MPM, const OptionSource &Source,
                       const KeptObjectHandler &ReportKept,
                       const std::optional<IgnoreList> &Shared,
                       bool IsInliningDone, const PassWrapper &Wrap) {
  Expected<OptionSet> Options = readOptions(Source);
  if (!Options) {
    MPM.addPass(ReportOptionErrorPass(toString(Options.takeError())));
    return;
  }
  if (!Options->Box.value_or(true))
    return;
  wrap(Wrap, MPM, *Options, [&] {
    MPM.addPass(BoxAllocasPass(*Options, ReportKept, Shared, IsInliningDone));
    MPM.addPass(FrameLimitPass(*Options));
  });
  registerFrameCheck();
}

static bool isBeforeLink(ThinOrFullLTOPhase Phase) {
  return Phase == ThinOrFullLTOPhase::ThinLTOPreLink ||
         Phase == ThinOrFullLTOPhase::FullLTOPreLink;
}

void registerOffstackPipeline(PassBuilder &PB, OptionSource Source,
                              KeptObjectHandler ReportKept,
                              std::optional<IgnoreList> Shared,
                              PassWrapper Wrap) {
  registerUserNotes(PB);
  PB.registerOptimizerLastEPCallback(
      [Source, ReportKept, Shared, Wrap](
          ModulePassManager &MPM, OptimizationLevel, ThinOrFullLTOPhase Phase) {
        // The pipelines of a link have no start.
        if (Phase == ThinOrFullLTOPhase::ThinLTOPostLink)
          MPM.addPass(UserNotesPass());
        addOffstackPasses(MPM, Source, ReportKept, Shared,
                          /*IsInliningDone=*/!isBeforeLink(Phase), Wrap);
      });
  PB.registerFullLinkTimeOptimizationLastEPCallback(
      [Source, ReportKept, Shared, Wrap](ModulePassManager &MPM,
                                         OptimizationLevel) {
        MPM.addPass(UserNotesPass());
        addOffstackPasses(MPM, Source, ReportKept, Shared,
                          /*IsInliningDone=*/true, Wrap);
      });
}

void registerUserNotes(PassBuilder &PB) {
  PB.registerPipelineStartEPCallback(
      [](ModulePassManager &MPM, OptimizationLevel) {
        MPM.addPass(UserNotesPass());
      });
}

} // namespace offstack
