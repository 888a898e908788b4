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

#include "Offstack/Tool/CompilerRun.h"
#include "Offstack/Tool/LeadingOptions.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace offstack;

/// The exit code when the command itself is wrong, or lacks what it needs.
static constexpr int UsageError = 2;

static int fail(Error Reason) {
  handleAllErrors(std::move(Reason), [](const ErrorInfoBase &Info) {
    WithColor::error(errs(), "offstack") << Info.message() << '\n';
  });
  return UsageError;
}

static void printVersion() {
  outs() << "offstack " OFFSTACK_VERSION ", for LLVM " OFFSTACK_LLVM_VERSION
            "\n";
}

static void printHelp() {
  outs() << "usage: offstack [--<option>=<value>]... <command> "
            "[<argument>]...\n\nRun a compiler with Offstack's plugin:\n";
  for (const CompilerRow &Row : getCompilerRows())
    outs() << formatv("  {0,-7}{1}\n", Row.Command, Row.Summary);
}

int main(int ArgC, char **ArgV) {
  Expected<CommandLine> Line = splitCommandLine(ArrayRef(ArgV, ArgC));
  if (!Line)
    return fail(Line.takeError());
  // Before anything that changes what the compiler inherits, as handlers do.
  if (isCompilerCommand(*Line) && !Line->WantsHelp && !Line->WantsVersion)
    return fail(runCompiler(
        *Line, sys::fs::getMainExecutable(
                   ArgV[0], reinterpret_cast<void *>(&printVersion))));
  if (Line->WantsVersion) {
    printVersion();
    return 0;
  }
  if (Line->WantsHelp) {
    printHelp();
    return 0;
  }
  if (Line->Command.empty())
    return fail(createStringError("no command: see 'offstack --help'"));
  return fail(createStringError("unknown command '" + Line->Command +
                                "': see 'offstack --help'"));
}
