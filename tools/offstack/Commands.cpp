//===- Commands.cpp - The commands of the tool ----------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collects the commands, and what they share.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Tool/CompilerKind.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

cl::OptionCategory OffstackCategory("options of offstack");

ColorOption::ColorOption(cl::SubCommand &Command)
    : cl::opt<ColorMode>(
          "color", cl::cat(OffstackCategory), cl::sub(Command),
          cl::desc("whether to print colours; auto does in a terminal"),
          cl::value_desc("auto|always|never"), cl::init(ColorMode::Auto),
          cl::values(clEnumValN(ColorMode::Auto, "auto", ""),
                     clEnumValN(ColorMode::Always, "always", ""),
                     clEnumValN(ColorMode::Never, "never", ""))) {}

int reportFailure(Error Reason) {
  handleAllErrors(std::move(Reason), [](const ErrorInfoBase &Info) {
    WithColor::error(errs(), "offstack") << Info.message() << '\n';
  });
  return UsageError;
}

unsigned getTextWidth() {
  // Longer lines are hard to read, shorter ones have no room for help.
  static constexpr unsigned MinWidth = 50, MaxWidth = 100, UsualWidth = 80;
  unsigned Columns = sys::Process::StandardOutColumns();
  return Columns ? std::clamp(Columns, MinWidth, MaxWidth) : UsualWidth;
}

void chooseColors(ColorMode Mode) {
  bool Allowed = Mode == ColorMode::Always;
  if (Mode == ColorMode::Auto)
    Allowed = sys::Process::StandardOutHasColors() &&
              !sys::Process::GetEnv("NO_COLOR");
  outs().enable_colors(Allowed);
}

std::vector<OptionInfo> getOptionInfos(cl::SubCommand &Command) {
  std::vector<OptionInfo> Infos;
  for (const auto &[Name, Option] : cl::getRegisteredOptions(Command))
    if (is_contained(Option->Categories, &OffstackCategory))
      Infos.push_back({Option->ArgStr, Option->ValueStr, Option->HelpStr});
  sort(Infos, [](const OptionInfo &A, const OptionInfo &B) {
    return A.Name < B.Name;
  });
  return Infos;
}

/// How a build takes a compiler, and what it gets.
static constexpr StringLiteral CompilerDetails = R"(
Runs the compiler with Offstack's plugin added. Everything behind the command is
the compiler's. Its exit code and its messages are its own; 2 is that of an error
of Offstack, as when the plugin or the compiler is missing.

- `CC="offstack cc"`, `CXX="offstack c++"`, `FC="offstack flang"`, for make,
  autotools, CMake and Meson
- `CC=offstack-cc` and so on, where only one word is allowed
- `RUSTC_WRAPPER=offstack`, for cargo

Options stand before the command or in the environment:

```
offstack --box --stack=musl cc -O2 -c a.c
OFFSTACK_OPTIONS=box:stack=musl make CC="offstack cc"
```

Another compiler is named by `OFFSTACK_CC`, `OFFSTACK_CXX`, `OFFSTACK_RUSTC` and
`OFFSTACK_FC`, or for one call by `--compiler=<command>` before the command. It
has to be of LLVM 22. `offstack explain offstack-command` tells all.)";

std::vector<Command> getCommands() {
  std::vector<Command> Commands;
  for (auto Make : {makeCheckCommand, makeShowCommand, makeBaselineCommand,
                    makeExplainCommand, makeCompletionCommand})
    Commands.push_back(Make());
  return Commands;
}

std::vector<CommandInfo> getAllCommandInfos() {
  std::vector<CommandInfo> Infos;
  for (const CompilerRow &Row : getCompilerRows())
    Infos.push_back({Row.Command,
                     CommandGroup::Compile,
                     Row.Summary,
                     "<argument of the compiler>...",
                     CompilerDetails,
                     ArgumentKind::File,
                     {}});
  for (Command &C : getCommands()) {
    Infos.push_back(C.Info);
    Infos.back().Options = getOptionInfos(*C.Options);
  }
  Infos.push_back({"help",
                   CommandGroup::Learn,
                   "explain a command",
                   "[<command>]",
                   "Prints the help of a command, or that of the program.",
                   ArgumentKind::Command,
                   {}});
  return Infos;
}

} // namespace offstack
