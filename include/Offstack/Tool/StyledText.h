//===- StyledText.h - Words with a style ------------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Text in which words are bold or code, kept as a string with marks in it, so
// that it can be measured, broken into lines and printed.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_STYLEDTEXT_H
#define OFFSTACK_TOOL_STYLEDTEXT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Where a line begins: the first of a paragraph, and those that follow.
struct Indents {
  std::string First;
  std::string Rest;
};

/// Returns \p Markdown, the text of a paragraph, with marks in the place of
/// `code`, **bold** and [links](to). Code keeps its quotes unless \p HasColors,
/// which tell it apart.
std::string parseStyles(llvm::StringRef Markdown, bool HasColors);

/// Returns the columns that \p Styled takes, which has no line breaks.
unsigned getColumns(llvm::StringRef Styled);

/// Returns \p Styled in lines of at most \p Width columns, where its words
/// allow. A break for words that are longer makes no empty line.
std::string wrapStyled(llvm::StringRef Styled, const Indents &Indent,
                       unsigned Width);

/// Prints \p Styled, in colours if \p OS has them enabled.
void printStyled(llvm::StringRef Styled, llvm::raw_ostream &OS);

} // namespace offstack

#endif // OFFSTACK_TOOL_STYLEDTEXT_H
