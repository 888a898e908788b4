//===- Finding.cpp - What was found, for programs to read -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The words for levels, kinds and states, which are a part of the format.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Report/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offstack {

/// In the order of the enumerations.
static constexpr StringLiteral Levels[] = {"remark", "warning", "error"};
static constexpr StringLiteral PartKinds[] = {
    "variable",        "parameter",      "temporary", "spills",
    "saved-registers", "call-arguments", "padding",   "other"};
static constexpr StringLiteral States[] = {"", "new", "grown", "unchanged"};

/// Returns the member of an enumeration that \p Name of \p Names is for.
template <typename Enum>
static std::optional<Enum> find(ArrayRef<StringLiteral> Names, StringRef Name) {
  for (auto [Index, Each] : enumerate(Names))
    if (Each == Name)
      return static_cast<Enum>(Index);
  return std::nullopt;
}

StringRef getLevelName(FindingLevel Level) {
  return Levels[static_cast<size_t>(Level)];
}

std::optional<FindingLevel> findLevel(StringRef Name) {
  return find<FindingLevel>(Levels, Name);
}

StringRef getPartKindName(FramePartKind Kind) {
  return PartKinds[static_cast<size_t>(Kind)];
}

std::optional<FramePartKind> findPartKind(StringRef Name) {
  return find<FramePartKind>(PartKinds, Name);
}

StringRef getStateName(BaselineState State) {
  return States[static_cast<size_t>(State)];
}

std::optional<BaselineState> findState(StringRef Name) {
  return find<BaselineState>(States, Name);
}

} // namespace offstack
