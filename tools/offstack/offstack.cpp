//===- offstack.cpp - The command line tool -------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads which command is asked for and hands over to it. What commands do is in
// the room Tool.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Tool/CompilerRun.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace offstack;

static int printVersion() {
  outs() << "offstack " OFFSTACK_VERSION ", for LLVM " OFFSTACK_LLVM_VERSION
            "\n";
  return 0;
}

static Error makeUnknownCommand(StringRef Name) {
  return createStringError("unknown command '" + Name +
                           "': see 'offstack --help'");
}

/// Prints the help of the command \p Name, or that of the program.
static int printHelp(StringRef Name) {
  chooseColors(ColorMode::Auto);
  std::vector<CommandInfo> Commands = getAllCommandInfos();
  if (Name.empty()) {
    printOverview(Commands, outs(), getTextWidth());
    return 0;
  }
  auto Found =
      find_if(Commands, [&](const CommandInfo &C) { return C.Name == Name; });
  if (Found == Commands.end())
    return reportFailure(makeUnknownCommand(Name));
  printCommandHelp(*Found, outs(), getTextWidth());
  return 0;
}

/// Returns what is wrong by \p Text, which CommandLine wrote: without the name
/// of the program and the ways on that it proposes, as to another help.
static std::string shortenReason(StringRef Text) {
  auto [First, Rest] = Text.split('\n');
  First.consume_front("offstack: ");
  std::string Reason = First.substr(0, First.find("  Try: ")).rtrim('.').str();
  auto [Before, Proposal] = Rest.split("Did you mean ");
  if (Proposal.starts_with("'--") && !Proposal.starts_with("'--help"))
    Reason += ", did you mean " + Proposal.split('?').first.str() + "?";
  return Reason;
}

/// Reads the arguments of \p Line into the options of its command. Fails with
/// what is wrong.
static Error readOptions(const CommandLine &Line) {
  std::vector<const char *> Words = {"offstack", Line.Command.c_str()};
  for (const std::string &Argument : Line.Arguments)
    Words.push_back(Argument.c_str());
  std::string Text;
  raw_string_ostream Reasons(Text);
  if (cl::ParseCommandLineOptions(Words.size(), Words.data(), "", &Reasons))
    return Error::success();
  return createStringError(shortenReason(Text) + ": see 'offstack help " +
                           Line.Command + "'");
}

/// Returns true if \p Arguments ask for help.
static bool wantsHelp(ArrayRef<std::string> Arguments) {
  return is_contained(Arguments, "--help") || is_contained(Arguments, "-h");
}

static int runCommand(const Invocation &Call) {
  const CommandLine &Line = Call.Line;
  if (Line.Command == "__complete")
    return printCompletions(Line.Arguments);
  if (Line.Command == "help")
    return printHelp(Line.Arguments.empty() ? "" : Line.Arguments[0]);
  for (const Command &C : getCommands()) {
    if (C.Info.Name != Line.Command)
      continue;
    if (wantsHelp(Line.Arguments))
      return printHelp(Line.Command);
    if (Error Failure = readOptions(Line))
      return reportFailure(std::move(Failure));
    return C.Run(Call);
  }
  return reportFailure(
      Line.Command.empty()
          ? createStringError("no command: see 'offstack --help'")
          : makeUnknownCommand(Line.Command));
}

/// Returns the exit code \p Code, or another if what was printed could not be
/// written: LLVM's streams would end the program, as if it had crashed.
static int finish(int Code) {
  outs().flush();
  if (std::error_code Failure = outs().error()) {
    outs().clear_error();
    Code = reportFailure(createStringError("cannot write to standard output: " +
                                           Failure.message()));
  }
  // There is nobody left to tell.
  errs().clear_error();
  return Code;
}

int main(int ArgC, char **ArgV) {
  Expected<CommandLine> Line = splitCommandLine(ArrayRef(ArgV, ArgC));
  if (!Line)
    return reportFailure(Line.takeError());
  if (Line->WantsVersion)
    return finish(printVersion());
  if (Line->WantsHelp)
    return finish(printHelp(Line->Command));
  std::string Executable = sys::fs::getMainExecutable(
      ArgV[0], reinterpret_cast<void *>(&printVersion));
  // Before anything that changes what the compiler inherits, as handlers do.
  if (isCompilerCommand(*Line))
    return reportFailure(runCompiler(*Line, Executable));
  InitLLVM Init(ArgC, ArgV);
  return finish(runCommand({*Line, Executable}));
}
