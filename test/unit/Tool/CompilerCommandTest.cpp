//===- CompilerCommandTest.cpp - Compilers with the plugin ----------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names of compilers, command lines before and after, versions.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Tool/CompilerCommand.h"
#include "Offstack/Tool/CompilerVersion.h"
#include "Offstack/Tool/LeadingOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace offstack;

using Strings = std::vector<std::string>;

TEST(CompilerKind, IsToldByTheName) {
  for (const char *Name :
       {"clang", "clang++", "clang-22", "clang++-22", "/usr/bin/clang-22.1",
        "x86_64-linux-gnu-clang", "aarch64-linux-android35-clang++"})
    EXPECT_EQ(findCompilerKind(Name), CompilerKind::Clang) << Name;
  for (const char *Name : {"flang", "flang-22", "flang-new", "/opt/flang-new"})
    EXPECT_EQ(findCompilerKind(Name), CompilerKind::Flang) << Name;
  for (const char *Name :
       {"rustc", "/usr/bin/rustc", "rustc-1.96", "clippy-driver"})
    EXPECT_EQ(findCompilerKind(Name), CompilerKind::Rustc) << Name;
}

TEST(CompilerKind, IsNotToldByPartOfTheName) {
  for (const char *Name :
       {"", "-", "gcc", "clang-format", "clang-format-22", "clang-cpp-22",
        "libclang.so", "clang.c", "a/clang/b", "rustc.rs", "rustfmt", "22"})
    EXPECT_EQ(findCompilerKind(Name), std::nullopt) << Name;
}

static CommandLine split(std::vector<const char *> Words) {
  return cantFail(splitCommandLine(Words));
}

TEST(LeadingOptions, EndAtTheCommand) {
  CommandLine Line =
      split({"/bin/offstack", "--local=4K", "--box", "--compiler=ccache clang",
             "cc", "--local=1", "--help"});
  EXPECT_EQ(Line.Options, (Strings{"local=4K", "box"}));
  EXPECT_EQ(Line.Compiler, "ccache clang");
  EXPECT_EQ(Line.Command, "cc");
  EXPECT_EQ(Line.Arguments, (Strings{"--local=1", "--help"}));
  EXPECT_FALSE(Line.WantsHelp);
}

TEST(LeadingOptions, ALinkNamesTheCommand) {
  CommandLine Line = split({"/bin/offstack-c++", "--version"});
  EXPECT_EQ(Line.Command, "c++");
  EXPECT_EQ(Line.Arguments, Strings{"--version"});
  EXPECT_FALSE(Line.WantsVersion);
  // Another name is no command.
  Line = split({"offstack-dev", "--version"});
  EXPECT_EQ(Line.Command, "");
  EXPECT_TRUE(Line.WantsVersion);
}

static std::string splitError(const char *Option) {
  Expected<CommandLine> Line = splitCommandLine({"offstack", Option, "cc"});
  return Line ? "no error" : toString(Line.takeError());
}

TEST(LeadingOptions, AreChecked) {
  EXPECT_TRUE(StringRef(splitError("--lokal=4K"))
                  .starts_with("unknown option 'lokal': expected one of "));
  EXPECT_EQ(splitError("--local=4Q"),
            "invalid value '4Q' for option 'local': expected bytes with an "
            "optional K, M or G");
  EXPECT_EQ(splitError("-c"), "unknown option '-c': see 'offstack --help'");
  EXPECT_EQ(splitError("--compiler"), "'--compiler' lacks a value: expected "
                                      "'--compiler=<command>'");
}

/// Returns the words of the command for \p Request, with spaces between them.
static std::string print(const CompilerRequest &Request) {
  return join(cantFail(addPlugin(Request)).Words, " ");
}

TEST(CompilerCommand, ClangTakesOptionsAsFlags) {
  EXPECT_EQ(print({CompilerKind::Clang,
                   {"ccache", "clang-22"},
                   {"-c", "a.c"},
                   {"local=4K", "box"},
                   "/l/P.so"}),
            "ccache clang-22 --start-no-unused-arguments -fplugin=/l/P.so "
            "-fplugin-arg-offstack-local=4K -fplugin-arg-offstack-box "
            "--end-no-unused-arguments -c a.c");
}

TEST(CompilerCommand, OthersTakeThemFromTheEnvironment) {
  CompilerRequest Request{CompilerKind::Flang,
                          {"flang"},
                          {"@args"},
                          {"local=4K", "box"},
                          "/l/P.so"};
  EXPECT_EQ(print(Request), "flang -fpass-plugin=/l/P.so @args");
  CompilerCommand Command = cantFail(addPlugin(Request));
  ASSERT_EQ(Command.Environment.size(), 1u);
  EXPECT_EQ(Command.Environment[0].first, "OFFSTACK_OPTIONS");
  EXPECT_EQ(Command.Environment[0].second, "local=4K:box");

  // A colon would end the option there; clang's flags may have one.
  Request.Options = {"ignorelist=a:b"};
  Expected<CompilerCommand> Wrong = addPlugin(Request);
  ASSERT_FALSE(Wrong);
  EXPECT_EQ(toString(Wrong.takeError()),
            "'ignorelist=a:b' has a colon, and this compiler takes options "
            "separated by colons");
  Request.Kind = CompilerKind::Clang;
  EXPECT_TRUE(StringRef(print(Request)).contains("-ignorelist=a:b"));
}

TEST(CompilerCommand, StableRustStaysStable) {
  CompilerCommand Command = cantFail(addPlugin(
      {CompilerKind::Rustc, {"rustc", "+stable"}, {"a.rs"}, {}, "/l/P.so"}));
  EXPECT_TRUE(Command.Environment.empty());
  allowPluginInStableRust(Command);
  EXPECT_EQ(join(Command.Words, " "),
            "rustc +stable -Zllvm-plugins=/l/P.so -Zallow-features= a.rs");
  ASSERT_EQ(Command.Environment.size(), 1u);
  EXPECT_EQ(Command.Environment[0].first, "RUSTC_BOOTSTRAP");
}

TEST(CompilerCommand, InnerPartsAndQuestionsHaveNoPlugin) {
  EXPECT_TRUE(isWithoutPlugin(CompilerKind::Clang, {"-cc1", "a.c"}));
  EXPECT_TRUE(isWithoutPlugin(CompilerKind::Clang, {"-cc1as", "a.s"}));
  EXPECT_TRUE(isWithoutPlugin(CompilerKind::Flang, {"-fc1", "a.f90"}));
  EXPECT_FALSE(isWithoutPlugin(CompilerKind::Clang, {"a.c", "-cc1"}));
  EXPECT_FALSE(isWithoutPlugin(CompilerKind::Clang, {}));

  const Strings Questions[] = {{"-vV"},
                               {"--print=cfg"},
                               {"-", "--print", "file-names"},
                               {"-C", "help"},
                               {"-Zhelp"},
                               {"--version"},
                               {"--explain", "E0725"}};
  for (const Strings &Arguments : Questions)
    EXPECT_TRUE(isWithoutPlugin(CompilerKind::Rustc, Arguments))
        << join(Arguments, " ");
  const Strings Compilations[] = {{"a.rs"},
                                  {"@args"},
                                  {"a.rs", "--print=link-args"},
                                  {"a.rs", "--print", "native-static-libs=x"},
                                  {"-C", "opt-level=2", "help"}};
  for (const Strings &Arguments : Compilations)
    EXPECT_FALSE(isWithoutPlugin(CompilerKind::Rustc, Arguments))
        << join(Arguments, " ");
}

TEST(CompilerVersion, OfRustIsRead) {
  RustVersion Stable = parseRustVersion("rustc 1.96.0 (built from source)\n"
                                        "release: 1.96.0\n"
                                        "LLVM version: 22.1.8\n");
  EXPECT_EQ(Stable.LLVMMajor, 22u);
  EXPECT_FALSE(Stable.IsUnstable);
  RustVersion Nightly =
      parseRustVersion("release: 1.97.0-nightly\nLLVM version: 23.0\n");
  EXPECT_EQ(Nightly.LLVMMajor, 23u);
  EXPECT_TRUE(Nightly.IsUnstable);
  // One that is built with another code generator has no LLVM.
  EXPECT_EQ(parseRustVersion("release: 1.0.0\n").LLVMMajor, std::nullopt);
}

TEST(CompilerVersion, OfWhatIsNoProgramIsUnknown) {
  for (StringRef Text : {"", "#!/bin/sh\n",
                         "\x7f"
                         "ELF",
                         "\x7f"
                         "ELF\2\1\1"})
    EXPECT_EQ(findLinkedLLVM(MemoryBufferRef(Text, "file")), std::nullopt);
}

TEST(CompilerVersion, OnlyAnotherOneIsAnError) {
  EXPECT_FALSE(errorToBool(checkLLVMVersion("clang", std::nullopt)));
  EXPECT_FALSE(errorToBool(checkLLVMVersion("clang", 22)));
  EXPECT_EQ(toString(checkLLVMVersion("clang-14", 14)),
            "'clang-14' is of LLVM 14, and cannot load a plugin for LLVM 22");
}
