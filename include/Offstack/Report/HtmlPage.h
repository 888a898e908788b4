//===- HtmlPage.h - A report for a browser ----------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One file that holds everything: a table of the findings that can be sorted
// and filtered, what fills each frame, and the cycles of recursions as
// drawings. It asks no server and no other file for anything.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REPORT_HTMLPAGE_H
#define OFFSTACK_REPORT_HTMLPAGE_H

#include "Offstack/Report/Report.h"

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Writes \p R as a page. Names and messages can hold any character: none of
/// them is taken for a part of the page. The same report gives the same bytes.
void writeHtml(const Report &R, llvm::raw_ostream &OS);

} // namespace offstack

#endif // OFFSTACK_REPORT_HTMLPAGE_H
