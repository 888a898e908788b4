//===- VariableNotes.h - Names of variables in IR ------------- -*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's IR has no names of variables without -g. Boxing.h has them written
// into annotations; this pass turns those into notes on allocas and erases
// every trace, so that nothing after it sees them.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_CLANG_VARIABLENOTES_H
#define OFFSTACK_CLANG_VARIABLENOTES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/IR/PassManager.h"

namespace llvm {
class AllocaInst;
} // namespace llvm

namespace offstack {

/// What the annotations start with; the variable's name follows.
inline constexpr llvm::StringLiteral VariableNotePrefix = "offstack.variable:";

/// What the annotations with the place of a declaration start with; a
/// SourceLocation's raw encoding follows. It holds within one compilation.
inline constexpr llvm::StringLiteral PlaceNotePrefix = "offstack.place:";

/// Returns the place that was noted for the variable of \p AI, or nothing.
std::optional<uint64_t> findPlaceNote(const llvm::AllocaInst &AI);

/// Turns each `llvm.var.annotation` that starts with VariableNotePrefix into a
/// note on its alloca (noteVariableName) with the place of the declaration
/// where the IR has places, and each that starts with PlaceNotePrefix into one
/// for findPlaceNote. To be run before any other pass.
class VariableNotesPass : public llvm::PassInfoMixin<VariableNotesPass> {
public:
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);

  static bool isRequired() { return true; }
};

} // namespace offstack

#endif // OFFSTACK_CLANG_VARIABLENOTES_H
