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
#include "Offstack/Clang/CodeGeneration.h"
#include "Offstack/Clang/Dependencies.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclGroup.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
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

/// Returns the diagnostics on recursion that \p Options ask for.
static SmallVector<Diagnostic, 8>
findRecursionDiagnostics(const OptionSet &Options) {
  RecursionLevels Level = Options.Recursion.value_or(RecursionLevels::Certain);
  auto IsCertain = [](Diagnostic Id) {
    return Id == Diagnostic::Infinite || Id == Diagnostic::NoProgress;
  };
  SmallVector<Diagnostic, 8> Ids;
  for (const DiagnosticRow &Row : getDiagnosticRows())
    if (isAboutRecursion(Row) && !Options.isDisabled(Row.Name) &&
        (Level != RecursionLevels::Certain || IsCertain(Row.Id)) &&
        (Level == RecursionLevels::All || Row.Id != Diagnostic::Recursive))
      Ids.push_back(Row.Id);
  return Ids;
}

OffstackConsumer::OffstackConsumer(CompilerInstance &CI, OptionSet Given)
    : CI(CI), Options(std::move(Given)), Emitter(CI.getDiagnostics(), Options) {
  rereadSuppressionMappings(CI);
  addPluginDependencies(CI);
  Reports = ReportWriter::install(CI, Options, Emitter);
  nameReportedRules();
  readIgnoreList();
  watchFrames();
  watchRecursion();
  if (Options.Box.value_or(false))
    Impossible = registerBoxing(CI, Options, Emitter, Ignored,
                                Reports ? Reports->collectRemarks() : nullptr);
  Pending = PendingFindings::install(CI, Options.Box.value_or(false));
  if (Impossible)
    Impossible->setPending(Pending);
  Suppressions = UnusedSuppressions::install(CI, Options, Emitter);
  reportIgnoreList();
}

void OffstackConsumer::readIgnoreList() {
  if (!Options.IgnoreFile)
    return;
  addDependency(CI, *Options.IgnoreFile);
  Expected<IgnoreList> List =
      IgnoreList::load(*Options.IgnoreFile, CI.getVirtualFileSystem());
  if (List)
    Ignored = std::move(*List);
  else
    Emitter.error(toString(List.takeError()));
}

/// Tells the report what is looked for while this file is compiled.
void OffstackConsumer::nameReportedRules() {
  if (!Reports)
    return;
  auto Add = [&](StringRef Name) { Reports->addRule(Name); };
  for (const DiagnosticRow &Row : getDiagnosticRows())
    if (!isAboutRecursion(Row) && !Emitter.isIgnored(Row.Id, SourceLocation()))
      Add(Row.Name);
  if (generatesCode(CI))
    for (Diagnostic Id : findRecursionDiagnostics(Options))
      Add(getDiagnosticName(Id));
}

/// Tells the report and the ignore list that recursion was looked for although
/// clang has generated no code.
void OffstackConsumer::nameSyntaxOnlyRecursion() {
  for (Diagnostic Id : findRecursionDiagnostics(Options)) {
    if (Reports)
      Reports->addRule(getDiagnosticName(Id));
    if (IgnoreReporter)
      IgnoreReporter->addSection(getDiagnosticName(Id));
  }
}

/// Has recursion reported from the code of the file, which is made for that if
/// it is not made anyway.
void OffstackConsumer::watchRecursion() {
  SmallVector<Diagnostic, 8> Wanted = findRecursionDiagnostics(Options);
  if (Wanted.empty())
    return;
  Recursion = RecursionReporter::install(CI, Options, Emitter, getIgnored());
  SyntaxOnly =
      SyntaxOnlyRecursion::create(CI, Options, Emitter, Recursion, Wanted[0]);
}

/// Prepares the report on the ignore list, behind all that looks it up.
void OffstackConsumer::reportIgnoreList() {
  if (!Ignored)
    return;
  IgnoreReporter = IgnoreListReporter::install(CI, Emitter, *Ignored);
  if (FinishedFrames) {
    IgnoreReporter->waitForFrames();
    std::weak_ptr<IgnoreListReporter> Weak = IgnoreReporter;
    FinishedFrames->setAtEnd([Weak] {
      if (std::shared_ptr<IgnoreListReporter> Alive = Weak.lock())
        Alive->reportUses();
    });
  }
  for (Diagnostic Id : findRecursionDiagnostics(Options))
    IgnoreReporter->addCodeSection(getDiagnosticName(Id));
  if (Options.Box.value_or(false))
    IgnoreReporter->addCodeSection(BoxSection);
}

/// What the frame checks report.
static constexpr Diagnostic ObjectDiagnostics[] = {
    Diagnostic::LargeLocal,      Diagnostic::LargeParameter,
    Diagnostic::LargeTemporary,  Diagnostic::LargeFrame,
    Diagnostic::UnboundedAlloca, Diagnostic::AllocaInLoop};

/// Has finished frames reported, where there will be any.
void OffstackConsumer::watchFrames() {
  if (wantsFrameChecks() && isEnabled(Diagnostic::LargeFrame))
    FinishedFrames = FrameReporter::install(CI, Options, Emitter, getIgnored());
}

bool OffstackConsumer::wantsFrameChecks() const {
  return !CI.getDiagnostics().getIgnoreAllWarnings() &&
         any_of(ObjectDiagnostics,
                [&](Diagnostic Id) { return isEnabled(Id); });
}

void OffstackConsumer::Initialize(ASTContext &Context) {
  if (IgnoreReporter)
    IgnoreReporter->reportMistakes();
  if (!wantsFrameChecks())
    return;
  for (Diagnostic Id : ObjectDiagnostics)
    if (IgnoreReporter && isEnabled(Id))
      IgnoreReporter->addSection(getDiagnosticName(Id));
  Queue.emplace(Context);
  Frames.emplace(CI, Context, Emitter,
                 Options.resolveLimits(Context.getTargetInfo().getTriple()),
                 getIgnored(), *Pending, FinishedFrames != nullptr);
  if (FinishedFrames)
    FinishedFrames->setChecks(*Frames);
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
  if (SyntaxOnly)
    SyntaxOnly->replay().handleTopLevelDecl(Group);
  if (!Queue)
    return true;
  Queue->add(SmallVector<const Decl *, 4>(Group.begin(), Group.end()));
  while (const Decl *Owner = Queue->next()) {
    Queue->add(Frames->check(*Owner));
    if (Suppressions)
      Suppressions->check(*Owner);
  }
  return true;
}

// These come from a precompiled header or a module, and were reported when it
// was compiled. Code is generated for them here.
void OffstackConsumer::HandleInterestingDecl(DeclGroupRef Group) {
  nameLocals(Group);
  carryRequests(Group);
  if (SyntaxOnly)
    SyntaxOnly->replay().handleTopLevelDecl(Group);
}

void OffstackConsumer::HandleInlineFunctionDefinition(FunctionDecl *Function) {
  if (SyntaxOnly)
    SyntaxOnly->replay().handleInlineFunctionDefinition(Function);
}

void OffstackConsumer::CompleteTentativeDefinition(VarDecl *Variable) {
  if (SyntaxOnly)
    SyntaxOnly->replay().completeTentativeDefinition(Variable);
}

void OffstackConsumer::HandleCXXStaticMemberVarInstantiation(
    VarDecl *Variable) {
  if (SyntaxOnly)
    SyntaxOnly->replay().handleStaticMemberInstantiation(Variable);
}

void OffstackConsumer::AssignInheritanceModel(CXXRecordDecl *Record) {
  if (SyntaxOnly)
    SyntaxOnly->replay().assignInheritanceModel(Record);
}

void OffstackConsumer::HandleVTable(CXXRecordDecl *Record) {
  if (SyntaxOnly)
    SyntaxOnly->replay().handleVTable(Record);
}

void OffstackConsumer::HandleTranslationUnit(ASTContext &) {
  // After an error no code is generated.
  if (Frames && CI.getDiagnostics().hasErrorOccurred())
    Frames->reportEstimates([](const Decl &) { return false; });
  if (SyntaxOnly && SyntaxOnly->run())
    nameSyntaxOnlyRecursion();
  Pending->finishParsing();
  if (Suppressions)
    Suppressions->finishParsing();
  if (IgnoreReporter)
    IgnoreReporter->finishParsing();
}

} // namespace offstack
