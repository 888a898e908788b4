//===- FindingCollector.h - Warnings become findings ------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Stands before the consumer that shows clang's diagnostics. Of those that
// Offstack reports it takes text, notes and fix-its as they are shown, whatever
// check they are from; all others it hands on.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_FINDINGCOLLECTOR_H
#define OFFSTACK_CLANG_FINDINGCOLLECTOR_H

#include "Offstack/Report/ReportSession.h"
#include "clang/Basic/Diagnostic.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace offstack {

/// Collects the findings of one translation unit for a ReportSession.
class FindingCollector : public clang::DiagnosticConsumer {
public:
  /// Puts a collector before the consumer of \p CI, where it is until it is
  /// destroyed: the engine does not own it, as clang's rewriter of fix-its
  /// makes the engine let go of its client while a diagnostic is handled.
  /// \p GrowthNoteID is the number of the note that says how large a finding
  /// was in the baseline.
  static std::unique_ptr<FindingCollector>
  install(clang::CompilerInstance &CI, std::shared_ptr<ReportSession> Session,
          unsigned GrowthNoteID);

  /// Leaves the engine to the consumer behind.
  ~FindingCollector() override;

  /// Says that the next diagnostic with the number \p ID is \p F. If it
  /// \p IsHidden, it and its notes go no further.
  void expect(unsigned ID, Finding F, bool IsHidden);

  /// Hands the last finding to the session, which is not used any more then.
  void close();

  void clear() override;
  void BeginSourceFile(const clang::LangOptions &Options,
                       const clang::Preprocessor *PP) override;
  void EndSourceFile() override;
  void finish() override;
  bool IncludeInDiagnosticCounts() const override;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

private:
  FindingCollector(clang::CompilerInstance &CI,
                   std::shared_ptr<ReportSession> Session,
                   unsigned GrowthNoteID);

  void handOver();
  void addNote(const clang::Diagnostic &Info);
  void noteGrowth(const clang::Diagnostic &Info);
  std::vector<FixEdit> findFix(const clang::Diagnostic &Info) const;
  void show(clang::DiagnosticsEngine::Level Level,
            const clang::Diagnostic &Info);
  void copyCounts();

  clang::DiagnosticsEngine &Diags;
  const clang::LangOptions &Language;
  /// Who shows diagnostics. It is owned here if clang's engine owned it.
  std::unique_ptr<clang::DiagnosticConsumer> OwnedTarget;
  clang::DiagnosticConsumer *Target;
  /// Null when it has been closed.
  std::shared_ptr<ReportSession> Session;
  unsigned GrowthNoteID;

  /// A finding that has been announced, or whose notes are still to come.
  struct Current {
    unsigned ID;
    Finding F;
    bool IsHidden;
  };
  std::optional<Current> Expected;
  std::optional<Current> Open;
};

} // namespace offstack

#endif // OFFSTACK_CLANG_FINDINGCOLLECTOR_H
