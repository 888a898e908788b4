//===- FindingSummary.h - What was found, for people ------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints findings as compilers do, most important first, and counts them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_FINDINGSUMMARY_H
#define OFFSTACK_TOOL_FINDINGSUMMARY_H

#include "Offstack/Report/Report.h"

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Prints the findings of \p R, which are sorted, with their notes, and how
/// many there are of each rule. Files are named from \p Folder where they are
/// in it. Findings that a baseline has are only counted. In colours if \p OS
/// has them enabled.
void printFindings(const Report &R, llvm::StringRef Folder,
                   llvm::raw_ostream &OS);

/// Returns \p Path as it is named from \p Folder, when it is in there.
std::string shortenPath(llvm::StringRef Path, llvm::StringRef Folder);

} // namespace offstack

#endif // OFFSTACK_TOOL_FINDINGSUMMARY_H
