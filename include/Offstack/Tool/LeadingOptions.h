//===- LeadingOptions.h - What stands before a command ----------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Splits the command line of `offstack` into its own options, the command, and
// what belongs to the command. A compiler's arguments are not looked at.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_LEADINGOPTIONS_H
#define OFFSTACK_TOOL_LEADINGOPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace offstack {

/// The parts of `offstack --local=4K cc -c a.c`.
struct CommandLine {
  /// Options of Options.def, checked: "local=4K".
  std::vector<std::string> Options;
  /// What --compiler names, or empty: a command, perhaps of several words.
  std::string Compiler;
  bool WantsHelp = false;
  bool WantsVersion = false;
  /// The command; empty when there is none.
  std::string Command;
  /// What follows the command.
  std::vector<std::string> Arguments;
};

/// Splits \p Words, the program's name first. A program that is called
/// "offstack-cc", by a link, is `offstack cc`.
/// Fails when an option before the command is unknown or its value is bad.
llvm::Expected<CommandLine>
splitCommandLine(llvm::ArrayRef<const char *> Words);

} // namespace offstack

#endif // OFFSTACK_TOOL_LEADINGOPTIONS_H
