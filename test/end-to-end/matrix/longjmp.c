// longjmp leaves frames without a word to them: what they had boxed is lost, as
// memory from their own malloc would be, and nothing else happens. The frame that
// is come back to has its boxes as before.

// RUN: %compare "0 2 3" %clang %s | FileCheck %s
// RUN: %compare "0 2" %clang -fexceptions %s
// RUN: %compare "0 2" %clang %s -- -fsanitize=undefined \
// RUN:   -fno-sanitize-recover=all

// The boxes of jumps_past, and no other, are lost in each of three jumps. They are
// one, optimised: none of them is freed before the return.
// RUN: not %valgrind --num-callers=2 %t.O0 2>&1 \
// RUN:   | FileCheck %s --check-prefix=LOST --implicit-check-not=lost
// RUN: not %valgrind --num-callers=2 %t.O2 2>&1 \
// RUN:   | FileCheck %s --check-prefix=MERGED --implicit-check-not=lost
// LOST: 300 bytes in 3 blocks are definitely lost
// LOST: jumps_past
// LOST: 900 bytes in 3 blocks are definitely lost
// LOST: jumps_past
// MERGED: 1,476 bytes in 3 blocks are definitely lost
// MERGED: jumps_past

// RUN: FileCheck %s --check-prefix=BOXED --input-file=%t.O2.remarks
// BOXED: 'large' (500 bytes) is boxed

// The same two are told of, where they are declared.
// RUN: %clang -O2 -c %s -o /dev/null -Rpass-analysis=offstack-box \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-box \
// RUN:   -fplugin-arg-offstack-local=64 2>&1 \
// RUN:   | FileCheck %s --check-prefix=TOLD --implicit-check-not=remark

#include "Inputs/buffer.h"
#include <setjmp.h>

static jmp_buf target;

NOINLINE static void jumps(int value) {
  if (value)
    longjmp(target, value);
}

// TOLD-DAG: remark: 'outer' (100 bytes) is in a box that may be lost: call to 'jumps' {{.*}}may lead to 'longjmp'{{.*}}(offstack-lost-box)
// TOLD-DAG: remark: 'inner' (300 bytes) is in a box that may be lost: call to 'jumps' {{.*}}may lead to 'longjmp'{{.*}}(offstack-lost-box)
NOINLINE static int jumps_past(int value) {
  char outer[100];
  int result = USE(outer, value);
  {
    char inner[300];
    fill(inner, sizeof inner, value);
    jumps(value);
    result += sum(inner, sizeof inner);
  }
  return result + sum(outer, sizeof outer);
}

NOINLINE static int comes_back(int value) {
  char large[500];
  fill(large, sizeof large, value);
  volatile int count = 0;
  int came = setjmp(target);
  if (came)
    return came * 10 + count + sum(large, sizeof large);
  ++count;
  int result = jumps_past(value);
  ++count;
  return result + sum(large, sizeof large);
}

// A box below the frame that is come back to stays, and is freed as ever.
NOINLINE static int holds(int value) {
  char buffer[200];
  fill(buffer, sizeof buffer, value);
  int result = comes_back(value);
  return result ^ sum(buffer, sizeof buffer);
}

// CHECK: 0: {{[0-9]+}}
// CHECK: 3: {{[0-9]+}}
int main(void) {
  for (int value = 0; value < 4; ++value)
    printf("%d: %d\n", value, holds(value));
}
