// Each box in turn cannot be had: the message says which it is, the program
// stops, and nothing else is printed or run, no destructor and no handler. (The
// line about the signal is printed by `not`.)

// DEFINE: %{level} = -O0
// DEFINE: %{build} = %clangxx %{level} %s -o %t -Wl,--wrap=malloc \
// DEFINE:   -fplugin=%offstack_clang -fplugin-arg-offstack-box \
// DEFINE:   -fplugin-arg-offstack-local=64 -fplugin-arg-offstack-verify \
// DEFINE:   -Wno-frame-larger-than
// DEFINE: %{fail} = not --crash %t
// DEFINE: %{message} = FileCheck %s --match-full-lines \
// DEFINE:   --implicit-check-not='{{.}}' --check-prefixes=ABORT

// RUN: %{build}
// RUN: %{fail} 1 2>&1 | %{message},FIRST
// RUN: %{fail} 2 2>&1 | %{message},TEXT
// RUN: %{fail} 3 2>&1 | %{message},LEAF
// RUN: %{fail} 4 2>&1 | %{message},ALIGNED
// RUN: %{fail} 5 2>&1 | %{message},LAMBDA
// RUN: %{fail} 6 2>&1 | %{message},HANDLER
// RUN: %t 7 2>&1 | FileCheck %s --check-prefix=DONE --match-full-lines \
// RUN:   --implicit-check-not='{{.}}'

// REDEFINE: %{level} = -O2
// RUN: %{build}
// RUN: %{fail} 1 2>&1 | %{message},FIRST
// RUN: %{fail} 2 2>&1 | %{message},TEXT
// RUN: %{fail} 3 2>&1 | %{message},LEAF
// RUN: %{fail} 4 2>&1 | %{message},ALIGNED
// RUN: %{fail} 5 2>&1 | %{message},LAMBDA
// RUN: %{fail} 6 2>&1 | %{message},HANDLER
// RUN: %t 7 2>&1 | FileCheck %s --check-prefix=DONE --match-full-lines \
// RUN:   --implicit-check-not='{{.}}'

// FIRST:   offstack: out of memory: cannot take 620 bytes for 'First', 'Second' in 'Worker::run(int)'
// TEXT:    offstack: out of memory: cannot take 80 bytes for 'Text' in 'Worker::helper(long)'
// LEAF:    offstack: out of memory: cannot take 100 bytes for 'Leaf' in 'leaf(int)'
// ALIGNED: offstack: out of memory: cannot take 400 bytes for 'Aligned' in 'Worker::run(int)'
// LAMBDA:  offstack: out of memory: cannot take 500 bytes for 'InLambda' in 'Worker::run(int)::'lambda'(int)::operator()(int) const'
// HANDLER: destroyed
// HANDLER-NEXT: offstack: out of memory: cannot take 600 bytes for 'InHandler' in 'main'
// ABORT:   error: Aborted
// DONE:    destroyed
// DONE-NEXT: done 7

#include "Inputs/buffer.h"
#include <cstdlib>

static int FailingCall;
extern "C" void *__real_malloc(size_t);
extern "C" void *__wrap_malloc(size_t Size) {
  return --FailingCall == 0 ? nullptr : __real_malloc(Size);
}

struct Loud {
  ~Loud() { puts("destroyed"); }
};

NOINLINE int leaf(int N) {
  char Leaf[100];
  int Sum = USE(Leaf, N);
  if (N == 2)
    throw Sum;
  return Sum;
}

struct Worker {
  NOINLINE int helper(long N) {
    char Text[80];
    fill(Text, sizeof Text, 1);
    return leaf(static_cast<int>(N)) + sum(Text, sizeof Text);
  }

  NOINLINE int run(int N) {
    char First[200];
    fill(First, sizeof First, N);
    int Sum = helper(1);
    {
      char Second[300];
      Sum += USE(Second, N);
    }
    alignas(64) char Aligned[400];
    Sum += USE(Aligned, N);
    auto Lambda = [](int N) __attribute__((noinline)) {
      char InLambda[500];
      return USE(InLambda, N);
    };
    return Sum + Lambda(N) + sum(First, sizeof First);
  }
};

int main(int, char **Arguments) {
  setvbuf(stdout, nullptr, _IONBF, 0);
  FailingCall = atoi(Arguments[1]);
  try {
    Loud L;
    Worker().run(1);
    FailingCall += 1; // leaf has had its turn.
    leaf(2);
  } catch (...) {
    char InHandler[600];
    fill(InHandler, sizeof InHandler, 1);
  }
  printf("done %s\n", Arguments[1]);
}
