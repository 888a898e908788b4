// C that is compiled with -fexceptions frees its boxes when a C++ exception
// passes, and when a thread ends or is cancelled inside it.

// RUN: %clangxx -O1 -c %S/Inputs/thrower.cpp -o %t.thrower.o
// RUN: %clang -O0 -fexceptions -c %s -o %t.O0.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-verify \
// RUN:   -Wno-frame-larger-than
// RUN: %clangxx -pthread %t.O0.o %t.thrower.o -o %t.O0
// RUN: %valgrind %t.O0 | FileCheck %s
// RUN: %clang -O2 -fexceptions -c %s -o %t.O2.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-verify \
// RUN:   -Wno-frame-larger-than
// RUN: %clangxx -pthread %t.O2.o %t.thrower.o -o %t.O2
// RUN: %valgrind %t.O2 | FileCheck %s

#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

// From thrower.cpp: calls callback and catches what it throws.
int catches(int (*callback)(int), int argument);
void throws(int number);

__attribute__((noinline)) static void touch(char *buffer) {
  buffer[0] = 1;
  asm volatile("" ::"r"(buffer) : "memory");
}

static int passes_exception(int number) {
  char buffer[1 << 20];
  touch(buffer);
  throws(number);
  return buffer[0];
}

static void *exits(void *argument) {
  char buffer[1 << 20];
  touch(buffer);
  pthread_exit(argument);
}

static void *is_cancelled(void *argument) {
  char buffer[1 << 20];
  touch(buffer);
  for (;;)
    pause();
  return argument;
}

int main(void) {
  // CHECK: caught 5, returned 1
  printf("caught %d, returned %d\n", catches(passes_exception, 5),
         catches(passes_exception, 0));
  pthread_t thread;
  int token = 0;
  void *result = NULL;
  pthread_create(&thread, NULL, exits, &token);
  pthread_join(thread, &result);
  // CHECK: exited 1
  printf("exited %d\n", result == &token);
  pthread_create(&thread, NULL, is_cancelled, NULL);
  pthread_cancel(thread);
  pthread_join(thread, &result);
  // CHECK: cancelled 1
  printf("cancelled %d\n", result == PTHREAD_CANCELED);
}
