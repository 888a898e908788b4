//===- MarkdownTables.cpp - The tables of the docs ------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints each table of the registry as Markdown.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/MarkdownTables.h"
#include "Offstack/Registry/Attributes.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Registry/Hazards.h"
#include "Offstack/Registry/Rules.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

/// Prints \p Text, in which a bar would end the table cell.
static void printEscaped(raw_ostream &OS, StringRef Text) {
  for (char C : Text) {
    if (C == '|')
      OS << '\\';
    OS << C;
  }
}

static void printCell(raw_ostream &OS, StringRef Text) {
  OS << ' ';
  printEscaped(OS, Text);
  OS << " |";
}

/// Prints \p Text as code: elsewhere "<bytes>" would be an HTML tag.
static void printCodeCell(raw_ostream &OS, StringRef Text) {
  OS << " `";
  printEscaped(OS, Text);
  OS << "` |";
}

void printOptionTable(raw_ostream &OS) {
  OS << "| option | value | default | meaning |\n|---|---|---|---|\n";
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  OS << "| `" << Name << "` |";                                                \
  printCodeCell(OS, Syntax);                                                   \
  printCell(OS, Default);                                                      \
  printCell(OS, Help);                                                         \
  OS << '\n';
#include "Offstack/Registry/Options.def"
}

void printStackProfileTable(raw_ostream &OS) {
  OS << "| profile | KiB | source |\n|---|---|---|\n";
#define OFFSTACK_STACK_PROFILE(Name, Bytes, Source)                            \
  OS << "| `" << Name << "` | " << (Bytes) / 1024 << " |";                     \
  printCell(OS, Source);                                                       \
  OS << '\n';
#include "Offstack/Registry/StackProfiles.def"
}

void printAttributeTable(raw_ostream &OS) {
  OS << "| attribute | on | meaning |\n|---|---|---|\n";
  for (const AttributeRow &Row : getAttributeRows()) {
    printCodeCell(OS << '|',
                  ("[[offstack::" + Row.Name + Row.Arguments + "]]").str());
    printCell(OS, Row.Subjects);
    printCell(OS, Row.Summary);
    OS << '\n';
  }
}

void printDiagnosticTable(raw_ostream &OS) {
  OS << "| name | kind | reports |\n|---|---|---|\n";
  for (const DiagnosticRow &Row : getDiagnosticRows()) {
    OS << "| [`" << Row.Name << "`](" << Row.Name << ".md) | ";
    if (Row.Group.empty())
      OS << "remark";
    else
      OS << (isOnByDefault(Row) ? "warning, `-W" : "warning, off, `-W")
         << Row.Group << '`';
    OS << " |";
    printCell(OS, Row.Summary);
    OS << '\n';
  }
}

void printHazardTable(raw_ostream &OS) {
  OS << "| name | kept on the stack because |\n|---|---|\n";
  for (const HazardRow &Row : getHazardRows()) {
    OS << "| [`" << Row.Name << "`](" << Row.Name << ".md) |";
    printCell(OS, Row.Reason);
    OS << '\n';
  }
}

void printRuleTable(raw_ostream &OS) {
  OS << "| name | what the pass does |\n|---|---|\n";
  for (const RuleRow &Row : getRuleRows()) {
    OS << "| [`" << Row.Name << "`](" << Row.Name << ".md) |";
    printCell(OS, Row.Treatment);
    OS << '\n';
  }
}

} // namespace offstack
