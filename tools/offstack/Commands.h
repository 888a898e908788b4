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

#include "Offstack/Report/Report.h"
#include "Offstack/Tool/CommandInfo.h"
#include "Offstack/Tool/FailOn.h"
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

/// The exit code when something of --fail-on was found.
inline constexpr int FoundWhatFails = 1;

/// What commands do with findings, and the options that say so: --sarif,
/// --json,
/// --html, --fail-on, --color.
class ReportOutputs {
public:
  explicit ReportOutputs(llvm::cl::SubCommand &Command);

  /// Reads --fail-on, which is to be done before anything else: a mistake in it
  /// should not show after minutes. Fails when it is wrong.
  llvm::Error prepare();

  /// Prints the findings of \p R, and writes them to the files that were named.
  /// Returns the exit code.
  int finish(const Report &R) const;

private:
  ColorOption Colors;
  llvm::cl::opt<std::string> Sarif, Json, Html, FailOnText;
  FailOn Fails;

  llvm::Error write(const Report &R) const;
};

/// Reads the reports in \p Paths, files or folders, and returns them together.
/// Fails when one cannot be read, or there are none.
llvm::Expected<Report> readReports(llvm::ArrayRef<std::string> Paths);

/// The commands, each in a file of its own.
Command makeCheckCommand();
Command makeShowCommand();
Command makeBaselineCommand();
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
