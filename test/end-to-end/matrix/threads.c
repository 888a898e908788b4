// Threads that end inside C frames: compiled with -fexceptions they are
// unwound, and the boxes are freed.

// RUN: %compare "0v 2v 3" %clang -fexceptions -pthread %s | FileCheck %s
// RUN: %compare "2" %clang -fexceptions -pthread %s -- -fsanitize=thread

// Without, nobody is asked on the way, and the boxes of the frames that the
// exit passes are lost: two in each of two threads.
// RUN: %compare "0 2" %clang -pthread %s
// RUN: not %valgrind --num-callers=2 %t.O0 2>&1 \
// RUN:   | FileCheck %s --check-prefix=LOST --implicit-check-not=lost
// RUN: not %valgrind --num-callers=2 %t.O2 2>&1 \
// RUN:   | FileCheck %s --check-prefix=LOST --implicit-check-not=lost
// LOST: 400 bytes in 2 blocks are definitely lost
// LOST: 600 bytes in 2 blocks are definitely lost

// The pass tells of both, and of none that is freed. Where a thread is cancelled
// it cannot tell: here the same frames.
// RUN: %clang -c %s -o /dev/null -Rpass-analysis=offstack-box \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-box \
// RUN:   -fplugin-arg-offstack-local=64 2>&1 \
// RUN:   | FileCheck %s --check-prefix=TOLD --implicit-check-not=remark
// TOLD-DAG: remark: 'buffer' (300 bytes) is in a box that may be lost: call to 'leave' {{.*}}may lead to 'pthread_exit'{{.*}}(offstack-lost-box)
// TOLD-DAG: remark: 'buffer' (200 bytes) is in a box that may be lost: call to 'deeper' {{.*}}may lead to 'pthread_exit'{{.*}}(offstack-lost-box)
// RUN: %clang -c %s -o /dev/null -Rpass-analysis=offstack-box -fexceptions \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-box -Werror \
// RUN:   -fplugin-arg-offstack-local=64 -w 2>&1 | count 0

#include "Inputs/buffer.h"
#include <pthread.h>
#include <unistd.h>

static pthread_barrier_t barrier;

NOINLINE static void leave(void *how) {
  if (!how)
    pthread_exit((void *)7);
  pthread_barrier_wait(&barrier);
  for (;;)
    pause();
}

NOINLINE static int deeper(void *how) {
  char buffer[300];
  fill(buffer, sizeof buffer, 2);
  leave(how);
  return sum(buffer, sizeof buffer);
}

static void *leaves(void *how) {
  char buffer[200];
  fill(buffer, sizeof buffer, 1);
  int result = deeper(how);
  return (void *)(long)(result + sum(buffer, sizeof buffer));
}

// Ends as a function does.
static void *returns(void *value) {
  char buffer[500];
  return (void *)(long)USE(buffer, *(int *)value);
}

int main(void) {
  pthread_t thread;
  void *result;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&thread, NULL, leaves, NULL);
  pthread_join(thread, &result);
  // CHECK: exited 7
  printf("exited %ld\n", (long)result);
  pthread_create(&thread, NULL, leaves, &barrier);
  pthread_barrier_wait(&barrier);
  pthread_cancel(thread);
  pthread_join(thread, &result);
  // CHECK: cancelled 1
  printf("cancelled %d\n", result == PTHREAD_CANCELED);
  // CHECK: returned {{[0-9]+ [0-9]+ [0-9]+ [0-9]+$}}
  pthread_t threads[4];
  int values[4] = {1, 2, 3, 4};
  printf("returned");
  for (int i = 0; i < 4; ++i)
    pthread_create(&threads[i], NULL, returns, &values[i]);
  for (int i = 0; i < 4; ++i) {
    pthread_join(threads[i], &result);
    printf(" %ld", (long)result);
  }
  printf("\n");
  pthread_barrier_destroy(&barrier);
}
