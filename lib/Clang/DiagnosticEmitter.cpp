//===- DiagnosticEmitter.cpp - Offstack's warnings in clang ---------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes and primes the clang diagnostic IDs.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/DiagnosticEmitter.h"
#include "Offstack/Clang/FindingCollector.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Report/ReportSession.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace clang;
using namespace llvm;

namespace offstack {

/// Returns the text of \p Row with its name.
static std::string getText(const DiagnosticRow &Row) {
  return (Row.Text + " (offstack-" + Row.Name + ")").str();
}

/// Returns the number of a diagnostic with the text of \p Row that always goes
/// to the consumer, and counts as nothing.
static unsigned makeHiddenID(DiagnosticsEngine &Diags,
                             const DiagnosticRow &Row) {
  return Diags.getDiagnosticIDs()->getCustomDiagID(
      DiagnosticIDs::CustomDiagDesc(diag::Severity::Remark, getText(Row),
                                    DiagnosticIDs::CLASS_REMARK,
                                    /*ShowInSystemHeader=*/true,
                                    /*ShowInSystemMacro=*/true));
}

static unsigned makeWarningID(DiagnosticsEngine &Diags,
                              const DiagnosticRow &Row) {
  std::optional<diag::Group> Group =
      DiagnosticIDs::getGroupForWarningOption(Row.Group);
  assert(Group && "Diagnostics.def names a group that clang has not");
  unsigned ID =
      Diags.getDiagnosticIDs()->getCustomDiagID(DiagnosticIDs::CustomDiagDesc(
          isOnByDefault(Row) ? diag::Severity::Warning
                             : diag::Severity::Ignored,
          getText(Row), DiagnosticIDs::CLASS_WARNING,
          /*ShowInSystemHeader=*/false,
          /*ShowInSystemMacro=*/false, Group));
  // The first query enters the ID into the state that later pragmas copy. An
  // ID that enters after a pragma changed its group keeps the pragma's state,
  // even behind the pop. Clang declares the query free of side effects: one
  // whose answer nobody uses would not be compiled.
  [[maybe_unused]] volatile bool IsIgnored =
      Diags.isIgnored(ID, SourceLocation());
  return ID;
}

/// Returns true if \p Location is in the text of a macro of a system header.
/// Clang tests that for its own diagnostics only.
static bool isInSystemMacro(const DiagnosticsEngine &Diags,
                            SourceLocation Location) {
  return Location.isMacroID() && Diags.getSuppressSystemWarnings() &&
         Diags.getSourceManager().isInSystemMacro(Location);
}

/// Returns true if -Weverything is off at \p Location, by -Wno-everything or by
/// a pragma. Clang turns off its own diagnostics only: the answer is what
/// became of one that is on by default and in no group.
static bool isEverythingIgnored(const DiagnosticsEngine &Diags,
                                SourceLocation Location) {
  return Diags.isIgnored(diag::warn_char_constant_too_large, Location);
}

/// Returns true if one of clang's own diagnostics of \p Group is on at
/// \p Location. Where all are off, the group was turned on again behind it.
static bool isAnyShown(const DiagnosticsEngine &Diags, StringRef Group,
                       SourceLocation Location) {
  SmallVector<diag::kind, 8> Members;
  Diags.getDiagnosticIDs()->getDiagnosticsInGroup(diag::Flavor::WarningOrError,
                                                  Group, Members);
  return any_of(Members, [&](diag::kind Member) {
    return Member < diag::DIAG_UPPER_LIMIT &&
           !Diags.isIgnored(Member, Location);
  });
}

/// Applies -Wno-error=<group> once more. Clang marks the diagnostics that there
/// are when it reads the option, and the emitter's were not made yet.
static void repeatNoError(DiagnosticsEngine &Diags) {
  StringMap<bool> IsError;
  for (StringRef Option : Diags.getDiagnosticOptions().Warnings) {
    bool Negative = Option.consume_front("no-");
    if (Option.consume_front("error="))
      IsError[Option] = !Negative;
  }
  // The order does not matter: each only takes an upgrade back.
  for (const auto &Group : IsError)
    if (!Group.second)
      Diags.setDiagnosticGroupWarningAsError(Group.first(), false);
}

DiagnosticEmitter::DiagnosticEmitter(DiagnosticsEngine &Diags,
                                     const OptionSet &Options)
    : Diags(Diags), IsBoxing(Options.Box.value_or(false)),
      Disabled(Options.Disable.value_or(std::vector<std::string>())) {
  for (const DiagnosticRow &Row : getDiagnosticRows()) {
    bool IsWarning = !Row.Group.empty() && !Options.isDisabled(Row.Name);
    WarningIDs.push_back(IsWarning ? makeWarningID(Diags, Row) : 0);
  }
  repeatNoError(Diags);
#define OFFSTACK_NOTE(Id, Owner, Text)                                         \
  NoteIDs.push_back(Diags.getCustomDiagID(DiagnosticsEngine::Note, Text));
#include "Offstack/Registry/Diagnostics.def"
}

std::unique_ptr<FindingCollector>
DiagnosticEmitter::collect(CompilerInstance &CI,
                           std::shared_ptr<ReportSession> NewSession) {
  Session = std::move(NewSession);
  std::unique_ptr<FindingCollector> Installed = FindingCollector::install(
      CI, Session, NoteIDs[static_cast<unsigned>(Note::GrownSinceBaseline)]);
  Collector = Installed.get();
  if (Session->hasBaseline())
    for (const DiagnosticRow &Row : getDiagnosticRows())
      HiddenIDs.push_back(Row.Group.empty() ? 0 : makeHiddenID(Diags, Row));
  return Installed;
}

bool DiagnosticEmitter::isIgnored(Diagnostic Id,
                                  SourceLocation Location) const {
  unsigned ID = WarningIDs[static_cast<unsigned>(Id)];
  if (ID == 0 || Diags.isIgnored(ID, Location) ||
      isInSystemMacro(Diags, Location))
    return true;
  StringRef Group = getDiagnosticRows()[static_cast<unsigned>(Id)].Group;
  return isEverythingIgnored(Diags, Location) &&
         !isAnyShown(Diags, Group, Location);
}

void DiagnosticEmitter::describe(FindingFacts Facts) {
  NextFacts = std::move(Facts);
}

/// Tells the collector of the diagnostic \p Id, which is about to be reported
/// under the number \p ID. Returns the number that it is to be reported under.
unsigned DiagnosticEmitter::beginFinding(Diagnostic Id, unsigned ID,
                                         SourceLocation Location) {
  SourcePlace Place;
  if (Diags.hasSourceManager())
    Place = findPlace(Diags.getSourceManager(), Location);
  Finding F =
      Session->beginFinding(getDiagnosticName(Id), Place, std::move(NextFacts));
  F.Level = Diags.getDiagnosticLevel(ID, Location) >= DiagnosticsEngine::Error
                ? FindingLevel::Error
                : FindingLevel::Warning;
  IsHidden = F.State == BaselineState::Unchanged;
  if (IsHidden)
    ID = HiddenIDs[static_cast<unsigned>(Id)];
  Collector->expect(ID, std::move(F), IsHidden);
  return ID;
}

DiagnosticBuilder DiagnosticEmitter::report(Diagnostic Id,
                                            SourceLocation Location) {
  unsigned ID = WarningIDs[static_cast<unsigned>(Id)];
  assert(ID && "reported a disabled diagnostic: ask isIgnored() first");
  IsHidden = false;
  if (Collector && !Diags.isIgnored(ID, Location))
    ID = beginFinding(Id, ID, Location);
  NextFacts = FindingFacts();
  return Diags.Report(Location, ID);
}

DiagnosticBuilder DiagnosticEmitter::note(Note Id, SourceLocation Location) {
  return Diags.Report(Location, NoteIDs[static_cast<unsigned>(Id)]);
}

void DiagnosticEmitter::noteInstantiation(const FunctionDecl &Function) {
  Diags.Report(Function.getPointOfInstantiation(),
               Function.getPrimaryTemplate()
                   ? diag::note_function_template_spec_here
                   : diag::note_template_member_function_here)
      << &Function;
}

void DiagnosticEmitter::remark(Diagnostic Id, SourceLocation Location,
                               StringRef PassName, StringRef Text) {
  StringRef Name = getDiagnosticName(Id);
  if (is_contained(Disabled, Name))
    return;
  Diags.Report(Location, diag::remark_fe_backend_optimization_remark_analysis)
      << AddFlagValue(PassName) << (Text + " (offstack-" + Name + ")").str();
}

void DiagnosticEmitter::error(StringRef Message) {
  Diags.Report(Diags.getCustomDiagID(DiagnosticsEngine::Error, "offstack: %0"))
      << Message;
}

} // namespace offstack
