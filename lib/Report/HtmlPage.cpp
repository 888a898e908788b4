//===- HtmlPage.cpp - A report for a browser ------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes the page. The style and the script are files beside this one.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/HtmlPage.h"
#include "FactsJson.h"
#include "HtmlParts.h"
#include "Offstack/Support/ByteSize.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral Style =
#include "HtmlPageStyle.inc"
    ;

static constexpr StringLiteral Script =
#include "HtmlPageScript.inc"
    ;

std::string escapeHtml(StringRef Text) {
  std::string Escaped;
  raw_string_ostream OS(Escaped);
  printHTMLEscaped(makeUtf8(Text), OS);
  return Escaped;
}

namespace {
/// A column of the table: its head, the data attribute that it is sorted by,
/// and whether that is a number.
struct Column {
  StringLiteral Head;
  StringLiteral Key;
  bool IsNumber;
};
} // namespace

static constexpr Column Columns[] = {
    {"Level", "level", true},  {"Rule", "rule", false},
    {"Bytes", "bytes", true},  {"Function", "function", false},
    {"Place", "place", false}, {"What was found", "message", false}};

/// Returns "1 finding" or "2 findings".
static std::string count(size_t Number, StringRef Noun) {
  return utostr(Number) + " " + Noun.str() + (Number == 1 ? "" : "s");
}

static std::string printSummary(const Report &R) {
  StringSet<> Files;
  for (const Finding &F : R.Findings)
    Files.insert(makeAbsolute(F, F.Place.File));
  std::string Text = count(R.Findings.size(), "finding");
  if (!R.Findings.empty())
    Text += " in " + count(Files.size(), "file");
  return Text + ", of " + count(R.Units.size(), "compilation");
}

/// Writes the begin of the page. It may use what is in it and nothing else.
static void writeHead(const Report &R, raw_ostream &OS) {
  OS << "<!doctype html>\n<html lang=\"en\">\n<head>\n"
        "<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\""
        "default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">\n"
        "<title>Offstack: "
     << printSummary(R) << "</title>\n<style>\n"
     << Style << "</style>\n</head>\n<body>\n<header><h1>Offstack</h1><p>"
     << printSummary(R)
     << "</p><button type=\"button\" id=\"theme\">Dark or light</button>"
        "</header>\n";
}

/// Writes the filter: a field for text, and a box for each rule.
static void writeControls(const Report &R, raw_ostream &OS) {
  MapVector<StringRef, size_t> Rules;
  for (const Finding &F : R.Findings)
    ++Rules[F.Rule];
  OS << "<div class=\"controls\"><label>Filter <input type=\"search\" "
        "id=\"filter\" placeholder=\"words to be found\"></label>\n"
        "<fieldset aria-label=\"Rules\">\n";
  for (const auto &[Rule, Number] : Rules)
    OS << "<label><input type=\"checkbox\" name=\"rule\" checked value=\""
       << escapeHtml(Rule) << "\"> " << escapeHtml(Rule) << " (" << Number
       << ")</label>\n";
  OS << "</fieldset><output id=\"shown\"></output></div>\n";
}

static void writeNotes(const Finding &F, StringRef Folder, raw_ostream &OS) {
  if (F.Notes.empty())
    return;
  OS << "<ul>\n";
  for (const FindingNote &Note : F.Notes) {
    std::string Place =
        printPlace(F, Note.Place, Folder, Note.Place.File != F.Place.File);
    OS << "<li>" << escapeHtml(Note.Message);
    // What is said of the finding's own place needs no other.
    if (!Place.empty() && !(Note.Place == F.Place))
      OS << " <code>" << escapeHtml(Place) << "</code>";
    OS << "</li>\n";
  }
  OS << "</ul>\n";
}

/// Writes the drawings that go with \p F, and its notes.
static void writeDetails(const Finding &F, StringRef Folder, raw_ostream &OS) {
  if (!F.Facts.Parts.empty())
    writeFrameParts(F.Facts.Parts, OS);
  if (!F.Facts.Cycle.empty())
    writeCycle(F.Facts.Cycle, OS);
  writeNotes(F, Folder, OS);
}

/// Writes the message of \p F, which opens what there is more to tell.
static void writeMessage(const Finding &F, StringRef Folder, raw_ostream &OS) {
  bool HasDetails =
      !F.Notes.empty() || !F.Facts.Parts.empty() || !F.Facts.Cycle.empty();
  OS << "<td class=\"what\">" << (HasDetails ? "<details><summary>" : "")
     << escapeHtml(F.Message);
  if (StringRef State = getStateName(F.State); !State.empty())
    OS << "<span class=\"state\">" << State << "</span>";
  writeFrameBar(F.Facts.Parts, F.Facts.LimitBytes, OS);
  if (HasDetails) {
    OS << "</summary>\n";
    writeDetails(F, Folder, OS);
    OS << "</details>";
  }
  OS << "</td>";
}

static void writeBytes(const FindingFacts &Facts, raw_ostream &OS) {
  OS << "<td class=\"bytes\">";
  if (Facts.Bytes)
    OS << "<span title=\"" << formatExactByteSize(*Facts.Bytes) << "\">"
       << formatByteSize(*Facts.Bytes) << "</span>";
  if (Facts.LimitBytes)
    OS << "<span class=\"limit\">of " << formatByteSize(*Facts.LimitBytes)
       << "</span>";
  OS << "</td>";
}

/// Returns \p Text, which is escaped, with places where a line may end: behind
/// the slashes of a path and the colons of a scope.
static std::string allowBreaks(StringRef Text) {
  std::string Result;
  for (size_t I = 0; I != Text.size(); ++I) {
    Result += Text[I];
    if (Text[I] == '/' || (I && Text.substr(I - 1, 2) == "::"))
      Result += "<wbr>";
  }
  return Result;
}

static void writeRow(const Finding &F, StringRef Folder, raw_ostream &OS) {
  std::string Place =
      escapeHtml(printPlace(F, F.Place, Folder, /*WithFile=*/true));
  std::string Level = getLevelName(F.Level).str();
  OS << "<tr data-level=\"" << static_cast<int>(F.Level) << "\" data-rule=\""
     << escapeHtml(F.Rule) << "\" data-bytes=\"";
  // What has no size is less than what has.
  if (F.Facts.Bytes)
    OS << *F.Facts.Bytes;
  else
    OS << -1;
  OS << "\" data-function=\"" << escapeHtml(F.Facts.Function)
     << "\" data-place=\"" << Place << "\" data-message=\""
     << escapeHtml(F.Message) << "\">\n<td class=\"level " << Level << "\">"
     << Level << "</td><td class=\"rule\">" << escapeHtml(F.Rule) << "</td>";
  writeBytes(F.Facts, OS);
  OS << "<td class=\"place\"><code>"
     << allowBreaks(escapeHtml(F.Facts.Function))
     << "</code></td><td class=\"place\"><code title=\""
     << escapeHtml(makeAbsolute(F, F.Place.File)) << "\">" << allowBreaks(Place)
     << "</code></td>";
  writeMessage(F, Folder, OS);
  OS << "</tr>\n";
}

static void writeTable(const Report &R, raw_ostream &OS) {
  OS << "<table id=\"findings\">\n<thead><tr>";
  for (const Column &C : Columns)
    OS << "<th scope=\"col\" aria-sort=\"none\"><button type=\"button\" "
          "data-key=\""
       << C.Key << "\" data-kind=\"" << (C.IsNumber ? "number" : "text")
       << "\">" << C.Head << "</button></th>";
  OS << "</tr></thead>\n<tbody>\n";
  std::string Folder = findCommonFolder(R);
  for (const Finding &F : R.Findings)
    writeRow(F, Folder, OS);
  OS << "</tbody></table>\n";
}

void writeHtml(const Report &R, raw_ostream &OS) {
  writeHead(R, OS);
  if (R.Findings.empty()) {
    OS << "<p class=\"none\">Nothing was found.</p>\n";
  } else {
    writeControls(R, OS);
    writeTable(R, OS);
  }
  OS << "<script>\n" << Script << "</script>\n</body>\n</html>\n";
}

} // namespace offstack
