//===- Check.cpp - The command check --------------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks at every file of a build, prints what was found and writes reports.
//
//===----------------------------------------------------------------------===//

#include "Commands.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Tool/Checker.h"
#include "Offstack/Tool/CompilerRun.h"
#include "Offstack/Tool/FindingSummary.h"
#include "Offstack/Tool/PluginFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace offstack {

/// Exit codes that no other command has.
static constexpr int NotAllCompiled = 3;
/// As a shell gives it for a program that SIGINT ended.
static constexpr int Interrupted = 130;

static cl::SubCommand CheckCommand("check");

static cl::opt<std::string>
    BuildPath("p", cl::sub(CheckCommand), cl::cat(OffstackCategory),
              cl::value_desc("folder"),
              cl::desc("the folder of compile_commands.json, or that file; "
                       "else the working folder, or 'build' in it"));
static cl::opt<unsigned>
    JobCount("j", cl::Prefix, cl::sub(CheckCommand), cl::cat(OffstackCategory),
             cl::value_desc("number"),
             cl::desc("how many files are compiled at a time: as many as "
                      "there are cores"));
static cl::list<std::string> Files(cl::Positional, cl::sub(CheckCommand),
                                   cl::desc("<file or folder>..."));

static ReportOutputs Outputs(CheckCommand);

/// The option of each row, as before a command.
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  static cl::opt<std::string> Check##Id(                                       \
      Name, cl::sub(CheckCommand), cl::cat(OffstackCategory),                  \
      cl::ValueOptional, cl::desc(Help), cl::value_desc(Syntax));
#include "Offstack/Registry/Options.def"

static constexpr StringLiteral Details = R"(
Compiles every file of a build, or those that are named, with clang and the
plugin, as the build does, but writes no objects. Prints what was found, errors
and the largest first. The files may be compiled by GCC otherwise: flags that
clang lacks are left out.

```
cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON && offstack check -p build
offstack check -p build --stack=musl --recursion=unbounded src/net
offstack check -p build --sarif=stack.sarif --html=stack.html
offstack check -p build --fail-on=warning --baseline=known.json
```

A file that needs a generated header has to be built once before.

| exit code | when |
|---|---|
| 0 | everything was looked at, and nothing of --fail-on was found |
| 1 | something of --fail-on was found |
| 2 | the command line is wrong, or something is missing |
| 3 | some files did not compile; of --fail-on nothing was found in the others |
| 130 | interrupted, as by Ctrl-C |)";

/// Makes the names of files in \p Options absolute: compilers run elsewhere.
static void makeFilesAbsolute(std::vector<std::string> &Options) {
  for (std::string &Option : Options) {
    auto [Name, Value] = StringRef(Option).split('=');
    if (Name != "ignorelist" && Name != "baseline")
      continue;
    SmallString<256> Path(Value);
    sys::fs::make_absolute(Path);
    Option = (Name + "=" + Path).str();
  }
}

/// Returns the options of the environment, before the command and behind it.
static Expected<std::vector<std::string>>
collectAllOptions(const CommandLine &Line) {
  Expected<std::vector<std::string>> Options = collectOptions(Line);
  if (!Options)
    return Options;
  OptionSet Checked;
#define OFFSTACK_OPTION(Id, Kind, Name, Syntax, Default, Help)                 \
  if (Check##Id.getNumOccurrences()) {                                         \
    if (Error Failure = Checked.set(Name, Check##Id))                          \
      return std::move(Failure);                                               \
    Options->push_back(Check##Id.empty() ? std::string(Name)                   \
                                         : Name "=" + Check##Id);              \
  }
#include "Offstack/Registry/Options.def"
  for (StringRef Option : *Options)
    if (Option.starts_with("report="))
      return createStringError("'report' is for compilations: use --sarif, "
                               "--json or --html");
  makeFilesAbsolute(*Options);
  return Options;
}

static Expected<CheckRequest> makeRequest(const Invocation &Call) {
  CheckRequest Request;
  Expected<std::vector<std::string>> Options = collectAllOptions(Call.Line);
  if (!Options)
    return Options.takeError();
  Request.Options = *Options;
  Expected<std::vector<CompileEntry>> Entries = readCompileDatabase(BuildPath);
  if (Entries)
    Entries = selectEntries(std::move(*Entries), Files);
  if (!Entries)
    return Entries.takeError();
  Request.Entries = std::move(*Entries);
  CommandLine Line = Call.Line;
  Line.Command = "cc";
  Expected<std::vector<std::string>> Clang =
      findUsableCompiler(Line, Call.Executable);
  if (!Clang)
    return Clang.takeError();
  Request.Clang = *Clang;
  ErrorOr<std::string> Program = sys::findProgramByName(Request.Clang[0]);
  if (!Program)
    return createStringError("cannot find the compiler '" + Request.Clang[0] +
                             "'");
  SmallString<256> Absolute(*Program);
  sys::fs::make_absolute(Absolute);
  Request.Program = Absolute.str().str();
  Expected<std::string> Plugin =
      findPlugin(Call.Executable, getPluginName(CompilerKind::Clang));
  if (!Plugin)
    return Plugin.takeError();
  Request.Plugin = *Plugin;
  Request.Jobs =
      JobCount ? JobCount
               : heavyweight_hardware_concurrency().compute_thread_count();
  return Request;
}

/// Prints which files were not looked at, and why.
static void printGaps(const CheckOutcome &Outcome) {
  SmallString<256> Folder;
  if (sys::fs::current_path(Folder))
    Folder.clear();
  auto PrintFiles = [&](ArrayRef<std::string> Names, StringRef What) {
    if (Names.empty())
      return;
    outs() << What << ":\n";
    for (const std::string &File : Names)
      outs() << "  " << shortenPath(File, Folder) << '\n';
  };
  PrintFiles(Outcome.OtherLanguages, "not looked at, as they are not C or C++");
  PrintFiles(Outcome.Silenced,
             "the build silences these with -w, which silences Offstack, too");
  outs().flush();
  if (Outcome.Failed.empty())
    return;
  WithColor::error(errs(), "offstack")
      << Outcome.Failed.size() << " of " << Outcome.Files
      << " files did not compile:\n";
  for (const FailedFile &File : Outcome.Failed)
    errs() << "  " << shortenPath(File.File, Folder) << "\n    " << File.Error
           << '\n';
}

static int runCheck(const Invocation &Call) {
  if (Error Failure = Outputs.prepare())
    return reportFailure(std::move(Failure));
  Expected<CheckRequest> Request = makeRequest(Call);
  if (!Request)
    return reportFailure(Request.takeError());
  ProgressBar Progress(
      errs(), errs().is_displayed() ? sys::Process::StandardErrColumns() : 0);
  Expected<CheckOutcome> Outcome = checkFiles(*Request, Progress);
  if (!Outcome)
    return reportFailure(Outcome.takeError());
  if (Outcome->IsInterrupted)
    return Interrupted;
  int Code = Outputs.finish(Outcome->Found);
  printGaps(*Outcome);
  if (Code == 0 && !Outcome->Failed.empty())
    return NotAllCompiled;
  return Code;
}

Command makeCheckCommand() {
  return {{"check",
           CommandGroup::Project,
           "look at every file of a build, print and report what is found",
           "[-p <folder>] [<option>]... [<file>]...",
           Details,
           ArgumentKind::File,
           {}},
          &CheckCommand,
          runCheck};
}

} // namespace offstack
