//===- CompileDatabase.h - What a build compiles ----------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads compile_commands.json, which CMake, Meson, Bear and others write: which
// files a build compiles, and how.
// https://clang.llvm.org/docs/JSONCompilationDatabase.html
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMPILEDATABASE_H
#define OFFSTACK_TOOL_COMPILEDATABASE_H

#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace offstack {

/// One compilation.
struct CompileEntry {
  /// The folder that the command runs in; absolute.
  std::string Directory;
  /// The file that is compiled; absolute.
  std::string File;
  /// The command, the compiler first.
  std::vector<std::string> Arguments;

  bool operator==(const CompileEntry &Other) const {
    return Directory == Other.Directory && File == Other.File &&
           Arguments == Other.Arguments;
  }
};

/// Returns the entries of \p Text, the contents of a compile_commands.json that
/// lies in \p Folder, each once and in order. Fails, naming the entry, when
/// something in it is missing or of the wrong kind.
llvm::Expected<std::vector<CompileEntry>>
parseCompileDatabase(llvm::StringRef Text, llvm::StringRef Folder);

/// Reads the database \p Path: the file, or the folder that it is in. An empty
/// path means the working folder or the folder "build" in it. Fails when there
/// is none, naming what was looked for, and as parseCompileDatabase().
llvm::Expected<std::vector<CompileEntry>>
readCompileDatabase(llvm::StringRef Path);

/// Returns those of \p Entries whose file is one of \p Files or lies in a
/// folder of them; all, if there are no files. Fails, naming it, when one of
/// \p Files is not compiled.
llvm::Expected<std::vector<CompileEntry>>
selectEntries(std::vector<CompileEntry> Entries,
              const std::vector<std::string> &Files);

} // namespace offstack

#endif // OFFSTACK_TOOL_COMPILEDATABASE_H
