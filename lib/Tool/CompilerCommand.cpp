//===- CompilerCommand.cpp - A compiler with the plugin -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How each compiler is told of a plugin.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CompilerCommand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offstack {

/// Returns true if rustc, asked to --print \p What, prints it while it
/// compiles. Everything else is printed instead.
static bool printsWhileCompiling(StringRef What) {
  What = What.split('=').first;
  return What == "native-static-libs" || What == "link-args";
}

/// Returns true if \p Argument, with \p Next behind it, makes rustc answer a
/// question in the place of compiling.
static bool isRustQuestion(StringRef Argument, StringRef Next) {
  if (Argument == "--print")
    return !printsWhileCompiling(Next);
  if (Argument.consume_front("--print="))
    return !printsWhileCompiling(Argument);
  if (Argument == "-C" || Argument == "-Z" || Argument == "-W")
    return Next == "help";
  return is_contained(ArrayRef<StringRef>{"-V", "-vV", "-Vv", "--version", "-h",
                                          "--help", "--explain", "-Chelp",
                                          "-Zhelp", "-Whelp"},
                      Argument);
}

bool isWithoutPlugin(CompilerKind Kind, ArrayRef<std::string> Arguments) {
  if (Kind != CompilerKind::Rustc)
    return !Arguments.empty() && (StringRef(Arguments[0]).starts_with("-cc1") ||
                                  Arguments[0] == "-fc1");
  for (size_t I = 0; I != Arguments.size(); ++I)
    if (isRustQuestion(Arguments[I],
                       I + 1 < Arguments.size() ? Arguments[I + 1] : ""))
      return true;
  return false;
}

/// Adds the plugin and the options as flags. They may be of no use, as to a
/// call that only links: clang is told not to mention it.
static void addClangFlags(CompilerCommand &Command,
                          const CompilerRequest &Request) {
  Command.Words.push_back("--start-no-unused-arguments");
  Command.Words.push_back("-fplugin=" + Request.Plugin);
  for (const std::string &Option : Request.Options)
    Command.Words.push_back("-fplugin-arg-offstack-" + Option);
  Command.Words.push_back("--end-no-unused-arguments");
}

/// Puts the options where the pass finds them in every host. Fails when one has
/// a colon, which separates options there.
static Error addOptionVariable(CompilerCommand &Command,
                               const CompilerRequest &Request) {
  for (StringRef Option : Request.Options)
    if (Option.contains(':'))
      return createStringError("'" + Option +
                               "' has a colon, and this compiler takes options "
                               "separated by colons");
  if (!Request.Options.empty())
    Command.Environment.emplace_back("OFFSTACK_OPTIONS",
                                     join(Request.Options, ":"));
  return Error::success();
}

Expected<CompilerCommand> addPlugin(const CompilerRequest &Request) {
  CompilerCommand Command;
  Command.Words = Request.Compiler;
  switch (Request.Kind) {
  case CompilerKind::Clang:
    addClangFlags(Command, Request);
    break;
  case CompilerKind::Flang:
    Command.Words.push_back("-fpass-plugin=" + Request.Plugin);
    break;
  case CompilerKind::Rustc:
    Command.Words.push_back("-Zllvm-plugins=" + Request.Plugin);
    break;
  }
  if (Request.Kind != CompilerKind::Clang)
    if (Error Failure = addOptionVariable(Command, Request))
      return std::move(Failure);
  append_range(Command.Words, Request.Arguments);
  return Command;
}

void allowPluginInStableRust(CompilerCommand &Command) {
  Command.Environment.emplace_back("RUSTC_BOOTSTRAP", "1");
  auto Plugin = find_if(Command.Words, [](StringRef Word) {
    return Word.starts_with("-Zllvm-plugins=");
  });
  assert(Plugin != Command.Words.end() && "no plugin was added");
  // An empty list: no unstable feature.
  Command.Words.insert(std::next(Plugin), "-Zallow-features=");
}

} // namespace offstack
