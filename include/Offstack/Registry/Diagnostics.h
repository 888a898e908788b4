//===- Diagnostics.h - The table of diagnostics --------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives the rows of Diagnostics.def to code: names, groups, texts.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_DIAGNOSTICS_H
#define OFFSTACK_REGISTRY_DIAGNOSTICS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace offstack {

/// The warnings and remarks of Diagnostics.def.
enum class Diagnostic {
#define OFFSTACK_DIAGNOSTIC(Id, Name, Group, Text, Summary) Id,
#define OFFSTACK_REMARK(Id, Name, Summary) Id,
#include "Offstack/Registry/Diagnostics.def"
};

/// One row of Diagnostics.def. All strings live as long as the program.
struct DiagnosticRow {
  Diagnostic Id;
  /// The name that users search for and disable, as "large-local".
  llvm::StringRef Name;
  /// The clang warning group without "-W"; empty for remarks of the pass.
  llvm::StringRef Group;
  /// The clang format string, without the name that the emitter appends;
  /// empty for remarks of the pass.
  llvm::StringRef Text;
  /// What it reports, for tables.
  llvm::StringRef Summary;
};

/// Returns all rows, in the order of the table.
llvm::ArrayRef<DiagnosticRow> getDiagnosticRows();

/// Returns true if \p Row is about recursion.
inline bool isAboutRecursion(const DiagnosticRow &Row) {
  return Row.Group == "infinite-recursion";
}

/// Returns true if \p Row, a warning, is shown unless it is turned off. What is
/// in a group that clang itself has off has to be asked for.
inline bool isOnByDefault(const DiagnosticRow &Row) {
  return Row.Group != "alloca";
}

/// Returns the name of \p Id, as "large-local".
llvm::StringRef getDiagnosticName(Diagnostic Id);

} // namespace offstack

#endif // OFFSTACK_REGISTRY_DIAGNOSTICS_H
