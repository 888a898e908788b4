//===- HtmlParts.h - Parts of the page --------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What HtmlPage.cpp puts together.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_LIB_REPORT_HTMLPARTS_H
#define OFFSTACK_LIB_REPORT_HTMLPARTS_H

#include "Offstack/Report/Report.h"
#include "llvm/ADT/ArrayRef.h"

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Returns \p Text, from a source file or a message, as a part of a page: in an
/// element or in a quoted attribute.
std::string escapeHtml(llvm::StringRef Text);

/// Returns the folder that all findings of \p R are in; absolute, with a slash
/// at its end. Empty if there is none but the root.
std::string findCommonFolder(const Report &R);

/// Returns \p Place of \p F as "file.c:1:2", from \p Folder where it is in
/// there. Without \p WithFile, for one in a file that is named already, "line
/// 1".
std::string printPlace(const Finding &F, const SourcePlace &Place,
                       llvm::StringRef Folder, bool WithFile);

/// Writes what fills a frame as a bar, each part as wide as its share. If
/// \p LimitBytes is less than all of them, a mark shows where it is.
void writeFrameBar(llvm::ArrayRef<FramePart> Parts,
                   std::optional<uint64_t> LimitBytes, llvm::raw_ostream &OS);

/// Writes what fills a frame as a table: the legend of the bar.
void writeFrameParts(llvm::ArrayRef<FramePart> Parts, llvm::raw_ostream &OS);

/// Writes the cycle \p Steps as a drawing: a box for each function, an arrow
/// for each call.
void writeCycle(llvm::ArrayRef<CallStep> Steps, llvm::raw_ostream &OS);

} // namespace offstack

#endif // OFFSTACK_LIB_REPORT_HTMLPARTS_H
