//===- CompilerKind.h - The compilers that are wrapped --------- -*- C++
//-*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tells by a program's name which compiler it is, and which compiler a command
// such as `offstack cc` stands for.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMPILERKIND_H
#define OFFSTACK_TOOL_COMPILERKIND_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace offstack {

/// How a compiler takes a plugin.
enum class CompilerKind { Clang, Flang, Rustc };

/// A command of `offstack` that runs a compiler. All strings live as long as
/// the program.
struct CompilerRow {
  /// The command, as "cc".
  llvm::StringRef Command;
  CompilerKind Kind;
  /// The environment variable that names another compiler.
  llvm::StringRef Variable;
  /// What is looked for on the path, the first of them first.
  llvm::ArrayRef<llvm::StringRef> Programs;
  /// What the command does, for help.
  llvm::StringRef Summary;
};

/// Returns all rows, in the order of the help.
llvm::ArrayRef<CompilerRow> getCompilerRows();

/// Returns the row of \p Command, or null.
const CompilerRow *findCompilerRow(llvm::StringRef Command);

/// Returns which compiler \p Program, a name or a path, is by its name, or
/// nothing: "x86_64-linux-gnu-clang++-22" is a clang, "libclang.so" is none.
/// `clippy-driver` counts as rustc: it is one, and is given to wrappers.
std::optional<CompilerKind> findCompilerKind(llvm::StringRef Program);

} // namespace offstack

#endif // OFFSTACK_TOOL_COMPILERKIND_H
