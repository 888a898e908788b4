//===- IgnoreMistakes.cpp - Lines that can match nothing ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares sections, kinds and patterns with those that are looked up.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Support/IgnoreEntries.h"
#include "Offstack/Support/IgnoreList.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offstack {

static constexpr StringLiteral SanitizerNames[] = {
#define SANITIZER(Name, Id) Name,
#define SANITIZER_GROUP(Name, Id, Members) Name,
#include "clang/Basic/Sanitizers.def"
};

std::vector<StringRef> getIgnoreSections() {
  std::vector<StringRef> Sections = {BoxSection};
  for (const DiagnosticRow &Row : getDiagnosticRows())
    // The others are about what the user has written for Offstack.
    if (!Row.Group.empty() && Row.Id != Diagnostic::BoxImpossible &&
        Row.Id != Diagnostic::UselessIgnoreEntry)
      Sections.push_back(Row.Name);
  return Sections;
}

/// Returns true if the section of \p Line is one that sanitizers read.
static bool isForSanitizers(const IgnoreLine &Line) {
  return any_of(SanitizerNames,
                [&](StringRef Name) { return Line.isIn(Name); });
}

/// Returns why the section of \p Line is about nothing, or nothing.
static std::string checkSection(const IgnoreLine &Line) {
  std::vector<StringRef> Sections = getIgnoreSections();
  if (any_of(Sections, [&](StringRef Name) { return Line.isIn(Name); }) ||
      isForSanitizers(Line))
    return "";
  return "expected one of " + join(Sections, ", ") + ", or a sanitizer";
}

/// Returns why \p Line, an entry of a section that is looked up, matches
/// nothing whatever the program, or nothing.
static std::string checkEntry(const IgnoreLine &Line) {
  auto HasKind = [&](StringRef Kind) { return Line.hasKind(Kind); };
  bool IsShared = isForSanitizers(Line);
  // Sanitizers have kinds and categories of their own.
  if (none_of(IgnoreKinds, HasKind))
    return IsShared && (HasKind("global") || HasKind("type"))
               ? ""
               : "expected one of the kinds " +
                     join(std::begin(IgnoreKinds), std::end(IgnoreKinds), ", ");
  if (Line.hasCategory())
    return IsShared ? "" : "entries with a category ('=') are not looked up";
  auto IsAboutVariables = [&](StringRef Section) {
    return Line.isIn(Section) &&
           none_of(getDiagnosticRows(), [&](const DiagnosticRow &Row) {
             return Row.Name == Section && isAboutRecursion(Row);
           });
  };
  if (HasKind("var") && none_of(getIgnoreSections(), IsAboutVariables))
    return "recursion is not about variables";
  StringRef Pattern = Line.getText().split(':').second;
  // Globs of brackets apart, as those of methods of Objective-C.
  if (HasKind("fun") && Pattern.contains("::") && !Pattern.contains('['))
    return "it is compared with the mangled name of functions, which has no "
           "'::'";
  return "";
}

std::vector<IgnoreMistake> findMistakes(ArrayRef<IgnoreLine> Lines) {
  std::vector<IgnoreMistake> Mistakes;
  std::vector<StringRef> Sections = getIgnoreSections();
  for (const IgnoreLine &Line : Lines) {
    bool IsHead = Line.isSectionHead();
    bool IsRead =
        any_of(Sections, [&](StringRef Name) { return Line.isIn(Name); });
    // What is wrong with a section is told once, at its head.
    if (!IsHead && !IsRead)
      continue;
    std::string Reason = IsHead ? checkSection(Line) : checkEntry(Line);
    if (Reason.empty())
      continue;
    StringRef Subject = IsHead ? "section" : "entry";
    Mistakes.push_back({Line.getNumber(),
                        (Subject + " '" + Line.getText() + "'").str(),
                        std::move(Reason)});
  }
  return Mistakes;
}

} // namespace offstack
