//===- Diagnostics.cpp - The table of diagnostics -------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expands Diagnostics.def.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Registry/Diagnostics.h"

using namespace llvm;

namespace offstack {

static const DiagnosticRow DiagnosticRows[] = {
#define OFFSTACK_DIAGNOSTIC(Id, Name, Group, Text, Summary)                    \
  {Diagnostic::Id, Name, Group, Text, Summary},
#define OFFSTACK_REMARK(Id, Name, Summary)                                     \
  {Diagnostic::Id, Name, "", "", Summary},
#include "Offstack/Registry/Diagnostics.def"
};

ArrayRef<DiagnosticRow> getDiagnosticRows() { return DiagnosticRows; }

StringRef getDiagnosticName(Diagnostic Id) {
  return DiagnosticRows[static_cast<unsigned>(Id)].Name;
}

} // namespace offstack
