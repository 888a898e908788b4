//===- CompilerRun.cpp - Runs a compiler with the plugin ------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Find the compiler, check that it can load the plugin, replace the process.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CompilerRun.h"
#include "Offstack/Support/OptionSet.h"
#include "Offstack/Tool/CompilerVersion.h"
#include "Offstack/Tool/PluginFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/StringSaver.h"
#include <cstdlib>
#include <unistd.h>

using namespace llvm;

namespace offstack {

/// Returns the kind of compiler that the command of \p Line runs, or nothing.
static std::optional<CompilerKind> getKind(const CommandLine &Line) {
  if (const CompilerRow *Row = findCompilerRow(Line.Command))
    return Row->Kind;
  return findCompilerKind(Line.Command);
}

bool isCompilerCommand(const CommandLine &Line) {
  return getKind(Line).has_value();
}

/// Returns the words of \p Command, quoted as in a shell.
static std::vector<std::string> splitWords(StringRef Command) {
  BumpPtrAllocator Allocator;
  StringSaver Saver(Allocator);
  SmallVector<const char *, 8> Words;
  cl::TokenizeGNUCommandLine(Command, Saver, Words);
  return std::vector<std::string>(Words.begin(), Words.end());
}

/// Returns the compiler that \p Row stands for where none was named: that of
/// its variable, else the first that is on the path.
static Expected<std::vector<std::string>> findDefault(const CompilerRow &Row) {
  if (std::optional<std::string> Value = sys::Process::GetEnv(Row.Variable)) {
    std::vector<std::string> Words = splitWords(*Value);
    if (!Words.empty())
      return Words;
  }
  for (StringRef Program : Row.Programs)
    if (sys::findProgramByName(Program))
      return std::vector<std::string>{Program.str()};
  return createStringError("cannot find " + join(Row.Programs, " or ") +
                           " on the path: install it, or name another "
                           "compiler in " +
                           Row.Variable);
}

/// Moves rustup's "+nightly" from \p Arguments to \p Compiler: it comes first.
static void takeToolchain(std::vector<std::string> &Compiler,
                          std::vector<std::string> &Arguments) {
  if (Arguments.empty() || !StringRef(Arguments[0]).starts_with("+"))
    return;
  Compiler.push_back(Arguments[0]);
  Arguments.erase(Arguments.begin());
}

/// Takes the compilers of \p Kind that \p Arguments begin with: cargo gives
/// its wrapper the path of rustc, or of clippy-driver and rustc.
static std::vector<std::string>
takeCompilers(CompilerKind Kind, std::vector<std::string> &Arguments) {
  auto End = find_if(Arguments, [&](StringRef Word) {
    return findCompilerKind(Word) != Kind || !sys::findProgramByName(Word);
  });
  std::vector<std::string> Words(Arguments.begin(), End);
  Arguments.erase(Arguments.begin(), End);
  return Words;
}

/// Returns the compiler that \p Line names or stands for, and takes it off
/// \p Arguments where it is one of them.
static Expected<std::vector<std::string>>
findCompiler(const CommandLine &Line, CompilerKind Kind,
             std::vector<std::string> &Arguments) {
  std::vector<std::string> Named = takeCompilers(Kind, Arguments);
  const CompilerRow *Row = findCompilerRow(Line.Command);
  if (!Row)
    Named.insert(Named.begin(), Line.Command);
  if (!Line.Compiler.empty())
    return splitWords(Line.Compiler);
  if (!Named.empty())
    return Named;
  return findDefault(*Row);
}

/// Returns the file that \p Program is, with links followed, or \p Program.
static std::string getRealPath(StringRef Program) {
  SmallString<128> Real;
  ErrorOr<std::string> Found = sys::findProgramByName(Program);
  if (!Found || sys::fs::real_path(*Found, Real))
    return Program.str();
  return Real.str().str();
}

/// Returns true if \p Path is a compiler of GCC: it loads no plugin of LLVM.
static bool isGnuCompiler(StringRef Path) {
  StringRef Name = sys::path::filename(Path).rtrim("0123456789.-");
  // What stands before the last dash is a target.
  return is_contained(ArrayRef<StringRef>{"gcc", "g++", "gfortran"},
                      Name.contains('-') ? Name.rsplit('-').second : Name);
}

/// Fails when \p Compiler, the words of a command, cannot load the plugin.
static Error checkCompiler(ArrayRef<std::string> Compiler, CompilerKind Kind,
                           StringRef Executable) {
  for (StringRef Word : Compiler) {
    // From here on these are arguments.
    if (Word.starts_with("-"))
      break;
    std::string Path = getRealPath(Word);
    if (sys::fs::equivalent(Path, Executable))
      return createStringError("'" + Word +
                               "' is this program: it would run itself");
    if (isGnuCompiler(Path))
      return createStringError("'" + Word +
                               "' is a compiler of GCC: Offstack needs one of "
                               "LLVM " +
                               Twine(LLVM_VERSION_MAJOR));
    if (Kind == CompilerKind::Rustc)
      continue;
    auto File = MemoryBuffer::getFile(Path);
    if (!File)
      continue;
    if (Error Failure = checkLLVMVersion(Word, findLinkedLLVM(**File)))
      return Failure;
  }
  return Error::success();
}

/// Returns what `rustc -vV` prints for \p Compiler, or nothing when it fails.
static std::optional<std::string> askRustc(ArrayRef<std::string> Compiler,
                                           StringRef Program) {
  SmallString<128> Output;
  if (sys::fs::createTemporaryFile("offstack-rustc", "txt", Output))
    return std::nullopt;
  FileRemover Remover(Output);
  SmallVector<StringRef, 8> Words(Compiler.begin(), Compiler.end());
  Words.push_back("-vV");
  std::optional<StringRef> Redirects[] = {StringRef(), Output.str(),
                                          StringRef()};
  if (sys::ExecuteAndWait(Program, Words, std::nullopt, Redirects))
    return std::nullopt;
  auto Text = MemoryBuffer::getFile(Output);
  if (!Text)
    return std::nullopt;
  return (*Text)->getBuffer().str();
}

/// Makes \p Command one that rustc takes: checks its LLVM, and lets a stable
/// one load the plugin.
static Error prepareRust(CompilerCommand &Command,
                         const CompilerRequest &Request, StringRef Program) {
  std::optional<std::string> Text = askRustc(Request.Compiler, Program);
  // A rustc that does not tell its version says itself what is wrong.
  if (!Text)
    return Error::success();
  RustVersion Version = parseRustVersion(*Text);
  if (Error Failure =
          checkLLVMVersion(join(Request.Compiler, " "), Version.LLVMMajor))
    return Failure;
  if (!Version.IsUnstable && sys::Process::GetEnv("RUSTC_BOOTSTRAP") != "1")
    allowPluginInStableRust(Command);
  return Error::success();
}

Expected<std::vector<std::string>> collectOptions(const CommandLine &Line) {
  Expected<OptionSet> Checked = OptionSet::fromEnvironment();
  if (!Checked)
    return Checked.takeError();
  std::vector<std::string> Options;
  std::string Text = sys::Process::GetEnv("OFFSTACK_OPTIONS").value_or("");
  for (StringRef Option : split(Text, ':'))
    if (!Option.empty())
      Options.push_back(Option.str());
  append_range(Options, Line.Options);
  return Options;
}

/// Replaces this process by \p Command, whose program is \p Program. Returns
/// only when that fails.
static Error replaceProcess(const CompilerCommand &Command,
                            const std::string &Program) {
  for (const auto &[Name, Value] : Command.Environment)
    setenv(Name.c_str(), Value.c_str(), /*replace=*/1);
  std::vector<char *> Words;
  for (const std::string &Word : Command.Words)
    Words.push_back(const_cast<char *>(Word.c_str()));
  Words.push_back(nullptr);
  execv(Program.c_str(), Words.data());
  return createStringError("cannot run '" + Program +
                           "': " + sys::StrError(errno));
}

/// Returns the command of \p Request. \p Program is the file that is run.
static Expected<CompilerCommand>
makeCommand(CompilerRequest &Request, StringRef Program, StringRef Executable) {
  if (isWithoutPlugin(Request.Kind, Request.Arguments)) {
    CompilerCommand Command;
    Command.Words = Request.Compiler;
    append_range(Command.Words, Request.Arguments);
    return Command;
  }
  if (Error Failure = checkCompiler(Request.Compiler, Request.Kind, Executable))
    return std::move(Failure);
  Expected<std::string> Plugin =
      findPlugin(Executable, getPluginName(Request.Kind));
  if (!Plugin)
    return Plugin.takeError();
  Request.Plugin = *Plugin;
  Expected<CompilerCommand> Command = addPlugin(Request);
  if (Command && Request.Kind == CompilerKind::Rustc)
    if (Error Failure = prepareRust(*Command, Request, Program))
      return std::move(Failure);
  return Command;
}

Expected<std::vector<std::string>> findUsableCompiler(const CommandLine &Line,
                                                      StringRef Executable) {
  std::vector<std::string> None;
  CompilerKind Kind = *getKind(Line);
  Expected<std::vector<std::string>> Compiler = findCompiler(Line, Kind, None);
  if (Compiler)
    if (Error Failure = checkCompiler(*Compiler, Kind, Executable))
      return std::move(Failure);
  return Compiler;
}

Error runCompiler(const CommandLine &Line, StringRef Executable) {
  CompilerRequest Request;
  Request.Kind = *getKind(Line);
  Request.Arguments = Line.Arguments;
  Expected<std::vector<std::string>> Options = collectOptions(Line);
  if (!Options)
    return Options.takeError();
  Request.Options = *Options;
  Expected<std::vector<std::string>> Compiler =
      findCompiler(Line, Request.Kind, Request.Arguments);
  if (!Compiler)
    return Compiler.takeError();
  Request.Compiler = *Compiler;
  if (Request.Kind == CompilerKind::Rustc)
    takeToolchain(Request.Compiler, Request.Arguments);
  ErrorOr<std::string> Program = sys::findProgramByName(Request.Compiler[0]);
  if (!Program)
    return createStringError("cannot find the compiler '" +
                             Request.Compiler[0] + "'");
  Expected<CompilerCommand> Command =
      makeCommand(Request, *Program, Executable);
  if (!Command)
    return Command.takeError();
  return replaceProcess(*Command, *Program);
}

} // namespace offstack
