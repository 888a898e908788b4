//===- IgnoreListReporter.cpp - What became of the ignore list ------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the places in the list and the time to report.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Clang/IgnoreListReporter.h"
#include "Offstack/Clang/CodeGeneration.h"
#include "Offstack/Clang/ReporterPass.h"
#include "Offstack/Support/IgnoreEntries.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"

using namespace clang;
using namespace llvm;

namespace offstack {

std::shared_ptr<IgnoreListReporter>
IgnoreListReporter::install(CompilerInstance &CI, DiagnosticEmitter &Emitter,
                            IgnoreList List) {
  std::shared_ptr<IgnoreListReporter> Reporter(
      new IgnoreListReporter(CI, Emitter, std::move(List)));
  if (!Reporter->wantsUses())
    return Reporter;
  Reporter->List.trackUses();
  addAtPipelineEnd<IgnoreListReporter>(
      CI, Reporter,
      [](const std::shared_ptr<IgnoreListReporter> &R, llvm::Module &,
         ModuleAnalysisManager &) {
        if (!R->waitsForFrames())
          R->reportUses();
      });
  return Reporter;
}

void IgnoreListReporter::addCodeSection(StringRef Section) {
  if (generatesCode(CI))
    Sections.push_back(Section);
}

bool IgnoreListReporter::wantsUses() const {
  return CI.getCodeGenOpts().OptimizationRemarkAnalysis.patternMatches(
      IgnoreListPassName);
}

SourceLocation IgnoreListReporter::findPlace(unsigned LineNumber) const {
  SourceManager &Sources = CI.getSourceManager();
  OptionalFileEntryRef File =
      CI.getFileManager().getOptionalFileRef(List.getPath());
  if (!File)
    return SourceLocation();
  return Sources.translateLineCol(
      Sources.getOrCreateFileID(*File, SrcMgr::C_User), LineNumber, 1);
}

void IgnoreListReporter::reportMistakes() {
  if (Emitter.isIgnored(Diagnostic::UselessIgnoreEntry, SourceLocation()))
    return;
  for (const IgnoreMistake &Mistake : List.findMistakes())
    Emitter.report(Diagnostic::UselessIgnoreEntry,
                   findPlace(Mistake.LineNumber))
        << Mistake.Subject << Mistake.Reason;
}

void IgnoreListReporter::finishParsing() {
  if (!generatesCode(CI))
    reportUses();
}

void IgnoreListReporter::reportUses() {
  if (HasReported || !wantsUses())
    return;
  HasReported = true;
  for (const IgnoreEntryUse &Use : List.listUses(Sections))
    Emitter.remark(Use.IsUsed ? Diagnostic::UsedIgnoreEntry
                              : Diagnostic::UnusedIgnoreEntry,
                   findPlace(Use.LineNumber), IgnoreListPassName, Use.Text);
}

} // namespace offstack
