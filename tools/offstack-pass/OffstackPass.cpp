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

#include "Offstack/Analysis/RecursionRemarks.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Transforms/BoxAllocas.h"
#include "Offstack/Transforms/LateBoxing.h"
#include "Offstack/Transforms/PassRegistration.h"
#include "llvm/Config/llvm-config.h"
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

/// Adds the remarks on recursion, by name and where nothing is optimised yet.
static void registerRecursionRemarks(PassBuilder &PB) {
  PB.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &MPM,
         ArrayRef<PassBuilder::PipelineElement>) {
        if (Name != "offstack-recursion")
          return false;
        MPM.addPass(RecursionRemarksPass());
        return true;
      });
  PB.registerPipelineStartEPCallback(
      [](ModulePassManager &MPM, OptimizationLevel) {
        MPM.addPass(RecursionRemarksPass());
      });
}

extern "C" LLVM_ATTRIBUTE_WEAK
    __attribute__((visibility("default"))) PassPluginLibraryInfo
    llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "offstack", LLVM_VERSION_STRING,
          [](PassBuilder &PB) {
            registerOffstackPasses(PB, readCommandLine);
            registerRecursionRemarks(PB);
            registerOffstackPipeline(PB, readCommandLine);
            registerLateBoxing(readCommandLine);
          }};
}
