//===- OptionSetTest.cpp - Reads options ----------------------------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every kind of option, every way to get one wrong, and which source wins.
//
//===----------------------------------------------------------------------===//

#include "Offstack/Support/OptionSet.h"
#include "llvm/Support/Error.h"
#include "llvm/TargetParser/Triple.h"
#include "gtest/gtest.h"
#include <cstdlib>

using namespace llvm;
using namespace offstack;

static OptionSet parseOrDie(StringRef Text) {
  return cantFail(OptionSet::parse(Text, ';'));
}

static std::string parseError(StringRef Text) {
  Expected<OptionSet> Set = OptionSet::parse(Text, ';');
  return Set ? "no error" : toString(Set.takeError());
}

TEST(OptionSet, ReadsEveryKind) {
  OptionSet Set = parseOrDie(
      "stack=musl;local=4K;frame=64K;verify;box=false;disable=large-frame");
  EXPECT_EQ(Set.Stack, 128u << 10);
  EXPECT_EQ(Set.Local, 4096u);
  EXPECT_EQ(Set.Frame, 65536u);
  EXPECT_EQ(Set.Verify, true);
  EXPECT_EQ(Set.Box, false);
  EXPECT_TRUE(Set.isDisabled("large-frame"));
  EXPECT_FALSE(Set.isDisabled("large-local"));
  EXPECT_EQ(Set.RecursiveLocal, std::nullopt);
}

TEST(OptionSet, SkipsEmptyParts) {
  EXPECT_EQ(parseOrDie("").Local, std::nullopt);
  EXPECT_EQ(parseOrDie(";local=1;").Local, 1u);
}

TEST(OptionSet, SaysWhatIsWrong) {
  EXPECT_EQ(parseError("local=12Q"),
            "invalid value '12Q' for option 'local': expected bytes with an "
            "optional K, M or G");
  EXPECT_EQ(parseError("local"),
            "invalid value '' for option 'local': expected bytes with an "
            "optional K, M or G");
  EXPECT_EQ(parseError("stack=solaris"),
            "invalid value 'solaris' for option 'stack': expected bytes with "
            "an optional K, M or G, or one of glibc, musl, macos, "
            "macos-thread, windows, emscripten, rust-thread, fiber, kernel");
  EXPECT_EQ(parseError("stack=0").substr(0, 32),
            "invalid value '0' for option 'st");
  EXPECT_EQ(parseError("verify=maybe"),
            "invalid value 'maybe' for option 'verify': expected true or "
            "false");
  EXPECT_EQ(parseError("disable=large-local,typo"),
            "invalid value 'typo' for option 'disable': expected one of "
            "large-local, large-parameter, large-temporary, unbounded-alloca, "
            "alloca-in-loop, large-frame, infinite, no-progress, "
            "skipped-base-case, unbounded, unguarded-edge, deep-recursion, "
            "recursive, box-impossible, useless-ignore-entry, boxed, removed, "
            "frame-over-limit, lost-box, used-ignore-entry, "
            "unused-ignore-entry, unused-suppression, "
            "unused-baseline-entry, cache-unavailable");
  EXPECT_EQ(parseError("alloc"),
            "invalid value '' for option 'alloc': expected malloc or cache");
  EXPECT_EQ(parseError("recursion=some"),
            "invalid value 'some' for option 'recursion': expected certain, "
            "unbounded or all");
  EXPECT_EQ(parseError("locl=4K"),
            "unknown option 'locl': expected one of stack, local, frame, "
            "recursive-local, box, alloc, recursion, disable, ignorelist, "
            "report, baseline, verify");
  EXPECT_EQ(parseError("ignorelist"),
            "invalid value '' for option 'ignorelist': expected the name of a "
            "file");
  for (StringRef Name : {"r.txt", "r", "folder", "r.jsonx"})
    EXPECT_EQ(parseError(("report=r.json," + Name).str()),
              ("invalid value '" + Name +
               "' for option 'report': expected a file that ends in .sarif or "
               ".json, or a folder that ends in /")
                  .str());
}

TEST(OptionSet, NearerSourceWins) {
  OptionSet Near = parseOrDie("local=1K");
  Near.inherit(parseOrDie("local=2K;frame=3K"));
  EXPECT_EQ(Near.Local, 1024u);
  EXPECT_EQ(Near.Frame, 3072u);
}

TEST(OptionSet, LimitsDeriveFromTheStack) {
  Limits Linux = OptionSet().resolveLimits(Triple("x86_64-unknown-linux-gnu"));
  EXPECT_EQ(Linux.StackSize, 8u << 20);
  EXPECT_EQ(Linux.Local, 128u << 10);
  EXPECT_EQ(Linux.Frame, 512u << 10);
  EXPECT_EQ(Linux.RecursiveLocal, 8u << 10);
  EXPECT_EQ(OptionSet().resolveLimits(Triple("x86_64-pc-windows-msvc")).Local,
            16u << 10);
  EXPECT_EQ(
      OptionSet().resolveLimits(Triple("x86_64-unknown-linux-musl")).StackSize,
      128u << 10);
}

TEST(OptionSet, GivenLimitsStand) {
  Limits Given = parseOrDie("stack=1M;local=5")
                     .resolveLimits(Triple("x86_64-unknown-linux-gnu"));
  EXPECT_EQ(Given.Local, 5u);
  EXPECT_EQ(Given.Frame, 64u << 10);
  // The limit for recursive functions is never the laxer one.
  EXPECT_EQ(Given.RecursiveLocal, 5u);
}

TEST(OptionSet, ReadsTheEnvironment) {
  setenv("OFFSTACK_OPTIONS", "local=7K:verify", 1);
  EXPECT_EQ(cantFail(OptionSet::fromEnvironment()).Local, 7u << 10);
  setenv("OFFSTACK_OPTIONS", "local=bad", 1);
  Expected<OptionSet> Bad = OptionSet::fromEnvironment();
  ASSERT_FALSE(Bad);
  EXPECT_EQ(toString(Bad.takeError()),
            "in environment variable OFFSTACK_OPTIONS: invalid value 'bad' "
            "for option 'local': expected bytes with an optional K, M or G");
  unsetenv("OFFSTACK_OPTIONS");
  EXPECT_EQ(cantFail(OptionSet::fromEnvironment()).Local, std::nullopt);
}
