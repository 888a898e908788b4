//===- ProgressBar.cpp - How far a check is -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Draws the bar.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/ProgressBar.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

/// The columns between the ends of the bar.
static constexpr size_t BarColumns = 30;

/// Goes to the begin of the line, and clears what is behind the cursor.
static constexpr StringLiteral LineStart = "\r";
static constexpr StringLiteral ClearRest = "\x1b[K";

void ProgressBar::finishFile(StringRef File, size_t Found) {
  ++Done;
  std::string Count = utostr(Done) + "/" + utostr(Total);
  if (!Columns) {
    OS << '[' << Count << "] " << File << '\n';
    OS.flush();
    return;
  }
  size_t Filled = Total ? Done * BarColumns / Total : BarColumns;
  std::string Line = ("[" + Twine(std::string(Filled, '#')) +
                      std::string(BarColumns - Filled, '-') + "] " + Count +
                      ", " + Twine(Found) + " found  " + File)
                         .str();
  // A line that is too long would wrap, and could not be drawn over.
  OS << LineStart << StringRef(Line).take_front(Columns - 1) << ClearRest;
  OS.flush();
}

void ProgressBar::clear() {
  if (Columns && Done)
    OS << LineStart << ClearRest;
  OS.flush();
}

} // namespace offstack
