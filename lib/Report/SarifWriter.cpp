//===- SarifWriter.cpp - Writes SARIF 2.1.0 -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Section numbers are those of the OASIS standard.
//
//===----------------------------------------------------------------------===//

#include "FactsJson.h"
#include "Offstack/Report/SarifReport.h"
#include "RuleHelp.h"
#include "SarifNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;

namespace offstack {

namespace {

/// Writes one log.
class SarifWriter {
public:
  SarifWriter(const Report &R, raw_ostream &OS);

  void write();

private:
  void writeTool();
  void writeRule(StringRef Name);
  void writeBaseIds();
  void writeResult(const Finding &F);
  void writeLocations(const Finding &F);
  void writeLogicalLocation(const FindingFacts &Facts);
  void writeRelated(const Finding &F);
  void writeCycle(const Finding &F);
  void writeFixes(const Finding &F);
  void writeFix(const Finding &F, const std::vector<FixEdit> &Fix,
                StringRef Message, std::optional<unsigned> NoteIndex);
  void writeReplacement(const FixEdit &Edit);
  void writeProperties(const Finding &F);

  void writeMessage(StringRef Name, StringRef Text);
  void writeArtifact(const Finding &F, StringRef File);
  void writePhysicalLocation(const Finding &F, const SourcePlace &Place);

  const Report &R;
  json::OStream J;
  /// The folder of all compilations, absolute; empty if there are several.
  StringRef Base;
  /// The rules that there are findings of, and their positions.
  std::map<StringRef, unsigned> Rules;
  bool HasBaseline;
};

} // namespace

SarifWriter::SarifWriter(const Report &R, raw_ostream &OS)
    : R(R), J(OS, /*IndentSize=*/1) {
  if (!R.Units.empty() && all_of(R.Units, [&](const CompilationUnit &Unit) {
        return Unit.Directory == R.Units[0].Directory;
      }))
    Base = R.Units[0].Directory;
  for (const Finding &F : R.Findings)
    Rules[F.Rule] = 0;
  for (auto [Index, Rule] : enumerate(Rules))
    Rule.second = static_cast<unsigned>(Index);
  // All results have a state or none has one (section 3.27.24).
  HasBaseline = all_of(R.Findings, [](const Finding &F) {
    return F.State != BaselineState::None;
  });
}

void SarifWriter::writeMessage(StringRef Name, StringRef Text) {
  J.attributeObject(Name, [&] { J.attribute("text", makeUtf8(Text)); });
}

void SarifWriter::write() {
  J.object([&] {
    J.attribute("version", SarifVersion);
    J.attributeArray("runs", [&] {
      J.object([&] {
        writeTool();
        writeBaseIds();
        J.attribute("columnKind", "unicodeCodePoints");
        J.attributeArray("results", [&] {
          for (const Finding &F : R.Findings)
            writeResult(F);
        });
        J.attributeObject("properties", [&] {
          J.attributeArray("units", [&] { writeUnits(J, R.Units); });
        });
      });
    });
  });
  J.flush();
}

void SarifWriter::writeTool() {
  J.attributeObject("tool", [&] {
    J.attributeObject("driver", [&] {
      J.attribute("name", SarifToolName);
      J.attribute("semanticVersion", OFFSTACK_VERSION);
      J.attributeArray("rules", [&] {
        for (const auto &[Name, Index] : Rules)
          writeRule(Name);
      });
    });
  });
}

/// Section 3.49, reportingDescriptor.
void SarifWriter::writeRule(StringRef Name) {
  RuleHelp Help = getRuleHelp(Name);
  J.object([&] {
    J.attribute("id", makeUtf8(Name));
    writeMessage("shortDescription", Help.Summary);
    writeMessage("fullDescription", Help.Summary + ".");
    writeMessage("help", Help.Help);
    J.attributeObject("defaultConfiguration", [&] {
      J.attribute("level", Help.IsWarning ? "warning" : "none");
    });
  });
}

/// Section 3.14.14: the folder has a slash at its end.
void SarifWriter::writeBaseIds() {
  if (Base.empty())
    return;
  J.attributeObject("originalUriBaseIds", [&] {
    J.attributeObject(SarifBaseId, [&] {
      std::string Uri = makeUri(Base);
      J.attribute("uri", Uri + (StringRef(Uri).ends_with("/") ? "" : "/"));
    });
  });
}

/// Returns the level of \p F in SARIF (section 3.27.10). What is no problem has
/// none.
static StringRef getSarifLevel(FindingLevel Level) {
  return Level == FindingLevel::Remark ? "none" : getLevelName(Level);
}

/// Returns \p State as section 3.27.24 names it.
static StringRef getSarifState(BaselineState State) {
  return State == BaselineState::Grown ? "updated" : getStateName(State);
}

void SarifWriter::writeResult(const Finding &F) {
  J.object([&] {
    J.attribute("ruleId", F.Rule);
    J.attribute("ruleIndex", Rules[F.Rule]);
    if (F.Level == FindingLevel::Remark)
      J.attribute("kind", "informational");
    J.attribute("level", getSarifLevel(F.Level));
    writeMessage("message", F.Message);
    writeLocations(F);
    writeRelated(F);
    writeCycle(F);
    writeFixes(F);
    J.attributeObject("partialFingerprints",
                      [&] { J.attribute(SarifFingerprintKey, F.Fingerprint); });
    if (HasBaseline)
      J.attribute("baselineState", getSarifState(F.State));
    writeProperties(F);
  });
}

/// Section 3.4, artifactLocation.
void SarifWriter::writeArtifact(const Finding &F, StringRef File) {
  J.attributeObject("artifactLocation", [&] {
    bool IsRelative = sys::path::is_relative(File);
    bool HasBase = IsRelative && !Base.empty();
    J.attribute("uri", makeUri(IsRelative && !HasBase ? makeAbsolute(F, File)
                                                      : File.str()));
    if (HasBase)
      J.attribute("uriBaseId", SarifBaseId);
  });
}

/// Section 3.29, physicalLocation.
void SarifWriter::writePhysicalLocation(const Finding &F,
                                        const SourcePlace &Place) {
  if (Place.File.empty())
    return;
  J.attributeObject("physicalLocation", [&] {
    writeArtifact(F, Place.File);
    if (Place.Line)
      J.attributeObject("region", [&] {
        J.attribute("startLine", Place.Line);
        if (Place.Column)
          J.attribute("startColumn", Place.Column);
      });
  });
}

/// Section 3.33, logicalLocation.
void SarifWriter::writeLogicalLocation(const FindingFacts &Facts) {
  if (Facts.Function.empty())
    return;
  J.attributeArray("logicalLocations", [&] {
    J.object([&] {
      J.attribute("fullyQualifiedName", makeUtf8(Facts.Function));
      writeText(J, "decoratedName", Facts.Symbol);
      J.attribute("kind", "function");
    });
  });
}

void SarifWriter::writeLocations(const Finding &F) {
  if (F.Place.File.empty() && F.Facts.Function.empty())
    return;
  J.attributeArray("locations", [&] {
    J.object([&] {
      writePhysicalLocation(F, F.Place);
      writeLogicalLocation(F.Facts);
    });
  });
}

/// The notes (section 3.27.22).
void SarifWriter::writeRelated(const Finding &F) {
  if (F.Notes.empty())
    return;
  J.attributeArray("relatedLocations", [&] {
    for (auto [Index, Note] : enumerate(F.Notes))
      J.object([&, Index = Index, &Note = Note] {
        J.attribute("id", static_cast<int64_t>(Index));
        writePhysicalLocation(F, Note.Place);
        writeMessage("message", Note.Message);
      });
  });
}

/// A recursion, as one thread that goes round (sections 3.36 to 3.38).
void SarifWriter::writeCycle(const Finding &F) {
  if (F.Facts.Cycle.empty())
    return;
  auto WriteStep = [&](const CallStep &Step) {
    J.object([&] {
      J.attributeObject("location", [&] {
        writePhysicalLocation(F, Step.Place);
        writeMessage("message", Step.Caller + " calls " + Step.Callee);
      });
    });
  };
  J.attributeArray("codeFlows", [&] {
    J.object([&] {
      J.attributeArray("threadFlows", [&] {
        J.object([&] {
          J.attributeArray("locations", [&] {
            for (const CallStep &Step : F.Facts.Cycle)
              WriteStep(Step);
          });
        });
      });
    });
  });
}

/// Section 3.57, replacement. What is deleted may be empty.
void SarifWriter::writeReplacement(const FixEdit &Edit) {
  J.object([&] {
    J.attributeObject("deletedRegion", [&] {
      J.attribute("startLine", Edit.Begin.Line);
      J.attribute("startColumn", Edit.Begin.Column);
      J.attribute("endLine", Edit.EndLine);
      J.attribute("endColumn", Edit.EndColumn);
    });
    J.attributeObject("insertedContent",
                      [&] { J.attribute("text", makeUtf8(Edit.Text)); });
  });
}

/// Section 3.55, fix: one object for each file (section 3.56).
void SarifWriter::writeFix(const Finding &F, const std::vector<FixEdit> &Fix,
                           StringRef Message,
                           std::optional<unsigned> NoteIndex) {
  std::map<StringRef, std::vector<const FixEdit *>> ByFile;
  for (const FixEdit &Edit : Fix)
    ByFile[Edit.Begin.File].push_back(&Edit);
  J.object([&] {
    writeMessage("description", Message);
    J.attributeArray("artifactChanges", [&] {
      for (const auto &Change : ByFile)
        J.object([&] {
          writeArtifact(F, Change.first);
          J.attributeArray("replacements", [&] {
            for (const FixEdit *Edit : Change.second)
              writeReplacement(*Edit);
          });
        });
    });
    if (NoteIndex)
      J.attributeObject("properties", [&] { J.attribute("note", *NoteIndex); });
  });
}

void SarifWriter::writeFixes(const Finding &F) {
  auto HasFix = [](const FindingNote &Note) { return !Note.Fix.empty(); };
  if (F.Fix.empty() && none_of(F.Notes, HasFix))
    return;
  J.attributeArray("fixes", [&] {
    if (!F.Fix.empty())
      writeFix(F, F.Fix, F.Message, std::nullopt);
    for (auto [Index, Note] : enumerate(F.Notes))
      if (HasFix(Note))
        writeFix(F, Note.Fix, Note.Message, static_cast<unsigned>(Index));
  });
}

void SarifWriter::writeProperties(const Finding &F) {
  J.attributeObject("properties", [&] {
    writeFacts(J, F.Facts);
    writeNumber(J, "baselineBytes", F.BaselineBytes);
    writeUnitIndices(J, F, R.Units);
  });
}

void writeSarif(const Report &R, raw_ostream &OS) {
  SarifWriter(R, OS).write();
  OS << '\n';
}

} // namespace offstack
