//===- Baseline.cpp - What was found before -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Paths are compared from their ends: a baseline may have been written in
// another folder or on another machine.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Baseline.h"
#include "Offstack/Report/ReportFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

unsigned countCommonNames(StringRef L, StringRef R) {
  unsigned Count = 0;
  auto LeftIt = sys::path::rbegin(L), LeftEnd = sys::path::rend(L);
  auto RightIt = sys::path::rbegin(R), RightEnd = sys::path::rend(R);
  for (; LeftIt != LeftEnd && RightIt != RightEnd && *LeftIt == *RightIt;
       ++LeftIt, ++RightIt)
    ++Count;
  return Count;
}

/// Returns true if \p L and \p R may be the same file: the same name, and all
/// folders of the shorter path; of two absolute paths one folder at least.
static bool mayBeSameFile(StringRef L, StringRef R) {
  auto CountNames = [](StringRef Path) {
    return static_cast<unsigned>(
        std::distance(sys::path::begin(Path), sys::path::end(Path)));
  };
  unsigned Common = countCommonNames(L, R);
  if (Common >= std::min(CountNames(L), CountNames(R)))
    return true;
  return Common >= 2 && sys::path::is_absolute(L) && sys::path::is_absolute(R);
}

Expected<Baseline> Baseline::load(StringRef Path) {
  Expected<Report> Earlier = readReport(Path);
  if (!Earlier)
    return Earlier.takeError();
  return Baseline(std::move(*Earlier));
}

Baseline::Baseline(Report Earlier) : Earlier(std::move(Earlier)) {
  for (auto [Index, F] : enumerate(this->Earlier.Findings))
    ByFingerprint[F.Fingerprint].push_back(Index);
  IsUsed.resize(this->Earlier.Findings.size());
}

Baseline::Answer Baseline::ask(StringRef Fingerprint, StringRef File,
                               std::optional<uint64_t> Bytes) {
  auto Known = ByFingerprint.find(Fingerprint);
  if (Known == ByFingerprint.end())
    return {BaselineState::New, std::nullopt};
  auto Rate = [&](size_t Index) {
    const Finding &F = Earlier.Findings[Index];
    // No size is no limit to what it may be now.
    return std::pair(countCommonNames(F.Place.File, File),
                     F.Facts.Bytes.value_or(UINT64_MAX));
  };
  size_t Best = Known->second.front();
  for (size_t Index : Known->second)
    if (Rate(Index) > Rate(Best))
      Best = Index;
  IsUsed[Best] = true;
  uint64_t Before = Rate(Best).second;
  if (!Bytes || *Bytes <= Before)
    return {BaselineState::Unchanged, std::nullopt};
  return {BaselineState::Grown, Before};
}

std::vector<const Finding *> Baseline::listUnused(StringRef File) const {
  std::vector<const Finding *> Unused;
  for (auto [Index, F] : enumerate(Earlier.Findings))
    if (!IsUsed[Index] && F.Level != FindingLevel::Remark &&
        mayBeSameFile(F.Place.File, File))
      Unused.push_back(&F);
  return Unused;
}

} // namespace offstack
