//===- OffstackPass.cpp - The plugin for opt, clang, rustc, flang, lld ----===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers the pass under its names and at the end of every pipeline. The only
// place with command-line options: static registration belongs to one module.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Analysis/HostErrors.h"
#include "Offstack/Analysis/RecursionRemarks.h"
#include "Offstack/Analysis/RecursionWarnings.h"
#include "Offstack/Report/RemarkPasses.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Transforms/BoxAllocas.h"
#include "Offstack/Transforms/LateBoxing.h"
#include "Offstack/Transforms/PassRegistration.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Plugins/PassPlugin.h"
#include "llvm/Support/CommandLine.h"

using namespace llvm;
using namespace offstack;

/// The option "-offstack-<name>" of each row. Text, so that a value is read,
/// and a bad one refused, in one place for all hosts.
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  static cl::opt<std::string> Option##Id("offstack-" Name, cl::Hidden,         \
                                         cl::ValueOptional, cl::desc(Help),    \
                                         cl::value_desc(Syntax));
#include "Offstack/Registry/Options.def"

/// Returns what the command line gave.
static Expected<OptionSet> readCommandLine() {
  OptionSet Set;
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  if (Option##Id.getNumOccurrences())                                          \
    if (Error Failure = Set.set(Name, Option##Id))                             \
      return std::move(Failure);
#include "Offstack/Registry/Options.def"
  return Set;
}

static void handleError(Module &M, Error Failure) {
  reportHostError(M, toString(std::move(Failure)));
}

/// The report on one module, empty until a pass is added that has options for
/// one.
using SharedReport = std::shared_ptr<std::shared_ptr<RemarkReport>>;

/// Returns a wrapper for the passes on one module that writes what the options
/// 'report' and 'baseline' ask for.
static PassWrapper makeReportWrapper(SharedReport Shared) {
  return [Shared](ModulePassManager &MPM, const OptionSet &Options,
                  function_ref<void()> AddPasses) {
    if (!Options.Reports && !Options.BaselineFile)
      return AddPasses();
    if (!*Shared)
      *Shared = std::make_shared<RemarkReport>(Options);
    MPM.addPass(RemarkPass(RemarkStep::Begin, *Shared, handleError));
    AddPasses();
    MPM.addPass(RemarkPass(RemarkStep::End, *Shared, handleError));
  };
}

/// The same, for a module that is seen once.
static PassWrapper makeOwnWrapper() {
  return makeReportWrapper(std::make_shared<std::shared_ptr<RemarkReport>>());
}

/// Adds the remarks on recursion to \p MPM and, if \p Warns, the warnings.
static void addRecursion(ModulePassManager &MPM, SharedReport Shared,
                         bool Warns) {
  Expected<OptionSet> Options = readOptions(readCommandLine);
  if (!Options) {
    // What is wrong with the options is told where boxes are added.
    consumeError(Options.takeError());
    return;
  }
  auto Wants = [Shared](const DiagnosticInfoOptimizationBase &Remark) {
    return !*Shared || (*Shared)->warnOf(Remark);
  };
  makeReportWrapper(Shared)(MPM, *Options, [&] {
    MPM.addPass(RecursionRemarksPass());
    if (Warns)
      MPM.addPass(RecursionWarningsPass(*Options, Wants));
  });
}

/// Adds the remarks on recursion, by name and where nothing is optimised yet,
/// and there the warnings, too.
static void registerRecursion(PassBuilder &PB, SharedReport Shared) {
  PB.registerPipelineParsingCallback(
      [Shared](StringRef Name, ModulePassManager &MPM,
               ArrayRef<PassBuilder::PipelineElement>) {
        if (Name != "offstack-recursion")
          return false;
        addRecursion(MPM, Shared, /*Warns=*/false);
        return true;
      });
  PB.registerPipelineStartEPCallback(
      [Shared](ModulePassManager &MPM, OptimizationLevel) {
        addRecursion(MPM, Shared, /*Warns=*/true);
      });
}

extern "C" LLVM_ATTRIBUTE_WEAK
    __attribute__((visibility("default"))) PassPluginLibraryInfo
    llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "offstack", LLVM_VERSION_STRING,
          [](PassBuilder &PB) {
            auto Shared = std::make_shared<std::shared_ptr<RemarkReport>>();
            PassWrapper Wrap = makeReportWrapper(Shared);
            registerOffstackPasses(PB, readCommandLine, Wrap);
            registerRecursion(PB, Shared);
            registerOffstackPipeline(PB, readCommandLine, nullptr, std::nullopt,
                                     Wrap);
            registerLateBoxing(readCommandLine, makeOwnWrapper);
          }};
}
