//===- Explain.cpp - The command explain ----------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints what the documentation says of a name.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Tool/MarkdownText.h"
#include "Offstack/Tool/StyledText.h"
#include "Offstack/Tool/Topics.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

static cl::SubCommand ExplainCommand("explain");

static cl::list<std::string> Names(cl::Positional, cl::sub(ExplainCommand),
                                   cl::desc("<name>..."));

static ColorOption Colors(ExplainCommand);

static constexpr StringLiteral Details = R"(
Prints the page of a diagnostic, a hazard, a rule, an option, an attribute or a
part of the documentation. Without a name, lists all of them. A name can be given
as it was met: `offstack-unbounded`, `stack=musl`, `[[offstack::keep]]`.

```
offstack explain unbounded
offstack explain stack
offstack explain | less
```

Exit codes: 0 if all names are known, 2 if one is not.)";

/// Prints the names of all topics, with what they are.
static void listTopics(unsigned Width) {
  raw_ostream &OS = outs();
  std::optional<TopicKind> Kind;
  for (const Topic &T : getTopics()) {
    if (Kind != T.Kind) {
      OS << (Kind ? "\n" : "");
      Kind = T.Kind;
      printMarkdown(("**" + getKindTitle(T.Kind) + "**").str(), OS, Width);
    }
    Indents Indent{("  " + T.Name).str(), std::string(27, ' ')};
    Indent.First.resize(Indent.Rest.size(), ' ');
    OS << wrapStyled(T.Summary, Indent, Width) << '\n';
  }
}

/// Prints what \p Name means. Fails when it means nothing.
static Error explain(StringRef Name, unsigned Width) {
  std::vector<Topic> Topics = findTopics(Name);
  if (Topics.empty()) {
    std::vector<StringRef> Near = suggestTopics(Name);
    return createStringError(
        "nothing is known of '" + Name + "'" +
        (Near.empty() ? ": 'offstack explain' lists all names"
                      : ": did you mean " + join(Near, " or ") + "?"));
  }
  for (const Topic &T : Topics) {
    if (&T != &Topics.front())
      outs() << '\n';
    printMarkdown(getTopicText(T), outs(), Width);
  }
  return Error::success();
}

static int runExplain(const Invocation &) {
  chooseColors(Colors);
  unsigned Width = getTextWidth();
  if (Names.empty())
    listTopics(Width);
  Error Failure = Error::success();
  for (const std::string &Name : Names)
    Failure = joinErrors(std::move(Failure), explain(Name, Width));
  return Failure ? reportFailure(std::move(Failure)) : 0;
}

Command makeExplainCommand() {
  return {{"explain",
           CommandGroup::Learn,
           "print what a diagnostic, hazard, rule, option or attribute means",
           "[<name>]...",
           Details,
           ArgumentKind::Topic,
           {}},
          &ExplainCommand,
          runExplain};
}

} // namespace offstack
