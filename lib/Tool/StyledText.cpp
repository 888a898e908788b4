//===- StyledText.cpp - Words with a style --------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Marks are control characters, which documentation has none of.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/StyledText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static constexpr char BeginBold = '\1';
static constexpr char EndBold = '\2';
static constexpr char BeginCode = '\3';
static constexpr char EndCode = '\4';

static bool isMark(char C) { return C >= BeginBold && C <= EndCode; }

/// Takes "[label](target)" off the front of \p Rest and returns what to show,
/// or nothing if it is no link.
static std::optional<std::string> takeLink(StringRef &Rest) {
  size_t Middle = Rest.find("](");
  size_t End = Rest.find(')', Middle);
  if (!Rest.starts_with("[") || Rest.starts_with("[[") ||
      Middle == StringRef::npos || End == StringRef::npos)
    return std::nullopt;
  StringRef Label = Rest.slice(1, Middle);
  StringRef Target = Rest.slice(Middle + 2, End);
  Rest = Rest.drop_front(End + 1);
  // An address within the documentation is of no use here.
  if (!Target.starts_with("http"))
    return Label.str();
  return (Label + " (" + Target + ")").str();
}

/// Returns \p Markdown with the labels of its links in their places.
static std::string dropLinks(StringRef Markdown) {
  std::string Text;
  bool IsCode = false;
  while (!Markdown.empty()) {
    if (!IsCode)
      if (std::optional<std::string> Label = takeLink(Markdown)) {
        Text += *Label;
        continue;
      }
    IsCode ^= Markdown.front() == '`';
    Text += Markdown.front();
    Markdown = Markdown.drop_front();
  }
  return Text;
}

std::string parseStyles(StringRef Markdown, bool HasColors) {
  std::string Plain = dropLinks(Markdown);
  StringRef Rest = Plain;
  std::string Text;
  bool IsCode = false, IsBold = false;
  while (!Rest.empty()) {
    if (!IsCode && Rest.consume_front("**")) {
      Text += IsBold ? EndBold : BeginBold;
      IsBold = !IsBold;
      continue;
    }
    char C = Rest.front();
    Rest = Rest.drop_front();
    if (C != '`') {
      Text += C;
      continue;
    }
    Text += IsCode ? StringRef(HasColors ? "\4" : "`\4")
                   : StringRef(HasColors ? "\3" : "\3`");
    IsCode = !IsCode;
  }
  return Text;
}

unsigned getColumns(StringRef Styled) {
  std::string Visible;
  for (char C : Styled)
    if (!isMark(C))
      Visible += C;
  int Columns = sys::unicode::columnWidthUTF8(Visible);
  // What cannot be printed has a negative width.
  return Columns < 0 ? Visible.size() : Columns;
}

std::string wrapStyled(StringRef Styled, const Indents &Indent,
                       unsigned Width) {
  std::string Text = Indent.First;
  unsigned Column = getColumns(Indent.First);
  bool IsLineEmpty = true;
  for (StringRef Word : split(Styled, ' ')) {
    if (Word.empty())
      continue;
    unsigned Columns = getColumns(Word);
    if (!IsLineEmpty && Column + 1 + Columns > Width) {
      Text += "\n" + Indent.Rest;
      Column = getColumns(Indent.Rest);
      IsLineEmpty = true;
    }
    if (!IsLineEmpty) {
      Text += ' ';
      ++Column;
    }
    Text += Word;
    Column += Columns;
    IsLineEmpty = false;
  }
  return Text;
}

void printStyled(StringRef Styled, raw_ostream &OS) {
  for (char C : Styled)
    switch (C) {
    case BeginBold:
      OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
      break;
    case BeginCode:
      OS.changeColor(raw_ostream::CYAN);
      break;
    case EndBold:
    case EndCode:
      OS.resetColor();
      break;
    default:
      OS << C;
    }
}

} // namespace offstack
