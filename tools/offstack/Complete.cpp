//===- Complete.cpp - The command completion ------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints a script for a shell, and answers what the script asks.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Tool/Completion.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static cl::SubCommand CompletionCommand("completion");

static cl::opt<std::string> Shell(cl::Positional, cl::sub(CompletionCommand),
                                  cl::desc("bash|zsh|fish"));

static constexpr StringLiteral Details = R"(
Prints a script that makes a shell complete commands, options, their values and
the names of `offstack explain`. Put one of these into the file that the shell
reads when it starts:

```
source <(offstack completion bash)        # ~/.bashrc
source <(offstack completion zsh)         # ~/.zshrc, below compinit
offstack completion fish | source         # ~/.config/fish/config.fish
```

Exit codes: 0, or 2 for a shell that there is no script for.)";

static int runCompletion(const Invocation &) {
  StringRef Script = getCompletionScript(Shell);
  if (Script.empty())
    return reportFailure(createStringError("no script for the shell '" + Shell +
                                           "': expected one of " +
                                           join(getCompletionShells(), ", ")));
  outs() << Script;
  return 0;
}

Command makeCompletionCommand() {
  return {{"completion",
           CommandGroup::Learn,
           "print a script with which a shell completes command lines",
           "bash|zsh|fish",
           Details,
           ArgumentKind::Shell,
           {}},
          &CompletionCommand,
          runCompletion};
}

int printCompletions(ArrayRef<std::string> Words) {
  for (const Candidate &C : completeWords(getAllCommandInfos(), Words))
    outs() << C.Word << (C.Help.empty() ? "" : "\t") << C.Help << '\n';
  return 0;
}

} // namespace offstack
