// Exceptions that nobody may catch: std::terminate's handler ends the program
// with the boxes live, which are still known and so no leaks.

// The exception object itself looks "possibly lost", with and without boxes:
// the runtime points to its middle.
// DEFINE: %{compare} = %S/Inputs/compare \
// DEFINE:   '%valgrind --errors-for-leak-kinds=definite' %offstack_clang %t
// RUN: %{compare} "0v 2v 3" %clangxx -DCASE=1 %s | FileCheck %s
// RUN: %{compare} "0v 2v" %clangxx -DCASE=2 %s | FileCheck %s
// RUN: %{compare} "0v 2v" %clangxx -DCASE=3 %s | FileCheck %s

#include "Inputs/buffer.h"
#include <cstdlib>
#include <exception>

NOINLINE static void throws(int Kind) {
  char Buffer[100];
  if (USE(Buffer, Kind))
    throw Kind;
}

// The exception meets the edge of a noexcept function.
NOINLINE static int isNoexcept(int Kind) noexcept {
  char Buffer[200];
  fill(Buffer, sizeof Buffer, Kind);
  throws(Kind);
  return sum(Buffer, sizeof Buffer);
}

// A second exception leaves a destructor that runs for the first.
struct Thrower {
  ~Thrower() noexcept(false) {
    char Buffer[100];
    if (USE(Buffer, 1))
      throw 2;
  }
};
NOINLINE static int throwsTwice(int Kind) {
  char Buffer[200];
  fill(Buffer, sizeof Buffer, Kind);
  Thrower Object;
  throws(Kind);
  return sum(Buffer, sizeof Buffer);
}

// No handler at all: the stack is not even unwound.
NOINLINE static int isUncaught(int Kind) {
  char Buffer[200];
  fill(Buffer, sizeof Buffer, Kind);
  throws(Kind);
  return sum(Buffer, sizeof Buffer);
}

// CHECK: caught 3
// CHECK-NEXT: terminated
// CHECK-NOT: returned
int main() {
  std::set_terminate([] {
    printf("terminated\n");
    exit(0);
  });
  try {
    char Buffer[100];
    fill(Buffer, sizeof Buffer, 1);
    throws(3);
  } catch (int Number) {
    printf("caught %d\n", Number);
  }
#if CASE == 1
  printf("returned %d\n", isNoexcept(1));
#elif CASE == 2
  try {
    printf("returned %d\n", throwsTwice(1));
  } catch (...) {
    printf("returned\n");
  }
#else
  printf("returned %d\n", isUncaught(1));
#endif
}
