//===- CompilerCommand.h - A compiler with the plugin -----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Adds the plugin to the command line of a compiler. Only decides: nothing is
// run, no file is read.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMPILERCOMMAND_H
#define OFFSTACK_TOOL_COMPILERCOMMAND_H

#include "Offstack/Tool/CompilerKind.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace offstack {

/// What a user asked for.
struct CompilerRequest {
  CompilerKind Kind;
  /// The compiler, perhaps behind others: "ccache", "clang-22".
  std::vector<std::string> Compiler;
  std::vector<std::string> Arguments;
  /// Offstack's options, as "local=4K"; the last of a name counts.
  std::vector<std::string> Options;
  /// The path of the plugin.
  std::string Plugin;
};

/// What is run in its place.
struct CompilerCommand {
  std::vector<std::string> Words;
  /// Variables to set, with their values.
  std::vector<std::pair<std::string, std::string>> Environment;
};

/// Returns true if the plugin has no place in a command with \p Arguments:
/// they ask for something else than to compile, or belong to an inner part of
/// the compiler (`-cc1`), which takes plugins in other ways.
bool isWithoutPlugin(CompilerKind Kind, llvm::ArrayRef<std::string> Arguments);

/// Returns the command of \p Request with the plugin and its options. The
/// user's arguments follow, untouched: what they say wins.
/// Fails when an option cannot be handed to this compiler.
llvm::Expected<CompilerCommand> addPlugin(const CompilerRequest &Request);

/// Lets a stable rustc load the plugin of \p Command, and nothing else: the
/// language stays that of a stable compiler, so that build scripts that try
/// what compiles get the same answers. Call it after addPlugin().
void allowPluginInStableRust(CompilerCommand &Command);

} // namespace offstack

#endif // OFFSTACK_TOOL_COMPILERCOMMAND_H
