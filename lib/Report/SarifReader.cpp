//===- SarifReader.cpp - Reads SARIF that Offstack wrote ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The way back from SarifWriter.cpp.
//
//===----------------------------------------------------------------------===//

#include "FactsJson.h"
#include "Offstack/Report/SarifReport.h"
#include "SarifNames.h"

using namespace llvm;
using json::ObjectMapper;
using json::Path;

namespace offstack {

// One for each object of the standard that holds something of a finding. Types
// of their own, and not in an unnamed namespace: LLVM's reader finds the
// functions by the types.

struct SarifText {
  std::string Text;
};

struct SarifLocation {
  SourcePlace Place;
  SarifText Message;
};

struct SarifReplacement {
  FixEdit Edit;
};

struct SarifFix {
  std::vector<FixEdit> Edits;
  std::optional<unsigned> NoteIndex;
};

/// The edits of one file.
struct SarifChange {
  std::vector<FixEdit> Edits;
};

struct SarifResult {
  Finding F;
  std::vector<unsigned> Units;
};

static bool fromJSON(const json::Value &E, SarifText &Message, Path P) {
  ObjectMapper O(E, P);
  return O && O.map("text", Message.Text);
}

/// Reads the "artifactLocation" of the object \p E into \p File.
static bool readFile(const json::Value &E, std::string &File, Path P) {
  const json::Object *Artifact =
      E.getAsObject() ? E.getAsObject()->getObject("artifactLocation")
                      : nullptr;
  std::optional<StringRef> Uri =
      Artifact ? Artifact->getString("uri") : std::nullopt;
  std::optional<std::string> Read = Uri ? readUri(*Uri) : std::nullopt;
  if (!Read) {
    P.field("artifactLocation").report("expected the uri of a file");
    return false;
  }
  File = std::move(*Read);
  return true;
}

/// Reads the region in the field \p Region of the object \p E, if it is there.
static bool readRegion(const json::Value &E, SourcePlace &Place, Path P,
                       StringLiteral Region) {
  const json::Value *Found = E.getAsObject()->get(Region);
  if (!Found)
    return true;
  ObjectMapper O(*Found, P.field(Region));
  return O && O.mapOptional("startLine", Place.Line) &&
         O.mapOptional("startColumn", Place.Column);
}

static bool fromJSON(const json::Value &E, SarifLocation &Location, Path P) {
  ObjectMapper O(E, P);
  if (!O || !O.mapOptional("message", Location.Message))
    return false;
  const json::Value *Physical = E.getAsObject()->get("physicalLocation");
  Path Inner = P.field("physicalLocation");
  return !Physical || (readFile(*Physical, Location.Place.File, Inner) &&
                       readRegion(*Physical, Location.Place, Inner, "region"));
}

static bool fromJSON(const json::Value &E, SarifReplacement &Replacement,
                     Path P) {
  FixEdit &Edit = Replacement.Edit;
  ObjectMapper O(E, P);
  SarifText Inserted;
  if (!O || !O.map("insertedContent", Inserted) ||
      !readRegion(E, Edit.Begin, P, "deletedRegion"))
    return false;
  Edit.Text = std::move(Inserted.Text);
  const json::Value *Region = E.getAsObject()->get("deletedRegion");
  if (!Region) {
    P.field("deletedRegion").report("missing value");
    return false;
  }
  ObjectMapper Deleted(*Region, P.field("deletedRegion"));
  return Deleted && Deleted.map("endLine", Edit.EndLine) &&
         Deleted.map("endColumn", Edit.EndColumn);
}

static bool fromJSON(const json::Value &E, SarifChange &Change, Path P) {
  ObjectMapper O(E, P);
  std::string File;
  std::vector<SarifReplacement> Replacements;
  if (!O || !O.map("replacements", Replacements) || !readFile(E, File, P))
    return false;
  for (SarifReplacement &Replacement : Replacements) {
    Replacement.Edit.Begin.File = File;
    Change.Edits.push_back(std::move(Replacement.Edit));
  }
  return true;
}

static bool fromJSON(const json::Value &E, SarifFix &Fix, Path P) {
  ObjectMapper O(E, P);
  std::vector<SarifChange> Changes;
  if (!O || !O.map("artifactChanges", Changes))
    return false;
  for (SarifChange &Change : Changes)
    Fix.Edits.insert(Fix.Edits.end(), Change.Edits.begin(), Change.Edits.end());
  const json::Value *Properties = E.getAsObject()->get("properties");
  if (!Properties)
    return true;
  ObjectMapper Bag(*Properties, P.field("properties"));
  return Bag && Bag.map("note", Fix.NoteIndex);
}

static bool readLevel(const json::Value &E, FindingLevel &Level, Path P) {
  StringRef Name = E.getAsObject()->getString("level").value_or("warning");
  std::optional<FindingLevel> Found =
      findLevel(Name == "none" ? "remark" : Name);
  if (!Found) {
    P.field("level").report("expected none, warning or error");
    return false;
  }
  Level = *Found;
  return true;
}

static bool readState(const json::Value &E, BaselineState &State, Path P) {
  StringRef Name = E.getAsObject()->getString("baselineState").value_or("");
  std::optional<BaselineState> Found =
      findState(Name == "updated" ? "grown" : Name);
  if (!Found) {
    P.field("baselineState").report("expected new, updated or unchanged");
    return false;
  }
  State = *Found;
  return true;
}

/// Puts \p Fixes where they belong: to a note, or to the finding.
static bool placeFixes(std::vector<SarifFix> &Fixes, Finding &F, Path P) {
  for (SarifFix &Fix : Fixes) {
    if (!Fix.NoteIndex) {
      F.Fix = std::move(Fix.Edits);
    } else if (*Fix.NoteIndex < F.Notes.size()) {
      F.Notes[*Fix.NoteIndex].Fix = std::move(Fix.Edits);
    } else {
      P.field("fixes").report("expected the id of a related location");
      return false;
    }
  }
  return true;
}

static bool readFingerprint(const json::Value &E, std::string &Fingerprint,
                            Path P) {
  const json::Object *Prints =
      E.getAsObject()->getObject("partialFingerprints");
  std::optional<StringRef> Print =
      Prints ? Prints->getString(SarifFingerprintKey) : std::nullopt;
  if (!Print) {
    P.field("partialFingerprints").report("expected a fingerprint of Offstack");
    return false;
  }
  Fingerprint = Print->str();
  return true;
}

/// Reads the property bag of the result \p E.
static bool readProperties(const json::Value &E, SarifResult &Result, Path P) {
  Path Inner = P.field("properties");
  const json::Value *Properties = E.getAsObject()->get("properties");
  if (!Properties) {
    Inner.report("missing value");
    return false;
  }
  ObjectMapper O(*Properties, Inner);
  return O && fromJSON(*Properties, Result.F.Facts, Inner) &&
         O.map("baselineBytes", Result.F.BaselineBytes) &&
         O.map("units", Result.Units);
}

static bool fromJSON(const json::Value &E, SarifResult &Result, Path P) {
  Finding &F = Result.F;
  ObjectMapper O(E, P);
  SarifText Message;
  std::vector<SarifLocation> Places, Related;
  std::vector<SarifFix> Fixes;
  if (!O || !O.map("ruleId", F.Rule) || !O.map("message", Message) ||
      !O.mapOptional("locations", Places) ||
      !O.mapOptional("relatedLocations", Related) ||
      !O.mapOptional("fixes", Fixes) || !readLevel(E, F.Level, P) ||
      !readState(E, F.State, P) || !readFingerprint(E, F.Fingerprint, P) ||
      !readProperties(E, Result, P))
    return false;
  F.Message = std::move(Message.Text);
  if (!Places.empty())
    F.Place = std::move(Places[0].Place);
  for (SarifLocation &Note : Related)
    F.Notes.push_back({Note.Message.Text, Note.Place, {}});
  return placeFixes(Fixes, F, P);
}

/// Returns the only run of \p Document if Offstack wrote it, or null.
static const json::Value *findRun(const json::Value &Document) {
  const json::Object *Top = Document.getAsObject();
  const json::Array *Runs = Top ? Top->getArray("runs") : nullptr;
  if (!Runs || Runs->size() != 1)
    return nullptr;
  const json::Object *Run = Runs->front().getAsObject();
  const json::Object *Tool = Run ? Run->getObject("tool") : nullptr;
  const json::Object *Driver = Tool ? Tool->getObject("driver") : nullptr;
  bool IsOurs = Driver && Driver->getString("name") == StringRef(SarifToolName);
  return IsOurs ? &Runs->front() : nullptr;
}

Expected<Report> readSarif(const json::Value &Document) {
  const json::Value *Run = findRun(Document);
  if (!Run)
    return createStringError("is no report of Offstack");
  Path::Root Root("run");
  Path P(Root);
  Report R;
  std::vector<SarifResult> Results;
  ObjectMapper O(*Run, P);
  if (!O.map("results", Results))
    return Root.getError();
  const json::Object *Properties = Run->getAsObject()->getObject("properties");
  const json::Value *Units = Properties ? Properties->get("units") : nullptr;
  if (!Units)
    P.field("properties").report("expected the compilations");
  if (!Units || !json::fromJSON(*Units, R.Units, P.field("properties")))
    return Root.getError();
  for (SarifResult &Result : Results) {
    auto Found = findUnits(Result.Units, R.Units, P.field("results"));
    if (!Found)
      return Root.getError();
    Result.F.Units = std::move(*Found);
    R.Findings.push_back(std::move(Result.F));
  }
  return R;
}

} // namespace offstack
