//===- PassRegistration.h - Names and places of the passes ---- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers the passes with a PassBuilder, for both plugins.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TRANSFORMS_PASSREGISTRATION_H
#define OFFSTACK_TRANSFORMS_PASSREGISTRATION_H

#include "Offstack/Support/OptionSet.h"
#include "Offstack/Transforms/BoxAllocas.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <functional>

namespace llvm {
class PassBuilder;
}

namespace offstack {

/// Gives the options of a host, farther than a pass's own parameters.
using OptionSource = std::function<llvm::Expected<OptionSet>()>;

/// Adds passes with \p AddPasses, and others before and behind them, as a host
/// does that collects their remarks. The options are those of the passes.
using PassWrapper = std::function<void(llvm::ModulePassManager &Passes,
                                       const OptionSet &Options,
                                       llvm::function_ref<void()> AddPasses)>;

/// Returns the options of \p Source, completed from the environment.
llvm::Expected<OptionSet> readOptions(const OptionSource &Source);

/// Makes the passes `offstack-box`, with its parameters, `offstack-verify` and
/// `print<offstack-recursion>` known to textual pipelines. Options that the
/// parameters leave open come from \p Source, then from the environment.
/// \p Wrap, if there is one, adds `offstack-box`.
void registerOffstackPasses(llvm::PassBuilder &PB, OptionSource Source,
                            PassWrapper Wrap = nullptr);

/// Adds `offstack-box` at the end of every pipeline that \p PB builds, unless
/// the option 'box' turns it off. Objects that cannot be boxed are told
/// \p ReportKept; \p Shared is the ignore list, if the host has read it
/// (BoxAllocas.h). \p Wrap, if there is one, adds the passes.
void registerOffstackPipeline(llvm::PassBuilder &PB, OptionSource Source,
                              KeptObjectHandler ReportKept = nullptr,
                              std::optional<IgnoreList> Shared = std::nullopt,
                              PassWrapper Wrap = nullptr);

/// Adds to \p Passes what registerOffstackPipeline() adds at the end of a
/// pipeline. \p IsInliningDone is false before a link-time optimisation.
void addOffstackPasses(llvm::ModulePassManager &Passes,
                       const OptionSource &Source,
                       const KeptObjectHandler &ReportKept = nullptr,
                       const std::optional<IgnoreList> &Shared = std::nullopt,
                       bool IsInliningDone = true,
                       const PassWrapper &Wrap = nullptr);

/// Adds UserNotesPass at the start of every pipeline that \p PB builds.
void registerUserNotes(llvm::PassBuilder &PB);

} // namespace offstack

#endif // OFFSTACK_TRANSFORMS_PASSREGISTRATION_H
