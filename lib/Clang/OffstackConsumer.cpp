//===- OffstackConsumer.cpp - What the plugin does with a file ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes the emitter and the checks, and hands on what clang has parsed.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/OffstackConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclGroup.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/Utils.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Reads --warning-suppression-mappings=FILE once more. Clang resolves the
/// groups in it to diagnostics when it reads it, and when it did, the emitter's
/// were not made yet.
static void rereadSuppressionMappings(CompilerInstance &CI) {
  StringRef Path = CI.getDiagnosticOpts().DiagnosticSuppressionMappingsFile;
  if (Path.empty())
    return;
  auto Buffer = CI.getVirtualFileSystem().getBufferForFile(Path);
  if (!Buffer)
    return; // Clang has reported that already, as it has a malformed file.
  DiagnosticsEngine &Diags = CI.getDiagnostics();
  bool WasSuppressed = Diags.getSuppressAllDiagnostics();
  Diags.setSuppressAllDiagnostics(true);
  Diags.setDiagSuppressionMapping(**Buffer);
  Diags.setSuppressAllDiagnostics(WasSuppressed);
}

static constexpr Diagnostic RecursionDiagnostics[] = {
    Diagnostic::Infinite,      Diagnostic::NoProgress,
    Diagnostic::Unbounded,     Diagnostic::SkippedBaseCase,
    Diagnostic::UnguardedEdge, Diagnostic::DeepRecursion,
    Diagnostic::Recursive};

OffstackConsumer::OffstackConsumer(CompilerInstance &CI, OptionSet Given)
    : CI(CI), Options(std::move(Given)), Emitter(CI.getDiagnostics(), Options) {
  rereadSuppressionMappings(CI);
  readIgnoreList();
  if (any_of(RecursionDiagnostics, [&](Diagnostic Id) {
        return !Options.isDisabled(getDiagnosticName(Id));
      }))
    Recursion = RecursionReporter::install(CI, Options, Emitter, getIgnored());
  if (Options.Box.value_or(false))
    Impossible = registerBoxing(CI, Options, Emitter);
}

void OffstackConsumer::readIgnoreList() {
  if (!Options.IgnoreFile)
    return;
  // For -MD: a build system compiles the file again when the list changes.
  for (const auto &Collector : CI.getDependencyCollectors())
    Collector->maybeAddDependency(*Options.IgnoreFile, /*FromModule=*/false,
                                  /*IsSystem=*/false, /*IsModuleFile=*/false,
                                  /*IsMissing=*/false);
  Expected<IgnoreList> List =
      IgnoreList::load(*Options.IgnoreFile, CI.getVirtualFileSystem());
  if (List)
    Ignored = std::move(*List);
  else
    Emitter.error(toString(List.takeError()));
}

bool OffstackConsumer::wantsFrameChecks(const ASTContext &Context) const {
  return !Context.getDiagnostics().getIgnoreAllWarnings() &&
         !(Options.isDisabled(getDiagnosticName(Diagnostic::LargeLocal)) &&
           Options.isDisabled(getDiagnosticName(Diagnostic::LargeFrame)));
}

void OffstackConsumer::Initialize(ASTContext &Context) {
  if (!wantsFrameChecks(Context))
    return;
  Queue.emplace(Context);
  Frames.emplace(Context, Emitter,
                 Options.resolveLimits(Context.getTargetInfo().getTriple()),
                 getIgnored());
}

/// Objects of this share of the frame limit may be boxed to get a frame under
/// it: 8 KiB at the default of 512 KiB. Smaller ones move only in frames of
/// very many objects, and go unnamed.
static constexpr uint64_t NamedFrameShare = 64;

/// Tells the pass, which runs if 'box' is on, the names of what it may move.
void OffstackConsumer::nameLocals(DeclGroupRef Group) {
  if (!Options.Box.value_or(false))
    return;
  ASTContext &Context = CI.getASTContext();
  Limits InForce = Options.resolveLimits(Context.getTargetInfo().getTriple());
  annotateLocals(
      Context, Group,
      std::min(InForce.RecursiveLocal, InForce.Frame / NamedFrameShare));
}

/// Tells the pass, which can also be that of OffstackPass.so, what the user
/// asked for.
void OffstackConsumer::carryRequests(DeclGroupRef Group) {
  if (Options.Box.value_or(false) || !CI.getCodeGenOpts().PassPlugins.empty())
    annotateRequests(CI.getASTContext(), Group);
}

bool OffstackConsumer::HandleTopLevelDecl(DeclGroupRef Group) {
  nameLocals(Group);
  carryRequests(Group);
  if (!Queue)
    return true;
  Queue->add(SmallVector<const Decl *, 4>(Group.begin(), Group.end()));
  while (const Decl *Owner = Queue->next())
    Queue->add(Frames->check(*Owner));
  return true;
}

// These come from a precompiled header or a module, and were reported when it
// was compiled. Code is generated for them here.
void OffstackConsumer::HandleInterestingDecl(DeclGroupRef Group) {
  nameLocals(Group);
  carryRequests(Group);
}

} // namespace offstack
