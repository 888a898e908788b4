//===- Completion.h - What can follow on a command line ---------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shells ask `offstack __complete` what can stand where the cursor is, so that
// all shells get the same answer, and it is always that of the installed
// version.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMPLETION_H
#define OFFSTACK_TOOL_COMPLETION_H

#include "Offstack/Tool/CommandInfo.h"
#include <string>

namespace offstack {

/// One way to go on.
struct Candidate {
  /// The whole word, as "--stack=musl". One that ends in "=" wants a value.
  std::string Word;
  /// What it is, or empty.
  std::string Help;
};

/// Returns what the last of \p Words can become, sorted; \p Words are those
/// behind the program's name, the last one may be empty. None means that it is
/// the name of a file, or something that only a compiler knows.
std::vector<Candidate> completeWords(llvm::ArrayRef<CommandInfo> Commands,
                                     llvm::ArrayRef<std::string> Words);

/// Returns the script that makes \p Shell ("bash", "zsh", "fish") complete
/// command lines of `offstack`, or an empty string for another shell.
llvm::StringRef getCompletionScript(llvm::StringRef Shell);

/// Returns the names of the shells that there are scripts for.
llvm::ArrayRef<llvm::StringRef> getCompletionShells();

} // namespace offstack

#endif // OFFSTACK_TOOL_COMPLETION_H
