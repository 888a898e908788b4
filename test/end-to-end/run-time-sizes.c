// VLAs and alloca(n) that are small on one call and large on the next: the same
// output as without boxes, nothing leaked, and a stack of 512 KiB is enough.

// RUN: %clang -O0 -pthread %s -o %t.plain
// RUN: not --crash %t.plain
// RUN: %clang -O0 -pthread %s -o %t.O0 -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K \
// RUN:   -fplugin-arg-offstack-verify
// RUN: %valgrind %t.O0 | FileCheck %s
// RUN: %clang -O2 -pthread %s -o %t.O2 -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K \
// RUN:   -fplugin-arg-offstack-verify
// RUN: %valgrind %t.O2 | FileCheck %s

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

NOINLINE static int array(int size) {
  char buffer[size];
  memset(buffer, 1, size);
  int sum = 0;
  for (int i = 0; i < size; i += 1000)
    sum += buffer[i];
  return sum;
}

// A size of its own in each round, left by break and by return.
NOINLINE static int in_a_loop(int size, int rounds) {
  int sum = 0;
  for (int i = 1; i <= 5; i++) {
    char buffer[size * i];
    memset(buffer, i, size * i);
    sum += buffer[size - 1];
    if (i == rounds)
      break;
    if (i == 4)
      return sum + 100;
  }
  return sum;
}

// Left by a jump back over its declaration.
NOINLINE static int jumps_back(int size) {
  int count = 0;
again:;
  int numbers[size % 5000 + 1];
  numbers[0] = count;
  if (++count < 1000)
    goto again;
  return numbers[0];
}

NOINLINE static int by_alloca(int size) {
  char *text = __builtin_alloca(size);
  memset(text, 2, size);
  return text[size - 1];
}

// Released together with what was allocated inside of it.
NOINLINE static int nested(int size) {
  char outer[size];
  outer[size - 1] = 3;
  {
    char inner[size * 2];
    inner[size] = 4;
    outer[0] = inner[size];
  }
  char after[size];
  after[0] = outer[0];
  return after[0] + outer[size - 1];
}

static void *run(void *argument) {
  // CHECK: array: 1 3000
  printf("array: %d %d\n", array(100), array(3000000));
  // CHECK: in_a_loop: 3 110 6
  printf("in_a_loop: %d %d %d\n", in_a_loop(10, 2), in_a_loop(300000, 9),
         in_a_loop(300000, 3));
  // CHECK: jumps_back: 999 999
  printf("jumps_back: %d %d\n", jumps_back(2), jumps_back(4999));
  // CHECK: by_alloca: 2 2
  printf("by_alloca: %d %d\n", by_alloca(10), by_alloca(1000000));
  // CHECK: nested: 7 7
  printf("nested: %d %d\n", nested(10), nested(1000000));
  return argument;
}

int main(void) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 512 << 10);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, run, NULL))
    return 1;
  pthread_attr_destroy(&attributes);
  return pthread_join(thread, NULL);
}
