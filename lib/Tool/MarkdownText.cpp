//===- MarkdownText.cpp - Markdown for a terminal -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes Markdown apart by lines, into blocks, and prints each.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/MarkdownText.h"
#include "Offstack/Tool/StyledText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <vector>

using namespace llvm;

namespace offstack {

/// What stands between two columns of a table.
static constexpr StringLiteral ColumnGap = "  ";

using Row = std::vector<std::string>;

namespace {

/// Prints one text. Lines that belong together are collected until something
/// else begins.
class MarkdownPrinter {
  raw_ostream &OS;
  const unsigned Width;
  /// The paragraph or list item that is collected, and where its lines begin.
  std::string Paragraph;
  Indents Indent;
  /// The table that is collected.
  std::vector<Row> Table;
  bool IsCode = false;

  void startParagraph(StringRef Text, Indents Where);
  void flush();
  void printHeading(StringRef Line);
  void printTable();
  void addTableRow(StringRef Line);
  bool addToList(StringRef Line);
  void addText(StringRef Line);

public:
  MarkdownPrinter(raw_ostream &OS, unsigned Width) : OS(OS), Width(Width) {}
  void addLine(StringRef Line);
  void finish() { flush(); }
};

} // namespace

void MarkdownPrinter::flush() {
  if (!Table.empty())
    printTable();
  Table.clear();
  if (!Paragraph.empty()) {
    printStyled(
        wrapStyled(parseStyles(Paragraph, OS.colors_enabled()), Indent, Width),
        OS);
    OS << '\n';
  }
  Paragraph.clear();
}

void MarkdownPrinter::startParagraph(StringRef Text, Indents Where) {
  flush();
  Paragraph = Text.str();
  Indent = std::move(Where);
}

void MarkdownPrinter::printHeading(StringRef Line) {
  flush();
  StringRef Text = Line.ltrim('#').trim();
  bool IsTitle = Line.size() - Line.ltrim('#').size() == 1;
  if (OS.colors_enabled()) {
    printStyled(parseStyles(("**" + Text + "**").str(), true), OS);
    OS << '\n';
    return;
  }
  std::string Plain = parseStyles(Text, false);
  printStyled(Plain, OS);
  OS << '\n' << std::string(getColumns(Plain), IsTitle ? '=' : '-') << '\n';
}

namespace {
/// How wide a column of a table is, and how narrow it can become.
struct ColumnWidth {
  unsigned Wanted = 0;
  unsigned Least = 0;
};
} // namespace

/// Returns the columns that the longest word of \p Styled takes.
static unsigned getLongestWord(StringRef Styled) {
  unsigned Longest = 0;
  for (StringRef Word : split(Styled, ' '))
    Longest = std::max(Longest, getColumns(Word));
  return Longest;
}

static std::vector<ColumnWidth> measureColumns(ArrayRef<Row> Table) {
  std::vector<ColumnWidth> Widths;
  for (const Row &Cells : Table) {
    if (Widths.size() < Cells.size())
      Widths.resize(Cells.size());
    for (auto [Width, Cell] : zip(Widths, Cells)) {
      Width.Wanted = std::max(Width.Wanted, getColumns(Cell));
      Width.Least = std::max(Width.Least, getLongestWord(Cell));
    }
  }
  return Widths;
}

/// Returns how wide each column of \p Table becomes: as wide as its cells,
/// while they fit; else the widest give way, down to their longest word.
static std::vector<unsigned> fitColumns(ArrayRef<Row> Table, unsigned Width) {
  std::vector<ColumnWidth> Widths = measureColumns(Table);
  unsigned Sum = ColumnGap.size() * (Widths.size() - 1);
  for (const ColumnWidth &Column : Widths)
    Sum += Column.Wanted;
  while (Sum > Width) {
    ColumnWidth *Widest = nullptr;
    for (ColumnWidth &Column : Widths)
      if (Column.Wanted > Column.Least &&
          (!Widest || Column.Wanted > Widest->Wanted))
        Widest = &Column;
    if (!Widest)
      break;
    --Widest->Wanted;
    --Sum;
  }
  std::vector<unsigned> Fitted;
  for (const ColumnWidth &Column : Widths)
    Fitted.push_back(Column.Wanted);
  return Fitted;
}

/// Prints the cells of a row side by side, each in the lines that it needs.
static void printRow(const Row &Cells, ArrayRef<unsigned> Widths,
                     raw_ostream &OS) {
  std::vector<SmallVector<StringRef, 4>> Lines(Cells.size());
  Row Wrapped;
  size_t Height = 0;
  for (size_t I = 0; I != Cells.size(); ++I)
    Wrapped.push_back(wrapStyled(Cells[I], Indents(), Widths[I]));
  for (size_t I = 0; I != Cells.size(); ++I) {
    StringRef(Wrapped[I]).split(Lines[I], '\n');
    Height = std::max(Height, Lines[I].size());
  }
  for (size_t Line = 0; Line != Height; ++Line) {
    unsigned Missing = 0;
    for (size_t I = 0; I != Cells.size(); ++I) {
      StringRef Text = Line < Lines[I].size() ? Lines[I][Line] : "";
      if (!Text.empty())
        OS.indent(Missing);
      printStyled(Text, OS);
      // Spaces at the end of a line are not printed.
      Missing = (Text.empty() ? Missing : 0) + Widths[I] - getColumns(Text) +
                ColumnGap.size();
    }
    OS << '\n';
  }
}

void MarkdownPrinter::printTable() {
  std::vector<unsigned> Widths = fitColumns(Table, Width);
  for (const Row &Cells : Table) {
    printRow(Cells, Widths, OS);
    if (&Cells != &Table.front())
      continue;
    for (size_t I = 0; I != Widths.size(); ++I)
      OS << (I ? ColumnGap : "") << std::string(Widths[I], '-');
    OS << '\n';
  }
}

/// Returns \p Line without the bars at its ends, split at those between, of
/// which one that is written "\|" is none.
static Row splitCells(StringRef Line) {
  Row Cells(1);
  Line = Line.trim();
  Line.consume_front("|");
  while (!Line.empty()) {
    if (Line.consume_front("\\|")) {
      Cells.back() += '|';
      continue;
    }
    if (Line.consume_front("|")) {
      if (!Line.trim().empty())
        Cells.emplace_back();
      continue;
    }
    Cells.back() += Line.front();
    Line = Line.drop_front();
  }
  for (std::string &Cell : Cells)
    Cell = StringRef(Cell).trim().str();
  return Cells;
}

void MarkdownPrinter::addTableRow(StringRef Line) {
  if (Table.empty())
    flush();
  // The line below the heads.
  if (Line.find_first_not_of("|-: ") == StringRef::npos)
    return;
  Table.push_back(splitCells(Line));
  for (std::string &Cell : Table.back())
    Cell = parseStyles(Cell, OS.colors_enabled());
}

/// Starts an item if \p Line begins with "- " or "1. ".
bool MarkdownPrinter::addToList(StringRef Line) {
  StringRef Rest = Line.ltrim();
  size_t Mark = 0;
  if (Rest.starts_with("- ") || Rest.starts_with("* "))
    Mark = 2;
  else if (size_t Digits = Rest.take_while(isDigit).size();
           Digits && Rest.substr(Digits).starts_with(". "))
    Mark = Digits + 2;
  if (!Mark)
    return false;
  size_t Inner = Line.size() - Rest.size() + Mark;
  startParagraph(Rest.drop_front(Mark),
                 {Line.take_front(Inner).str(), std::string(Inner, ' ')});
  return true;
}

void MarkdownPrinter::addText(StringRef Line) {
  if (Line.consume_front("> ")) {
    if (Paragraph.empty())
      startParagraph(Line, {"  ", "  "});
    else
      Paragraph += (" " + Line).str();
    return;
  }
  if (!Table.empty() || Paragraph.empty())
    startParagraph(Line, {});
  else
    Paragraph += (" " + Line.ltrim()).str();
}

void MarkdownPrinter::addLine(StringRef Line) {
  if (Line.starts_with("```")) {
    flush();
    IsCode = !IsCode;
  } else if (IsCode) {
    OS << (Line.empty() ? "" : "    ") << Line << '\n';
  } else if (Line.trim().empty()) {
    flush();
    OS << '\n';
  } else if (Line.starts_with("#")) {
    printHeading(Line);
  } else if (Line.starts_with("|")) {
    addTableRow(Line);
  } else if (!Line.starts_with("<!--") && !addToList(Line)) {
    addText(Line);
  }
}

void printMarkdown(StringRef Markdown, raw_ostream &OS, unsigned Width) {
  MarkdownPrinter Printer(OS, Width);
  for (StringRef Line : split(Markdown.rtrim('\n'), '\n'))
    Printer.addLine(Line);
  Printer.finish();
}

} // namespace offstack
