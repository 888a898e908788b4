//===- Report.cpp - The findings of many compilations ---------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Orders, joins and takes out.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Report.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

void sortFindings(std::vector<Finding> &Findings) {
  sort(Findings, [](const Finding &L, const Finding &R) {
    // Larger first, then from the first place on.
    auto Key = [](const Finding &Worse, const Finding &F) {
      return std::tuple(Worse.Level, Worse.Facts.Bytes.value_or(0),
                        StringRef(F.Place.File), F.Place.Line, F.Place.Column,
                        StringRef(F.Rule), StringRef(F.Fingerprint),
                        StringRef(F.Message));
    };
    return Key(R, L) < Key(L, R);
  });
}

std::string makeAbsolute(const Finding &F, StringRef File) {
  SmallString<128> Path(File);
  if (!F.Units.empty() && !File.empty())
    sys::path::make_absolute(F.Units[0].Directory, Path);
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

/// Makes every name of a file in \p F absolute, so that compilations that run
/// in different folders can share it.
static void makeAllAbsolute(Finding &F) {
  auto Change = [&](SourcePlace &Place) {
    Place.File = makeAbsolute(F, Place.File);
  };
  auto ChangeFix = [&](std::vector<FixEdit> &Fix) {
    for (FixEdit &Edit : Fix)
      Change(Edit.Begin);
  };
  Change(F.Place);
  ChangeFix(F.Fix);
  for (FindingNote &Note : F.Notes) {
    Change(Note.Place);
    ChangeFix(Note.Fix);
  }
  for (FramePart &Part : F.Facts.Parts)
    Change(Part.Place);
  for (CallStep &Step : F.Facts.Cycle)
    Change(Step.Place);
}

/// Returns what tells \p F from others.
static std::string getKey(const Finding &F) {
  return join_items("\n", F.Fingerprint, makeAbsolute(F, F.Place.File),
                    std::to_string(F.Place.Line),
                    std::to_string(F.Place.Column),
                    std::to_string(F.Facts.Bytes.value_or(0)));
}

/// Adds the units of \p Other, which is the same finding, to \p F. One that is
/// a warning in one compilation and an error in another is an error.
static void joinUnits(Finding &F, const Finding &Other) {
  F.Level = std::max(F.Level, Other.Level);
  for (const CompilationUnit &Unit : Other.Units) {
    if (is_contained(F.Units, Unit))
      continue;
    if (!F.Units.empty() && Unit.Directory != F.Units[0].Directory)
      makeAllAbsolute(F);
    F.Units.push_back(Unit);
  }
}

Report mergeReports(ArrayRef<Report> Reports) {
  Report All;
  StringMap<size_t> Known;
  for (const Report &Each : Reports) {
    append_range(All.Units, Each.Units);
    for (const Finding &F : Each.Findings) {
      auto [Place, IsNew] = Known.try_emplace(getKey(F), All.Findings.size());
      if (IsNew)
        All.Findings.push_back(F);
      else
        joinUnits(All.Findings[Place->second], F);
    }
  }
  sort(All.Units);
  All.Units.erase(llvm::unique(All.Units), All.Units.end());
  for (Finding &F : All.Findings)
    sort(F.Units);
  sortFindings(All.Findings);
  return All;
}

void removeUnit(Report &All, const CompilationUnit &Unit) {
  erase(All.Units, Unit);
  for (Finding &F : All.Findings)
    if (is_contained(F.Units, Unit)) {
      // What stays may start from another folder.
      if (any_of(F.Units, [&](const CompilationUnit &Other) {
            return Other.Directory != Unit.Directory;
          }))
        makeAllAbsolute(F);
      erase(F.Units, Unit);
    }
  erase_if(All.Findings, [](const Finding &F) { return F.Units.empty(); });
}

} // namespace offstack
