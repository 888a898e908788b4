//===- Completion.cpp - What can follow on a command line -----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the word that is asked for: an option, its value, a command, an
// argument.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/Completion.h"
#include "Offstack/Registry/Diagnostics.h"
#include "Offstack/Tool/Topics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offstack {

using Candidates = std::vector<Candidate>;

/// Returns the values that \p Option can have, when they can be told.
static std::vector<StringRef> getValues(const OptionInfo &Option) {
  std::vector<StringRef> Values;
  if (Option.Name == "stack") {
#define OFFSTACK_STACK_PROFILE(Name, Bytes, Source) Values.push_back(Name);
#include "Offstack/Registry/StackProfiles.def"
    return Values;
  }
  if (Option.Name == "disable") {
    for (const DiagnosticRow &Row : getDiagnosticRows())
      Values.push_back(Row.Name);
    return Values;
  }
  // "malloc|cache" is a choice, "<bytes>" and "<level>|<name>,..." are not.
  if (Option.Syntax.contains('|') && !Option.Syntax.contains('<'))
    for (StringRef Value : split(Option.Syntax, '|'))
      Values.push_back(Value);
  return Values;
}

/// Adds the options that begin with \p Word, or the values of the one that it
/// names: "--st", "--stack=mu".
static void addOptions(ArrayRef<OptionInfo> Options, StringRef Word,
                       Candidates &Found) {
  for (const OptionInfo &Option : Options) {
    std::string Flag =
        ((Option.Name.size() == 1 ? "-" : "--") + Option.Name).str();
    // A flag is as good without a value.
    bool WantsValue = Option.Name.size() != 1 && !Option.Syntax.empty() &&
                      Option.Syntax != "true|false";
    if (!Word.contains('='))
      Found.push_back({Flag + (WantsValue ? "=" : ""), Option.Help.str()});
    else if (Word.starts_with(Flag + "="))
      for (StringRef Value : getValues(Option))
        Found.push_back({(Flag + "=" + Value).str(), ""});
  }
}

static void addArguments(ArgumentKind Kind, ArrayRef<CommandInfo> Commands,
                         Candidates &Found) {
  switch (Kind) {
  case ArgumentKind::None:
  case ArgumentKind::File:
    return;
  case ArgumentKind::Topic:
    for (const Topic &T : getTopics())
      Found.push_back({T.Name.str(), T.Summary});
    return;
  case ArgumentKind::Shell:
    for (StringRef Shell : getCompletionShells())
      Found.push_back({Shell.str(), ""});
    return;
  case ArgumentKind::Command:
    for (const CommandInfo &Command : Commands)
      Found.push_back({Command.Name.str(), Command.Summary.str()});
    return;
  }
  llvm_unreachable("all kinds are above");
}

Candidates completeWords(ArrayRef<CommandInfo> Commands,
                         ArrayRef<std::string> Words) {
  Candidates Found;
  if (Words.empty())
    return Found;
  StringRef Last = Words.back();
  auto Begin = find_if(Words.drop_back(),
                       [](StringRef Word) { return !Word.starts_with("-"); });
  auto Command = Commands.end();
  if (Begin != Words.end() - 1)
    Command = find_if(Commands,
                      [&](const CommandInfo &C) { return C.Name == *Begin; });
  // Before the command, or in one that there is not.
  if (Begin == Words.end() - 1) {
    if (Last.starts_with("-"))
      addOptions(getLeadingOptions(), Last, Found);
    else
      addArguments(ArgumentKind::Command, Commands, Found);
  } else if (Command != Commands.end()) {
    if (Last.starts_with("-"))
      addOptions(Command->Options, Last, Found);
    else
      addArguments(Command->Arguments, Commands, Found);
  }
  erase_if(Found, [&](const Candidate &C) {
    return !StringRef(C.Word).starts_with(Last);
  });
  sort(Found,
       [](const Candidate &A, const Candidate &B) { return A.Word < B.Word; });
  // An option and an attribute may have the same name.
  Found.erase(std::unique(Found.begin(), Found.end(),
                          [](const Candidate &A, const Candidate &B) {
                            return A.Word == B.Word;
                          }),
              Found.end());
  return Found;
}

} // namespace offstack
