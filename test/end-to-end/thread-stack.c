// A buffer larger than the thread's stack: the crash, and the cure.

// RUN: %clang -O1 -pthread %s -o %t.plain
// RUN: not --crash %t.plain
// RUN: %clang -O1 -pthread %s -o %t.boxed -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -Wno-frame-larger-than
// RUN: %t.boxed | FileCheck %s

// CHECK: sum 255

#include <pthread.h>
#include <stdio.h>

__attribute__((noinline)) static int sum_pages(int step) {
  char buffer[1 << 20];
  for (int i = 0; i < 1 << 20; i += step)
    buffer[i] = 1;
  asm volatile("" ::"r"(buffer) : "memory");
  int sum = 0;
  for (int i = step; i < 1 << 20; i += step)
    sum += buffer[i];
  return sum;
}

static void *run(void *argument) {
  (void)argument;
  printf("sum %d\n", sum_pages(4096));
  return NULL;
}

int main(void) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 512 << 10);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, run, NULL))
    return 1;
  return pthread_join(thread, NULL);
}
