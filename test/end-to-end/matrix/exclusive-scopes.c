// Scopes of which only one is alive at a time share the same memory, in debug
// builds, too: a box is given back where its scope ends. The heap never holds
// more than one of the three.

// RUN: %clang -O0 %s -o %t.O0 -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-verify
// RUN: %clang -O2 %s -o %t.O2 -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-verify
// RUN: %t.O0 | FileCheck %s
// RUN: %t.O2 | FileCheck %s
// RUN: %clang -O0 %s -o %t.plain
// RUN: %t.plain | FileCheck %s --check-prefix=PLAIN
// PLAIN: 0 boxes at a time

#include "Inputs/buffer.h"
#include <malloc.h>

enum { SIZE = 1 << 20 };

static size_t most;

// Notes how much of the heap is in use.
NOINLINE static void note(void) {
  struct mallinfo2 info = mallinfo2();
  size_t used = info.uordblks + info.hblkhd;
  if (used > most)
    most = used;
}

NOINLINE static int exclusive(int which) {
  int result = 0;
  {
    char first[SIZE];
    fill(first, SIZE, which);
    note();
    result += first[which];
  }
  if (which > 1) {
    char second[SIZE];
    fill(second, SIZE, which + 1);
    note();
    result += second[which];
  } else {
    char third[SIZE];
    fill(third, SIZE, which + 2);
    note();
    result += third[which];
  }
  return result;
}

int main(void) {
  int result = exclusive(1) + exclusive(2);
  // CHECK: 1 boxes at a time
  printf("%zu boxes at a time\n", most / SIZE);
  return result == 0;
}
