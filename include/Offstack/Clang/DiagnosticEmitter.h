//===- DiagnosticEmitter.h - Offstack's warnings in clang ----- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that turns rows of Diagnostics.def into clang diagnostics, so
// that -W, -Wno-, -Werror=, -w, pragmas and system headers act on them as on
// clang's own.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_DIAGNOSTICEMITTER_H
#define OFFSTACK_CLANG_DIAGNOSTICEMITTER_H

#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Report/Finding.h"
#include "Offstack/Support/OptionSet.h"
#include "clang/Basic/Diagnostic.h"
#include <memory>

namespace clang {
class CompilerInstance;
class FunctionDecl;
} // namespace clang

namespace offstack {

class FindingCollector;
class ReportSession;

/// The notes of Diagnostics.def.
enum class Note {
#define OFFSTACK_NOTE(Id, Owner, Text) Id,
#include "Offstack/Registry/Diagnostics.def"
};

/// Reports the diagnostics of Diagnostics.def through a clang
/// DiagnosticsEngine, which must outlive the emitter.
///
/// Make it in CreateASTConsumer, before parsing: an ID that is made after a
/// `#pragma clang diagnostic` of its group would be silenced for the whole
/// translation unit.
class DiagnosticEmitter {
public:
  DiagnosticEmitter(clang::DiagnosticsEngine &Diags, const OptionSet &Options);

  /// Hands what is reported from now on to \p NewSession, and does not show
  /// what its baseline has. To be called before parsing. The collector that is
  /// returned does the work and must outlive all reports.
  std::unique_ptr<FindingCollector>
  collect(clang::CompilerInstance &CI,
          std::shared_ptr<ReportSession> NewSession);

  /// Returns true if \p Id at \p Location would not be shown: disabled by
  /// name, by a warning option, by a pragma, or in a system header. Ask before
  /// doing work for a report.
  bool isIgnored(Diagnostic Id, clang::SourceLocation Location) const;

  /// Says what the next report is about, for programs that read reports: their
  /// numbers and names, and what the baseline is asked for. FunctionFacts.h
  /// makes a start. Every report of a finding in a function needs it.
  void describe(FindingFacts Facts);

  /// Begins a warning \p Id at \p Location. Stream the arguments of its text
  /// into the result. Its text ends in the name, as "(offstack-large-local)".
  clang::DiagnosticBuilder report(Diagnostic Id,
                                  clang::SourceLocation Location);

  /// Returns true if the baseline has the last warning, so that nobody is shown
  /// it.
  bool isHidden() const { return IsHidden; }

  /// Begins a note to the last warning.
  clang::DiagnosticBuilder note(Note Id, clang::SourceLocation Location);

  /// Adds clang's own note on where \p Function, instantiated from a template,
  /// was asked for.
  void noteInstantiation(const clang::FunctionDecl &Function);

  /// Reports the remark \p Id with \p Text, as one of the pass \p PassName that
  /// -Rpass-analysis= shows, unless it is disabled by name.
  void remark(Diagnostic Id, clang::SourceLocation Location,
              llvm::StringRef PassName, llvm::StringRef Text);

  /// Returns true if what is large is moved to the heap where it can be.
  bool isBoxing() const { return IsBoxing; }

  /// Reports an error without a place, as for a wrong option.
  void error(llvm::StringRef Message);

private:
  unsigned beginFinding(Diagnostic Id, unsigned ID,
                        clang::SourceLocation Location);

  clang::DiagnosticsEngine &Diags;
  /// Null when there is no session.
  FindingCollector *Collector = nullptr;
  std::shared_ptr<ReportSession> Session;
  /// What the next report is about.
  FindingFacts NextFacts;
  bool IsHidden = false;
  const bool IsBoxing;
  /// The names in 'disable'.
  std::vector<std::string> Disabled;
  /// Clang's numbers, in the order of the tables; 0 for remarks of the pass
  /// and for disabled diagnostics.
  llvm::SmallVector<unsigned, 8> WarningIDs;
  /// The same texts for what the baseline has, which is not to count as a
  /// warning or an error. Empty when there is no baseline.
  llvm::SmallVector<unsigned, 8> HiddenIDs;
  llvm::SmallVector<unsigned, 8> NoteIDs;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_DIAGNOSTICEMITTER_H
