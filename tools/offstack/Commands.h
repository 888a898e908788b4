//===- Commands.h - The commands of the tool --------------------*- C++ -*-===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A command has a name, a help text, options of LLVM's CommandLine library, and
// a function that runs it.
//
//===----------------------------------------------------------------------===//

#ifndef OFFSTACK_TOOLS_OFFSTACK_COMMANDS_H
#define OFFSTACK_TOOLS_OFFSTACK_COMMANDS_H

#include "Offstack/Tool/CommandInfo.h"
#include "Offstack/Tool/LeadingOptions.h"
#include "llvm/Support/CommandLine.h"

namespace offstack {

/// The exit code when the command line is wrong, or something is missing that
/// the command needs.
inline constexpr int UsageError = 2;

/// What a command is run with.
struct Invocation {
  const CommandLine &Line;
  /// The absolute path of this program.
  std::string Executable;
};

/// A command and what runs it; \p Run returns the exit code.
struct Command {
  CommandInfo Info;
  llvm::cl::SubCommand *Options;
  int (*Run)(const Invocation &);
};

/// The category of the options that help and completion show.
extern llvm::cl::OptionCategory OffstackCategory;

/// Prints the reasons of \p Reason and returns UsageError.
int reportFailure(llvm::Error Reason);

/// Returns the columns that help and explanations are printed in.
unsigned getTextWidth();

/// When to print colours. Auto does in a terminal, unless NO_COLOR is set.
enum class ColorMode { Auto, Always, Never };

/// The option --color of a command.
class ColorOption : public llvm::cl::opt<ColorMode> {
public:
  explicit ColorOption(llvm::cl::SubCommand &Command);
};

/// Lets outs() print colours, or not.
void chooseColors(ColorMode Mode);

/// The commands, each in a file of its own.
Command makeExplainCommand();
Command makeCompletionCommand();

/// Prints what the last of \p Words can become, one a line, and returns the
/// exit code. Shells ask for it.
int printCompletions(llvm::ArrayRef<std::string> Words);

/// Returns all commands that are no compilers, with their options.
std::vector<Command> getCommands();

/// Returns what help and completion know: compilers, and getCommands().
std::vector<CommandInfo> getAllCommandInfos();

/// Returns the options that belong to \p Command, sorted by name.
std::vector<OptionInfo> getOptionInfos(llvm::cl::SubCommand &Command);

} // namespace offstack

#endif // OFFSTACK_TOOLS_OFFSTACK_COMMANDS_H
