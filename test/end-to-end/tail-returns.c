// Two functions that call each other in tail position, with a return that all
// their paths share: the boxed program runs in as little memory as the plain one,
// however deep it goes.

// RUN: %clang -O2 %s -o %t.plain
// RUN: %clang -O2 -fpass-plugin=%offstack_pass %s -o %t.boxed \
// RUN:   -Rpass=offstack 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: sh -c 'ulimit -s 1024; ulimit -v 200000; %t.plain' > %t.plain.txt
// RUN: sh -c 'ulimit -s 1024; ulimit -v 200000; %t.boxed' > %t.boxed.txt
// RUN: diff %t.plain.txt %t.boxed.txt
// RUN: FileCheck %s --input-file=%t.boxed.txt

// REMARK-COUNT-2: (300000 bytes) is boxed: over the limit of 128 KiB
// CHECK: 20000 levels, sum {{-?[0-9]+}}

#include <stdio.h>
#include <string.h>

__attribute__((noinline)) static int
fill(char *Buffer __attribute__((noescape)), int Value) {
  memset(Buffer, Value, 300000);
  __asm__ volatile("" ::: "memory");
  return Buffer[Value % 1000];
}

static int odd(int N, int Sum);

__attribute__((noinline)) static int even(int N, int Sum) {
  char Buffer[300000];
  if (N == 0)
    return Sum;
  Sum += fill(Buffer, N);
  return odd(N - 1, Sum);
}

__attribute__((noinline)) static int odd(int N, int Sum) {
  char Buffer[300000];
  if (N == 0)
    return Sum + 1;
  Sum += fill(Buffer, N);
  return even(N - 1, Sum);
}

int main(void) {
  printf("20000 levels, sum %d\n", even(20000, 0));
  return 0;
}
