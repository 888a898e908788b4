//===- LeadingOptions.cpp - What stands before a command ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Options come before the command, so that everything behind it is the
// command's.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/LeadingOptions.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Tool/CompilerKind.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offstack {

/// Returns the command that the program's name \p Program stands for:
/// "rustc" of "/usr/bin/offstack-rustc". Empty when it stands for none.
static StringRef getCommandOfName(StringRef Program) {
  StringRef Name = sys::path::filename(Program);
  if (!Name.consume_front("offstack-"))
    return "";
  return findCompilerRow(Name) ? Name : "";
}

/// Reads \p Word, an option before the command, into \p Line.
static Error readLeadingOption(StringRef Word, CommandLine &Line) {
  if (Word == "--help" || Word == "-h") {
    Line.WantsHelp = true;
    return Error::success();
  }
  if (Word == "--version") {
    Line.WantsVersion = true;
    return Error::success();
  }
  StringRef Option = Word;
  if (!Option.consume_front("--"))
    return createStringError("unknown option '" + Word +
                             "': see 'offstack --help'");
  auto [Name, Value] = Option.split('=');
  if (Name == "compiler") {
    Line.Compiler = Value.str();
    if (Value.empty())
      return createStringError("'--compiler' lacks a value: expected "
                               "'--compiler=<command>'");
    return Error::success();
  }
  OptionSet Checked;
  if (Error Failure = Checked.assign(Option))
    return Failure;
  Line.Options.push_back(Option.str());
  return Error::success();
}

Expected<CommandLine> splitCommandLine(ArrayRef<const char *> Words) {
  CommandLine Line;
  if (Words.empty())
    return Line;
  Line.Command = getCommandOfName(Words.consume_front()).str();
  while (Line.Command.empty() && !Words.empty()) {
    StringRef Word = Words.consume_front();
    if (!Word.starts_with("-"))
      Line.Command = Word.str();
    else if (Error Failure = readLeadingOption(Word, Line))
      return std::move(Failure);
  }
  Line.Arguments.assign(Words.begin(), Words.end());
  return Line;
}

} // namespace offstack
