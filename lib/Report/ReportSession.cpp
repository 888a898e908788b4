//===- ReportSession.cpp - The report of one compilation ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Ties options, baseline and files together.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/ReportSession.h"
#include "Offstack/Report/ReportFiles.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

Expected<std::unique_ptr<ReportSession>>
ReportSession::begin(const OptionSet &Options, CompilationUnit Unit) {
  if (!Options.Reports && !Options.BaselineFile)
    return nullptr;
  std::unique_ptr<ReportSession> Session(new ReportSession(
      Options.Reports.value_or(std::vector<std::string>()), std::move(Unit)));
  for (StringRef Path : Session->Paths)
    if (Error Failure = prepareReport(Path))
      return std::move(Failure);
  if (!Options.BaselineFile)
    return Session;
  Expected<Baseline> Known = Baseline::load(*Options.BaselineFile);
  if (!Known)
    return createStringError("in the baseline: " + toString(Known.takeError()));
  Session->Known = std::move(*Known);
  Session->BaselinePath = *Options.BaselineFile;
  return Session;
}

Finding ReportSession::beginFinding(StringRef Rule, const SourcePlace &Place,
                                    FindingFacts Facts) {
  Finding F;
  F.Rule = Rule.str();
  F.Place = Place;
  F.Facts = std::move(Facts);
  F.Fingerprint = Fingerprints.make(Rule, F.Facts, Place.File);
  if (!Known)
    return F;
  Baseline::Answer Answer =
      Known->ask(F.Fingerprint, Place.File, F.Facts.Bytes);
  F.State = Answer.State;
  F.BaselineBytes = Answer.Bytes;
  return F;
}

bool ReportSession::warnOf(StringRef Message) {
  bool IsKnown = false;
  for (Finding &F : Findings)
    if (F.Message == Message) {
      F.Level = FindingLevel::Warning;
      IsKnown |= F.State == BaselineState::Unchanged;
    }
  return !IsKnown;
}

Error ReportSession::write() const {
  Error Failure = Error::success();
  for (StringRef Path : Paths)
    Failure =
        joinErrors(std::move(Failure), writeUnitReport(Path, Unit, Findings));
  return Failure;
}

/// Returns the words for what \p Entry was about: "'buf' in 'f'".
static std::string describeSubject(const Finding &Entry) {
  std::string Text;
  if (!Entry.Facts.Variable.empty())
    Text = "'" + Entry.Facts.Variable + "'";
  if (!Entry.Facts.Function.empty())
    Text += (Text.empty() ? "'" : " in '") + Entry.Facts.Function + "'";
  return Text.empty() ? Entry.Place.File : Text;
}

std::vector<std::string> ReportSession::describeUnusedEntries(
    function_ref<bool(StringRef Rule)> IsLookedFor) const {
  std::vector<std::string> Texts;
  if (!Known)
    return Texts;
  // Without the folders, so that it is the same text wherever it is written.
  StringRef Name = sys::path::filename(BaselinePath);
  for (const Finding *Entry : Known->listUnused(Unit.Source))
    if (IsLookedFor(Entry->Rule))
      Texts.push_back("'" + Entry->Rule + "' of " + describeSubject(*Entry) +
                      " (" + Name.str() + ") is not found any more");
  return Texts;
}

} // namespace offstack
