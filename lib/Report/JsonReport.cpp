//===- JsonReport.cpp - Reports in Offstack's own format ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes and reads the fields of docs/report-format.md.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/JsonReport.h"
#include "FactsJson.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using json::ObjectMapper;
using json::OStream;
using json::Path;

namespace offstack {

static void writeFix(OStream &J, const std::vector<FixEdit> &Fix) {
  if (Fix.empty())
    return;
  J.attributeArray("fix", [&] {
    for (const FixEdit &Edit : Fix)
      J.object([&] {
        J.attribute("file", makeUtf8(Edit.Begin.File));
        J.attribute("startLine", Edit.Begin.Line);
        J.attribute("startColumn", Edit.Begin.Column);
        J.attribute("endLine", Edit.EndLine);
        J.attribute("endColumn", Edit.EndColumn);
        J.attribute("text", makeUtf8(Edit.Text));
      });
  });
}

static void writeNotes(OStream &J, const std::vector<FindingNote> &Notes) {
  if (Notes.empty())
    return;
  J.attributeArray("notes", [&] {
    for (const FindingNote &Note : Notes)
      J.object([&] {
        J.attribute("message", makeUtf8(Note.Message));
        writePlace(J, "location", Note.Place);
        writeFix(J, Note.Fix);
      });
  });
}

static void writeFinding(OStream &J, const Finding &F,
                         const std::vector<CompilationUnit> &Units) {
  J.object([&] {
    J.attribute("rule", F.Rule);
    J.attribute("level", getLevelName(F.Level));
    J.attribute("message", makeUtf8(F.Message));
    writePlace(J, "location", F.Place);
    writeFacts(J, F.Facts);
    writeNotes(J, F.Notes);
    writeFix(J, F.Fix);
    J.attribute("fingerprint", F.Fingerprint);
    writeText(J, "baseline", getStateName(F.State));
    writeNumber(J, "baselineBytes", F.BaselineBytes);
    writeUnitIndices(J, F, Units);
  });
}

void writeJson(const Report &R, raw_ostream &OS) {
  OStream J(OS, /*IndentSize=*/1);
  J.object([&] {
    J.attribute("schema", JsonSchemaName);
    J.attribute("version", JsonFormatVersion);
    J.attributeObject("tool", [&] {
      J.attribute("name", "Offstack");
      J.attribute("version", OFFSTACK_VERSION);
    });
    J.attributeArray("units", [&] { writeUnits(J, R.Units); });
    J.attributeArray("findings", [&] {
      for (const Finding &F : R.Findings)
        writeFinding(J, F, R.Units);
    });
  });
  OS << '\n';
}

static bool fromJSON(const json::Value &E, FixEdit &Edit, Path P) {
  ObjectMapper O(E, P);
  return O && O.map("file", Edit.Begin.File) &&
         O.map("startLine", Edit.Begin.Line) &&
         O.map("startColumn", Edit.Begin.Column) &&
         O.map("endLine", Edit.EndLine) && O.map("endColumn", Edit.EndColumn) &&
         O.map("text", Edit.Text);
}

static bool fromJSON(const json::Value &E, FindingNote &Note, Path P) {
  ObjectMapper O(E, P);
  return O && O.map("message", Note.Message) &&
         O.mapOptional("location", Note.Place) &&
         O.mapOptional("fix", Note.Fix);
}

static bool fromJSON(const json::Value &E, FindingLevel &Level, Path P) {
  std::optional<FindingLevel> Found = findLevel(E.getAsString().value_or(""));
  if (!Found) {
    P.report("expected remark, warning or error");
    return false;
  }
  Level = *Found;
  return true;
}

/// Reads all of \p F but its units, of which it reads the numbers.
static bool fromJSON(const json::Value &E,
                     std::pair<Finding, std::vector<unsigned>> &Read, Path P) {
  Finding &F = Read.first;
  ObjectMapper O(E, P);
  return O && O.map("rule", F.Rule) && O.map("level", F.Level) &&
         O.map("message", F.Message) && O.mapOptional("location", F.Place) &&
         fromJSON(E, F.Facts, P) && O.mapOptional("notes", F.Notes) &&
         O.mapOptional("fix", F.Fix) && O.map("fingerprint", F.Fingerprint) &&
         O.mapOptional("baseline", F.State) &&
         O.map("baselineBytes", F.BaselineBytes) && O.map("units", Read.second);
}

/// Returns an error unless \p Document says that it has the format.
static Error checkFormat(const json::Value &Document) {
  const json::Object *Top = Document.getAsObject();
  if (!Top || Top->getString("schema") != StringRef(JsonSchemaName))
    return createStringError("is no report of Offstack");
  std::optional<int64_t> Version = Top->getInteger("version");
  if (Version == JsonFormatVersion)
    return Error::success();
  std::string Found = Version ? std::to_string(*Version) : "unknown";
  return createStringError("has version " + Found +
                           " of the format: expected version " +
                           Twine(JsonFormatVersion));
}

Expected<Report> readJson(const json::Value &Document) {
  if (Error Failure = checkFormat(Document))
    return std::move(Failure);
  Path::Root Root("report");
  Path P(Root);
  Report R;
  std::vector<std::pair<Finding, std::vector<unsigned>>> Findings;
  ObjectMapper O(Document, P);
  if (!O.map("units", R.Units) || !O.map("findings", Findings))
    return Root.getError();
  for (auto &[F, Indices] : Findings) {
    auto Units = findUnits(Indices, R.Units, P.field("findings"));
    if (!Units)
      return Root.getError();
    F.Units = std::move(*Units);
    R.Findings.push_back(std::move(F));
  }
  return R;
}

} // namespace offstack
