// A getter says what memory holds, which stays the same if nothing writes to it.
// The look that is taken first follows it, and so do all ways to compile.

// RUN: %clangxx -O0 -c %s -o /dev/null -Winfinite-recursion -fplugin=%offstack_clang 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %clangxx -O2 -c %s -o /dev/null -Winfinite-recursion -fplugin=%offstack_clang 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %clangxx -fsyntax-only %s -Winfinite-recursion -fplugin=%offstack_clang 2>&1 | FileCheck %s --implicit-check-not=warning:

struct Input {
  const char *At;
  volatile char Port;
  char next() { return *At++; }
  char peek() const { return *At; }
  char look() const { return peek(); }
  char port() const { return Port; }
  char get();
};

// It looks and does not take.
// CHECK: [[#@LINE+1]]:49: warning: the recursion of 'skip' makes no progress
int skip(Input &In) { return In.peek() == ' ' ? skip(In) + 1 : 0; }

int takes(Input &In) { return In.next() == ' ' ? takes(In) + 1 : 0; }

// Somebody else may write to these.
int waits(Input &In) { return In.port() == ' ' ? waits(In) + 1 : 0; }
int asks(Input &In) { return In.get() == ' ' ? asks(In) + 1 : 0; }

// What writes comes between.
int moves(Input &In) {
  if (In.peek() != ' ')
    return 0;
  ++In.At;
  return moves(In) + 1;
}
