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
#include "clang/AST/Decl.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Basic/DiagnosticSema.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offstack {

static unsigned makeWarningID(DiagnosticsEngine &Diags,
                              const DiagnosticRow &Row) {
  std::optional<diag::Group> Group =
      DiagnosticIDs::getGroupForWarningOption(Row.Group);
  assert(Group && "Diagnostics.def names a group that clang has not");
  unsigned ID =
      Diags.getDiagnosticIDs()->getCustomDiagID(DiagnosticIDs::CustomDiagDesc(
          diag::Severity::Warning,
          (Row.Text + " (offstack-" + Row.Name + ")").str(),
          DiagnosticIDs::CLASS_WARNING, /*ShowInSystemHeader=*/false,
          /*ShowInSystemMacro=*/false, Group));
  // The first query enters the ID into the state that later pragmas copy. An
  // ID that enters after a pragma changed its group keeps the pragma's state,
  // even behind the pop. Clang declares the query free of side effects: one
  // whose answer nobody uses would not be compiled.
  [[maybe_unused]] volatile bool IsIgnored =
      Diags.isIgnored(ID, SourceLocation());
  return ID;
}

DiagnosticEmitter::DiagnosticEmitter(DiagnosticsEngine &Diags,
                                     const OptionSet &Options)
    : Diags(Diags),
      Disabled(Options.Disable.value_or(std::vector<std::string>())) {
  for (const DiagnosticRow &Row : getDiagnosticRows()) {
    bool IsWarning = !Row.Group.empty() && !Options.isDisabled(Row.Name);
    WarningIDs.push_back(IsWarning ? makeWarningID(Diags, Row) : 0);
  }
#define OFFSTACK_NOTE(Id, Owner, Text)                                         \
  NoteIDs.push_back(Diags.getCustomDiagID(DiagnosticsEngine::Note, Text));
#include "Offstack/Registry/Diagnostics.def"
}

bool DiagnosticEmitter::isIgnored(Diagnostic Id,
                                  SourceLocation Location) const {
  unsigned ID = WarningIDs[static_cast<unsigned>(Id)];
  return ID == 0 || Diags.isIgnored(ID, Location);
}

void DiagnosticEmitter::describe(FindingFacts Facts) {
  NextFacts = std::move(Facts);
}

DiagnosticBuilder DiagnosticEmitter::report(Diagnostic Id,
                                            SourceLocation Location) {
  unsigned ID = WarningIDs[static_cast<unsigned>(Id)];
  assert(ID && "reported a disabled diagnostic: ask isIgnored() first");
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
