//===- CommandInfo.cpp - What commands there are --------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints help.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CommandInfo.h"
#include "Offstack/Tool/MarkdownText.h"
#include "Offstack/Tool/StyledText.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

/// Where explanations begin, in columns.
static constexpr unsigned HelpColumn = 24;

static const OptionInfo LeadingOptions[] = {
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  {Name, Syntax, Help},
#include "Offstack/Registry/Options.def"
    {"compiler", "<command>", "the compiler to run, for cc, c++, rustc, flang"},
    {"help", "", "print this help; after a command, that of the command"},
    {"version", "", "print the version, and that of LLVM"},
};

std::vector<OptionInfo> getLeadingOptions() {
  return std::vector<OptionInfo>(std::begin(LeadingOptions),
                                 std::end(LeadingOptions));
}

std::string printOption(const OptionInfo &Option) {
  // One letter takes its value as the next word, as in other compilers' tools.
  if (Option.Name.size() == 1)
    return ("-" + Option.Name + (Option.Syntax.empty() ? "" : " ") +
            Option.Syntax)
        .str();
  // A flag is turned on by its name.
  bool HasValue = !Option.Syntax.empty() && Option.Syntax != "true|false";
  return ("--" + Option.Name + (HasValue ? "=" : "") +
          (HasValue ? Option.Syntax : ""))
      .str();
}

/// Prints \p Term and, beside or below it, \p Help.
static void printTerm(StringRef Term, StringRef Help, raw_ostream &OS,
                      unsigned Width) {
  Indents Indent{("  " + Term).str(), std::string(HelpColumn, ' ')};
  if (Indent.First.size() + 2 > HelpColumn) {
    OS << Indent.First << '\n';
    Indent.First = Indent.Rest;
  }
  Indent.First.resize(HelpColumn, ' ');
  printStyled(wrapStyled(Help, Indent, Width), OS);
  OS << '\n';
}

static void printOptions(ArrayRef<OptionInfo> Options, raw_ostream &OS,
                         unsigned Width) {
  for (const OptionInfo &Option : Options)
    printTerm(printOption(Option), Option.Help, OS, Width);
}

static StringRef getGroupTitle(CommandGroup Group) {
  switch (Group) {
  case CommandGroup::Compile:
    return "Compile, with the plugin added";
  case CommandGroup::Project:
    return "Look at a whole project";
  case CommandGroup::Learn:
    return "Learn";
  }
  llvm_unreachable("all groups are above");
}

void printOverview(ArrayRef<CommandInfo> Commands, raw_ostream &OS,
                   unsigned Width) {
  OS << "usage: offstack [--<option>=<value>]... <command> "
        "[<argument>]...\n\n"
        "Keeps programs from running off the end of their stack.\n";
  for (CommandGroup Group :
       {CommandGroup::Compile, CommandGroup::Project, CommandGroup::Learn}) {
    if (none_of(Commands, [&](const CommandInfo &Command) {
          return Command.Group == Group;
        }))
      continue;
    OS << '\n' << getGroupTitle(Group) << ":\n";
    for (const CommandInfo &Command : Commands)
      if (Command.Group == Group)
        printTerm(Command.Name, Command.Summary, OS, Width);
  }
  OS << "\nOptions, before the command:\n";
  printOptions(LeadingOptions, OS, Width);
  OS << R"(
Examples:
  $ make CC="offstack cc"                          warn
  $ make CC="offstack --box --stack=musl cc"       box what 128 KiB cannot hold
  $ RUSTC_WRAPPER=offstack cargo run               box in debug builds, too
  $ offstack check -p build --html=stack.html      look at every file of a build
  $ offstack explain unbounded                     what a message means

'offstack help <command>' tells more of a command and names its exit codes.
)";
}

void printCommandHelp(const CommandInfo &Command, raw_ostream &OS,
                      unsigned Width) {
  OS << "usage: offstack " << Command.Name << (Command.Usage.empty() ? "" : " ")
     << Command.Usage << "\n\n";
  printMarkdown(Command.Details.ltrim(), OS, Width);
  if (Command.Options.empty())
    return;
  OS << "\nOptions:\n";
  printOptions(Command.Options, OS, Width);
}

} // namespace offstack
