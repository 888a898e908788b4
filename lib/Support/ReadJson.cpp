//===- ReadJson.cpp - Reads JSON of others --------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The levels are counted before LLVM reads the text.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/ReadJson.h"

using namespace llvm;

namespace offstack {

/// Objects and arrays in each other that a report has at most, amply; what
/// names the files of a build has three.
static constexpr unsigned DeepestNesting = 64;

/// Returns true if \p Text is nested deeper than that.
static bool isTooDeep(StringRef Text) {
  unsigned Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if (InString && C == '\\')
      ++I;
    else if (C == '"')
      InString = !InString;
    else if (!InString && (C == '{' || C == '['))
      ++Depth;
    else if (!InString && (C == '}' || C == ']') && Depth)
      --Depth;
    if (Depth > DeepestNesting)
      return true;
  }
  return false;
}

Expected<json::Value> readJsonText(StringRef Text) {
  if (isTooDeep(Text))
    return createStringError("more than " + Twine(DeepestNesting) +
                             " levels of '[' and '{' are open at a time");
  return json::parse(Text);
}

} // namespace offstack
