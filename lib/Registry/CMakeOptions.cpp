//===- CMakeOptions.cpp - The options as CMake sees them ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sorts the options by how their values are written.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/CMakeOptions.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

namespace {

/// A row of Options.def: its name, and the name of its kind.
struct OptionName {
  StringRef Name;
  StringRef Kind;
};

} // namespace

static constexpr OptionName Options[] = {
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help) {Name, #Kind},
#include "Offstack/Registry/Options.def"
};

/// Prints the names of kind \p Kind, or all if it is empty, as the CMake list
/// \p Variable.
static void printList(raw_ostream &OS, StringRef Variable, StringRef Kind) {
  OS << "set(" << Variable;
  for (const OptionName &Option : Options)
    if (Kind.empty() || Option.Kind == Kind)
      OS << ' ' << Option.Name;
  OS << ")\n";
}

void printCMakeOptions(raw_ostream &OS) {
  printList(OS, "OFFSTACK_OPTIONS", "");
  printList(OS, "OFFSTACK_FLAG_OPTIONS", "Flag");
  printList(OS, "OFFSTACK_LIST_OPTIONS", "NameList");
  printList(OS, "OFFSTACK_FILE_OPTIONS", "FileName");
  printList(OS, "OFFSTACK_REPORT_OPTIONS", "ReportList");
}

} // namespace offstack
