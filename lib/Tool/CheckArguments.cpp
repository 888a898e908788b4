//===- CheckArguments.cpp - A build's command for clang -------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tables of flags, and what to do with each.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CheckArguments.h"
#include "Offstack/Tool/LeadingOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace offstack {

/// Dropped, with the word behind it.
static const StringRef DroppedWithValue[] = {"-o",
                                             "-MF",
                                             "-MT",
                                             "-MQ",
                                             "-MJ",
                                             "-dumpdir",
                                             "-dumpbase",
                                             "-dumpbase-ext",
                                             "--serialize-diagnostics",
                                             "-serialize-diagnostics"};

/// Dropped.
static const StringRef Dropped[] = {
    "-c", "-S", "-M", "-MM", "-MD", "-MMD", "-MG", "-MP", "-fsyntax-only",
    "-emit-llvm", "-pedantic-errors", "--coverage", "-coverage",
    "-ftest-coverage", "-fprofile-arcs", "-fstack-usage", "-fanalyzer",
    "-fmodules-ts", "-pipe",
    // Every GCC has its own, and clang none that can be loaded twice.
    "-fplugin"};

/// Dropped, when a word begins with one of them.
static const StringRef DroppedPrefixes[] = {"-Werror",
                                            "-flto",
                                            "-ffat-lto",
                                            "-fno-fat-lto",
                                            "-fuse-linker-plugin",
                                            "-save-temps",
                                            "--save-temps",
                                            "-ftime-trace",
                                            "-fdump-",
                                            "-fcallgraph-info",
                                            "-fopt-info",
                                            "-fdiagnostics-",
                                            "-fplugin=",
                                            "-fplugin-arg-",
                                            "-fpass-plugin=",
                                            "-fcolor-diagnostics",
                                            "-fmodule-mapper=",
                                            "-fdeps-",
                                            "-specs=",
                                            "-Wp,-M",
                                            "-fsave-optimization-record",
                                            "-foptimization-record"};

/// An option of Offstack that the build gives to a compiler.
static constexpr StringLiteral OwnFlag = "-fplugin-arg-offstack-";

/// Programs that run the compiler that follows them.
static const StringRef Launchers[] = {"ccache", "sccache",  "distcc",
                                      "icecc",  "colorgcc", "gomacc",
                                      "time",   "nice",     "env"};

/// Endings of names of files that clang compiles with code of functions.
static const StringRef SourceEndings[] = {
    ".c",   ".cc",  ".cp",   ".cxx",  ".cpp", ".CPP", ".c++", ".C",
    ".i",   ".ii",  ".m",    ".mm",   ".M",   ".mi",  ".mii", ".cppm",
    ".ixx", ".ccm", ".cxxm", ".c++m", ".cu",  ".hip", ".cl"};

bool isForClang(const CompileEntry &Entry) {
  StringRef Ending = sys::path::extension(Entry.File);
  // Another language may be asked for by flag.
  return is_contained(SourceEndings, Ending) ||
         is_contained(Entry.Arguments, "-x");
}

/// Takes the programs that run the compiler off \p Words, and returns the
/// options that the build gives to Offstack.
static std::vector<std::string> takeLaunchers(ArrayRef<std::string> &Words) {
  std::vector<std::string> Options;
  while (Words.size() > 1) {
    StringRef Name = sys::path::filename(Words[0]);
    if (is_contained(Launchers, Name)) {
      Words = Words.drop_front();
      continue;
    }
    // A link, as "offstack-cc", is the name of the compiler as well.
    if (Name != "offstack")
      break;
    std::vector<const char *> Pointers;
    for (const std::string &Word : Words)
      Pointers.push_back(Word.c_str());
    Expected<CommandLine> Line = splitCommandLine(Pointers);
    if (!Line || Line->Command.empty()) {
      // Another program of this name; clang will say what is wrong.
      consumeError(Line.takeError());
      break;
    }
    append_range(Options, Line->Options);
    // The command stays, as the name of the compiler.
    Words = Words.take_back(Line->Arguments.size() + 1);
  }
  return Options;
}

/// Adds to \p Words what the name of the compiler \p Program decides.
static void addByName(StringRef Program, std::vector<std::string> &Words) {
  StringRef Name = sys::path::filename(Program);
  Name.consume_back(".exe");
  SmallVector<StringRef, 4> Parts;
  static const Regex Pattern(
      "^(.*-)?(gcc|g\\+\\+|clang|clang\\+\\+|cc|c\\+\\+)(-[0-9.]+)?$");
  if (!Pattern.match(Name, &Parts))
    return;
  if (Parts[2].ends_with("++"))
    Words.push_back("--driver-mode=g++");
  StringRef Target = Parts[1].rtrim('-');
  // "x86_64-linux-gnu-" is one, "offstack-" and "my-" are none.
  if (Target.count('-') >= 1)
    Words.push_back(("--target=" + Target).str());
}

static bool startsWithAny(StringRef Word, ArrayRef<StringRef> Prefixes) {
  return any_of(Prefixes,
                [&](StringRef Prefix) { return Word.starts_with(Prefix); });
}

/// Returns true if \p Word is "-ofile": other flags that begin so are none.
static bool isJoinedOutput(StringRef Word) {
  return Word.starts_with("-o") && Word.size() > 2 &&
         !Word.starts_with("-objc");
}

CheckArguments makeCheckArguments(const CompileEntry &Entry,
                                  const StringSet<> &Refused) {
  CheckArguments Result;
  ArrayRef<std::string> Words(Entry.Arguments);
  Result.Options = takeLaunchers(Words);
  addByName(Words[0], Result.Words);
  for (size_t I = 1; I < Words.size(); ++I) {
    StringRef Word = Words[I];
    if (is_contained(DroppedWithValue, Word)) {
      ++I;
      continue;
    }
    if (Word.starts_with(OwnFlag))
      Result.Options.push_back(Word.substr(OwnFlag.size()).str());
    if (Refused.contains(Word) || is_contained(Dropped, Word) ||
        startsWithAny(Word, DroppedPrefixes) || isJoinedOutput(Word))
      continue;
    Result.IsSilenced |= Word == "-w";
    Result.Words.push_back(Word.str());
  }
  // As with the driver of another compiler, what is not known is no error.
  for (StringRef Word : {"-Qunused-arguments", "-Wno-unknown-warning-option",
                         "-Wno-ignored-optimization-argument",
                         "-fno-color-diagnostics", "-c", "-o", "/dev/null"})
    Result.Words.push_back(Word.str());
  return Result;
}

std::vector<std::string> findRefusedFlags(StringRef Messages) {
  static const Regex Patterns[] = {
      Regex("error: unknown argument:? '([^']+)'"),
      Regex("error: unsupported option '([^']+)'"),
      Regex("error: unsupported argument '([^']*)' to option '([^']+)'"),
      Regex("error: invalid value '([^']*)' in '([^']+)'")};
  std::vector<std::string> Flags;
  for (StringRef Line : split(Messages, '\n')) {
    SmallVector<StringRef, 3> Parts;
    for (const Regex &Pattern : Patterns) {
      if (!Pattern.match(Line, &Parts))
        continue;
      // "unsupported argument 'x' to option '-f='" is about "-f=x".
      Flags.push_back(Parts.size() == 2 ? Parts[1].str()
                                        : (Parts[2] + Parts[1]).str());
      break;
    }
  }
  return Flags;
}

StringRef findFirstError(StringRef Messages) {
  StringRef Last;
  for (StringRef Line : split(Messages, '\n')) {
    if (Line.contains("error: "))
      return Line;
    if (!Line.trim().empty())
      Last = Line;
  }
  return Last;
}

} // namespace offstack
