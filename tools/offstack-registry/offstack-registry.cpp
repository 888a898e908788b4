//===- offstack-registry.cpp - Prints the tables of the docs --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints one table of the registry as Markdown: what docs/ shows between its
// "table" markers.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/MarkdownTables.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace offstack;

enum class Table { Options, Profiles, Diagnostics, Hazards };

static cl::opt<Table> WhichTable(
    cl::Positional, cl::Required, cl::desc("<table>"),
    cl::values(clEnumValN(Table::Options, "options", "options of all hosts"),
               clEnumValN(Table::Profiles, "profiles", "named stack sizes"),
               clEnumValN(Table::Diagnostics, "diagnostics",
                          "warnings and remarks"),
               clEnumValN(Table::Hazards, "hazards",
                          "reasons to stay on the stack")));

int main(int ArgC, char **ArgV) {
  InitLLVM Init(ArgC, ArgV);
  cl::ParseCommandLineOptions(ArgC, ArgV, "Prints a table of the registry\n");
  switch (WhichTable) {
  case Table::Options:
    printOptionTable(outs());
    break;
  case Table::Profiles:
    printStackProfileTable(outs());
    break;
  case Table::Diagnostics:
    printDiagnosticTable(outs());
    break;
  case Table::Hazards:
    printHazardTable(outs());
    break;
  }
  return 0;
}
