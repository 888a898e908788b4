//===- Cold.cpp - Functions with a large local on a rare path -------------===//
//
// Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each function is called on its common path only, which never uses the buffer.
// With NO_BUFFER there is none: what the path ought to cost. WORK_LIST names
// the list of this way.
//
//===----------------------------------------------------------------------===//

#include "../boxes/Work.h"

static constexpr std::size_t Bytes = 512 << 10;

#ifdef NO_BUFFER
#define BUFFER(NAME) char *NAME = nullptr
#else
#define BUFFER(NAME) char NAME[Bytes]
#endif

/// Never negative, which compilers do not see: they are in ColdCalls.cpp.
int step(int Number);
int report(char *Text, int Number) noexcept;
int reportOrThrow(char *Text, int Number);

/// Nothing precedes the branch: compilers set up the frame behind it.
[[gnu::noinline]] static int branchFirst(int Number) {
  if (__builtin_expect(Number < 0, 0)) {
    BUFFER(Text);
    report(Text, Number);
  }
  return Number * 3 + 1;
}

/// The same, but the rare path may be left by an exception.
[[gnu::noinline]] static int branchFirstThrow(int Number) {
  if (__builtin_expect(Number < 0, 0)) {
    BUFFER(Text);
    reportOrThrow(Text, Number);
  }
  return Number * 3 + 1;
}

/// Registers are saved for calls before the branch, and so compilers set up the
/// whole frame at the entry, with the buffer. The rare path returns.
[[gnu::noinline]] static int callThenReturn(int Number) {
  int First = step(Number);
  int Second = step(First + Number);
  if (__builtin_expect(Second < 0, 0)) {
    BUFFER(Text);
    return report(Text, Number);
  }
  return First + Second;
}

[[gnu::noinline]] static int callThenThrow(int Number) {
  int First = step(Number);
  int Second = step(First + Number);
  if (__builtin_expect(Second < 0, 0)) {
    BUFFER(Text);
    return reportOrThrow(Text, Number);
  }
  return First + Second;
}

/// As callThenReturn, but the rare path has to keep what the common one goes on
/// with.
[[gnu::noinline]] static int callThenGoOn(int Number) {
  int Next = step(Number);
  if (__builtin_expect(Next < 0, 0)) {
    BUFFER(Text);
    report(Text, Number);
  }
  return Next + Number;
}

/// One buffer for two rare paths, of which a call takes one.
[[gnu::noinline]] static int twoErrors(int Number) {
  BUFFER(Text);
  int First = step(Number);
  if (__builtin_expect(First < 0, 0))
    return report(Text, 1);
  int Second = step(First + Number);
  if (__builtin_expect(Second < 0, 0))
    return report(Text, 2);
  return First + Second;
}

/// A buffer that lives in one round of a loop.
[[gnu::noinline]] static int rareInRound(int Number) {
  int Sum = 0;
  for (int Round = 0; Round < 4; ++Round) {
    int Next = step(Number + Round);
    if (__builtin_expect(Next < 0, 0)) {
      BUFFER(Text);
      report(Text, Round);
    }
    Sum += Next;
  }
  return Sum;
}

/// One buffer for a rare path in a loop: each round may see what the one before
/// has left.
[[gnu::noinline]] static int rareInLoop(int Number) {
  BUFFER(Text);
  int Sum = 0;
  for (int Round = 0; Round < 4; ++Round) {
    int Next = step(Number + Round);
    if (__builtin_expect(Next < 0, 0))
      report(Text, Round);
    Sum += Next;
  }
  return Sum;
}

extern "C" WorkList WORK_LIST;

const Work *WORK_LIST() {
  static const Work List[] = {
      {"branch-first", Bytes, branchFirst},
      {"branch-first-throw", Bytes, branchFirstThrow},
      {"call-then-return", Bytes, callThenReturn},
      {"call-then-throw", Bytes, callThenThrow},
      {"call-then-go-on", Bytes, callThenGoOn},
      {"two-errors", Bytes, twoErrors},
      {"rare-in-round", Bytes, rareInRound},
      {"rare-in-loop", Bytes, rareInLoop},
      {nullptr, 0, nullptr},
  };
  return List;
}
