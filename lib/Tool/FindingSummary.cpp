//===- FindingSummary.cpp - What was found, for people --------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints findings and their numbers.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/FindingSummary.h"
#include "Offstack/Support/ByteSize.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

std::string shortenPath(StringRef Path, StringRef Folder) {
  StringRef Rest = Path;
  if (!Folder.empty() && Rest.consume_front(Folder) && Rest.consume_front("/"))
    return Rest.str();
  return Path.str();
}

/// As clang colours them.
static raw_ostream::Colors getColor(FindingLevel Level) {
  switch (Level) {
  case FindingLevel::Remark:
    return raw_ostream::BLUE;
  case FindingLevel::Warning:
    return raw_ostream::MAGENTA;
  case FindingLevel::Error:
    return raw_ostream::RED;
  }
  llvm_unreachable("all levels are above");
}

/// Prints "a.c:1:2: " for \p Place of \p F.
static void printPlace(const Finding &F, const SourcePlace &Place,
                       StringRef Folder, raw_ostream &OS) {
  if (Place.File.empty())
    return;
  OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << shortenPath(makeAbsolute(F, Place.File), Folder) << ':';
  if (Place.Line)
    OS << Place.Line << ':';
  if (Place.Column)
    OS << Place.Column << ':';
  OS << ' ';
  OS.resetColor();
}

static void printLine(raw_ostream::Colors Color, StringRef Word,
                      StringRef Message, raw_ostream &OS) {
  OS.changeColor(Color, /*Bold=*/true);
  OS << Word << ": ";
  OS.resetColor();
  OS << Message << '\n';
}

static void printFinding(const Finding &F, StringRef Folder, raw_ostream &OS) {
  printPlace(F, F.Place, Folder, OS);
  printLine(getColor(F.Level), getLevelName(F.Level), F.Message, OS);
  for (const FindingNote &Note : F.Notes) {
    printPlace(F, Note.Place, Folder, OS);
    printLine(raw_ostream::CYAN, "note", Note.Message, OS);
  }
}

/// Returns "1 file" or "2 files".
static std::string count(size_t Number, StringRef Noun) {
  return utostr(Number) + " " + Noun.str() + (Number == 1 ? "" : "s");
}

/// Prints "12 large-local, 3 unbounded", the most frequent first.
static void printRules(ArrayRef<const Finding *> Shown, raw_ostream &OS) {
  MapVector<StringRef, size_t> ByRule;
  for (const Finding *F : Shown)
    ++ByRule[F->Rule];
  auto Rules = ByRule.takeVector();
  sort(Rules, [](const auto &A, const auto &B) {
    return std::make_pair(B.second, A.first) <
           std::make_pair(A.second, B.first);
  });
  ListSeparator Separator;
  for (const auto &[Rule, Number] : Rules)
    OS << Separator << Number << ' ' << Rule;
}

/// Prints the finding that takes most, if any has a size.
static void printLargest(ArrayRef<const Finding *> Shown, StringRef Folder,
                         raw_ostream &OS) {
  const Finding *Largest = nullptr;
  for (const Finding *F : Shown)
    // What a level of a recursion takes is no size to compare.
    if (F->Facts.Bytes && F->Facts.Cycle.empty() &&
        (!Largest || *F->Facts.Bytes > *Largest->Facts.Bytes))
      Largest = F;
  if (!Largest)
    return;
  StringRef Name = Largest->Facts.Variable.empty() ? Largest->Facts.Function
                                                   : Largest->Facts.Variable;
  OS << "largest: '" << Name << "', "
     << formatExactByteSize(*Largest->Facts.Bytes) << ", "
     << shortenPath(makeAbsolute(*Largest, Largest->Place.File), Folder) << ':'
     << Largest->Place.Line << '\n';
}

void printFindings(const Report &R, StringRef Folder, raw_ostream &OS) {
  std::vector<const Finding *> Shown;
  StringSet<> Files;
  for (const Finding &F : R.Findings) {
    if (F.State == BaselineState::Unchanged)
      continue;
    Shown.push_back(&F);
    Files.insert(makeAbsolute(F, F.Place.File));
    printFinding(F, Folder, OS);
  }
  if (!Shown.empty())
    OS << '\n';
  OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  OS << count(Shown.size(), "finding");
  OS.resetColor();
  if (!Shown.empty()) {
    OS << " in " << count(Files.size(), "file") << ": ";
    printRules(Shown, OS);
  }
  OS << '\n';
  if (size_t Known = R.Findings.size() - Shown.size())
    OS << count(Known, "more finding") << " that the baseline has\n";
  printLargest(Shown, Folder, OS);
}

} // namespace offstack
