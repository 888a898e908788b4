//===- MarkdownText.h - Markdown for a terminal -----------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints Markdown as the documentation uses it: headings, paragraphs, lists,
// quotes, tables, code. What has no meaning in a terminal is left out, as the
// addresses of links.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_MARKDOWNTEXT_H
#define OFFSTACK_TOOL_MARKDOWNTEXT_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Prints \p Markdown to \p OS in lines of at most \p Width columns, with
/// colours if \p OS has them enabled. Code is not broken into lines.
void printMarkdown(llvm::StringRef Markdown, llvm::raw_ostream &OS,
                   unsigned Width);

} // namespace offstack

#endif // OFFSTACK_TOOL_MARKDOWNTEXT_H
