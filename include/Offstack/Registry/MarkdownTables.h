//===- MarkdownTables.h - The tables of the docs -------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints the registry as the Markdown tables that docs/ shows, so that the docs
// cannot differ from the code: a test compares them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_REGISTRY_MARKDOWNTABLES_H
#define OFFSTACK_REGISTRY_MARKDOWNTABLES_H

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// Prints the rows of Options.def to \p OS.
void printOptionTable(llvm::raw_ostream &OS);

/// Prints the rows of StackProfiles.def to \p OS.
void printStackProfileTable(llvm::raw_ostream &OS);

/// Prints the rows of Attributes.def to \p OS.
void printAttributeTable(llvm::raw_ostream &OS);

/// Prints the rows of Diagnostics.def to \p OS, each name linked to its page.
void printDiagnosticTable(llvm::raw_ostream &OS);

/// Prints the rows of Hazards.def to \p OS, each name linked to its page.
void printHazardTable(llvm::raw_ostream &OS);

/// Prints the rows of Rules.def to \p OS, each name linked to its page.
void printRuleTable(llvm::raw_ostream &OS);

} // namespace offstack

#endif // OFFSTACK_REGISTRY_MARKDOWNTABLES_H
