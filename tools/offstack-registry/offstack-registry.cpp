//===- offstack-registry.cpp - Prints the tables of the docs --------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints one table of the registry as Markdown: what docs/ shows between its
// "table" markers. The names of the options are printed for CMake as well.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/CMakeOptions.h"
#include "Offstack/Registry/MarkdownTables.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace offstack;

static cl::opt<std::string>
    WhichTable(cl::Positional, cl::Required,
               cl::desc("options|profiles|attributes|diagnostics|hazards|rules|"
                        "cmake-options"));

using PrintFunction = void (*)(raw_ostream &);

int main(int ArgC, char **ArgV) {
  InitLLVM Init(ArgC, ArgV);
  cl::ParseCommandLineOptions(ArgC, ArgV, "Prints a table of the registry\n");
  auto Print = StringSwitch<PrintFunction>(WhichTable)
                   .Case("options", printOptionTable)
                   .Case("profiles", printStackProfileTable)
                   .Case("attributes", printAttributeTable)
                   .Case("diagnostics", printDiagnosticTable)
                   .Case("hazards", printHazardTable)
                   .Case("rules", printRuleTable)
                   .Case("cmake-options", printCMakeOptions)
                   .Default(nullptr);
  if (!Print) {
    WithColor::error(errs()) << "unknown table '" << WhichTable
                             << "': expected options, profiles, attributes, "
                                "diagnostics, hazards, rules or "
                                "cmake-options\n";
    return 1;
  }
  Print(outs());
  return 0;
}
