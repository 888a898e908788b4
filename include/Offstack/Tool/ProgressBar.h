//===- ProgressBar.h - How far a check is -----------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A bar that is drawn over itself in a terminal; elsewhere, as in the log of a
// server, a line for each file.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_PROGRESSBAR_H
#define OFFSTACK_TOOL_PROGRESSBAR_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Shows how many of a number of files are done.
class ProgressBar {
public:
  /// Draws to \p OS, which is a terminal of \p Columns columns, or none if that
  /// is 0, and has to outlive the bar.
  ProgressBar(llvm::raw_ostream &OS, unsigned Columns)
      : OS(OS), Columns(Columns) {}

  /// Sets the number of files.
  void setTotal(size_t Files) { Total = Files; }

  /// Shows that \p File is done, and that so far \p Found was found.
  void finishFile(llvm::StringRef File, size_t Found);

  /// Takes the bar away: something else is printed.
  void clear();

private:
  llvm::raw_ostream &OS;
  const unsigned Columns;
  size_t Total = 0;
  size_t Done = 0;
};

} // namespace offstack

#endif // OFFSTACK_TOOL_PROGRESSBAR_H
