//===- CommandInfo.h - What commands there are ------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A command as help and completion show it. The commands themselves are in
// tools/offstack, with the code that reads their options.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOL_COMMANDINFO_H
#define OFFSTACK_TOOL_COMMANDINFO_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace offstack {

/// An option of a command. All strings live as long as the program.
struct OptionInfo {
  /// Without dashes: "sarif", "p".
  llvm::StringRef Name;
  /// The value, as "<file>" or "malloc|cache"; empty for a switch.
  llvm::StringRef Syntax;
  llvm::StringRef Help;
};

/// What the arguments of a command are, for completion.
enum class ArgumentKind { None, File, Topic, Shell, Command };

/// A group of commands in the help.
enum class CommandGroup { Compile, Project, Learn };

/// One command. All strings live as long as the program.
struct CommandInfo {
  llvm::StringRef Name;
  CommandGroup Group;
  /// What it does, in a few words.
  llvm::StringRef Summary;
  /// What follows the name: "-p <folder> [<option>]... [<file>]...".
  llvm::StringRef Usage;
  /// How to use it, with examples and exit codes: Markdown.
  llvm::StringRef Details;
  ArgumentKind Arguments;
  /// Sorted by name.
  std::vector<OptionInfo> Options;
};

/// Returns the options that stand before a command: those of Options.def, and
/// those of the program itself.
std::vector<OptionInfo> getLeadingOptions();

/// Returns \p Option as it is written: "--sarif=<file>", "-p <folder>".
std::string printOption(const OptionInfo &Option);

/// Prints the help of the program, in lines of at most \p Width columns.
void printOverview(llvm::ArrayRef<CommandInfo> Commands, llvm::raw_ostream &OS,
                   unsigned Width);

/// Prints the help of \p Command, in lines of at most \p Width columns.
void printCommandHelp(const CommandInfo &Command, llvm::raw_ostream &OS,
                      unsigned Width);

} // namespace offstack

#endif // OFFSTACK_TOOL_COMMANDINFO_H
