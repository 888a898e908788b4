//===- FindingCollector.cpp - Warnings become findings --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Watches what goes by. The counts of the consumer behind it are what clang
// decides by whether compilation has failed: they are copied each time.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/FindingCollector.h"
#include "Offstack/Clang/FunctionFacts.h"
#include "Offstack/Support/ByteSize.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace offstack {

std::unique_ptr<FindingCollector>
FindingCollector::install(CompilerInstance &CI,
                          std::shared_ptr<ReportSession> Session,
                          unsigned GrowthNoteID) {
  std::unique_ptr<FindingCollector> Collector(
      new FindingCollector(CI, std::move(Session), GrowthNoteID));
  CI.getDiagnostics().setClient(Collector.get(), /*ShouldOwnClient=*/false);
  return Collector;
}

FindingCollector::~FindingCollector() {
  if (Diags.getClient() == this)
    Diags.setClient(Target, /*ShouldOwnClient=*/OwnedTarget.release());
}

FindingCollector::FindingCollector(CompilerInstance &CI,
                                   std::shared_ptr<ReportSession> Session,
                                   unsigned GrowthNoteID)
    : Diags(CI.getDiagnostics()), Language(CI.getLangOpts()),
      OwnedTarget(Diags.takeClient()), Target(Diags.getClient()),
      Session(std::move(Session)), GrowthNoteID(GrowthNoteID) {
  copyCounts();
}

void FindingCollector::expect(unsigned ID, Finding F, bool IsHidden) {
  Expected = {ID, std::move(F), IsHidden};
}

/// Hands the finding whose notes were awaited to the session.
void FindingCollector::handOver() {
  if (Open && Session)
    Session->add(std::move(Open->F));
  Open.reset();
}

void FindingCollector::close() {
  handOver();
  Session.reset();
}

void FindingCollector::copyCounts() {
  NumWarnings = Target->getNumWarnings();
  NumErrors = Target->getNumErrors();
}

void FindingCollector::clear() {
  Target->clear();
  copyCounts();
}

void FindingCollector::BeginSourceFile(const LangOptions &Options,
                                       const Preprocessor *PP) {
  Target->BeginSourceFile(Options, PP);
  copyCounts();
}

void FindingCollector::EndSourceFile() {
  Target->EndSourceFile();
  copyCounts();
}

void FindingCollector::finish() {
  Target->finish();
  copyCounts();
}

bool FindingCollector::IncludeInDiagnosticCounts() const {
  return Target->IncludeInDiagnosticCounts();
}

static std::string formatText(const clang::Diagnostic &Info) {
  SmallString<256> Text;
  Info.FormatDiagnostic(Text);
  return Text.str().str();
}

/// Returns what \p Hint changes, or nothing when it is in a macro, where no
/// text can be changed.
static std::optional<FixEdit> findEdit(const FixItHint &Hint,
                                       const SourceManager &Sources,
                                       const LangOptions &Language) {
  CharSourceRange Range =
      Lexer::makeFileCharRange(Hint.RemoveRange, Sources, Language);
  if (Range.isInvalid())
    return std::nullopt;
  SourcePlace End = findWrittenPlace(Sources, Range.getEnd());
  FixEdit Edit = {findWrittenPlace(Sources, Range.getBegin()), End.Line,
                  End.Column, Hint.CodeToInsert};
  if (Hint.InsertFromRange.isValid())
    Edit.Text =
        Lexer::getSourceText(Hint.InsertFromRange, Sources, Language).str();
  return Edit;
}

/// Returns the change that \p Info proposes: all of its hints, or nothing.
std::vector<FixEdit>
FindingCollector::findFix(const clang::Diagnostic &Info) const {
  std::vector<FixEdit> Fix;
  for (const FixItHint &Hint : Info.getFixItHints()) {
    std::optional<FixEdit> Edit =
        findEdit(Hint, Info.getSourceManager(), Language);
    if (!Edit)
      return {};
    Fix.push_back(std::move(*Edit));
  }
  return Fix;
}

void FindingCollector::addNote(const clang::Diagnostic &Info) {
  SourcePlace Place;
  if (Info.hasSourceManager())
    Place = findPlace(Info.getSourceManager(), Info.getLocation());
  Open->F.Notes.push_back({formatText(Info), std::move(Place), findFix(Info)});
}

/// Says how large the finding that was just shown, by \p Info, used to be.
void FindingCollector::noteGrowth(const clang::Diagnostic &Info) {
  if (Open->F.BaselineBytes)
    Diags.Report(Info.getLocation(), GrowthNoteID)
        << formatExactByteSize(*Open->F.BaselineBytes);
}

/// Hands \p Info to the consumer behind.
void FindingCollector::show(DiagnosticsEngine::Level Level,
                            const clang::Diagnostic &Info) {
  Target->HandleDiagnostic(Level, Info);
  // When clang's rewriter of fix-its has said what it did, it makes itself the
  // client.
  if (Diags.getClient() != this)
    Diags.setClient(this, /*ShouldOwnClient=*/false);
  copyCounts();
}

void FindingCollector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                        const clang::Diagnostic &Info) {
  if (Level != DiagnosticsEngine::Note) {
    handOver();
    if (Expected && Expected->ID == Info.getID()) {
      Open = std::move(Expected);
      Expected.reset();
      Open->F.Message = formatText(Info);
      Open->F.Fix = findFix(Info);
    }
  } else if (Open && Info.getID() != GrowthNoteID) {
    addNote(Info);
  }
  if (Open && Open->IsHidden)
    return;
  show(Level, Info);
  if (Open && Level != DiagnosticsEngine::Note)
    noteGrowth(Info);
}

} // namespace offstack
