// A child goes on with its copy of the cache, and so does the parent. A child
// of vfork, which shares the memory of the parent, leaves it as it was.

// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t | FileCheck %s

#include "Inputs/memory.h"
#include "offstack/runtime.h"
#include <pthread.h>
#include <sys/wait.h>

NOINLINE static int work(unsigned depth, uint64_t value) {
  char buffer[100000];
  mark(buffer, sizeof buffer, value);
  if (depth && !work(depth - 1, value + 1))
    return 0;
  return is_marked(buffer, sizeof buffer, value);
}

NOINLINE static void fork_within(uint64_t value) {
  char buffer[200000];
  mark(buffer, sizeof buffer, value);
  pid_t child = fork();
  if (child == 0) {
    // The parent's boxes are there, and new ones do not touch the parent's.
    CHECK(is_marked(buffer, sizeof buffer, value));
    CHECK(work(20, value + 7));
    mark(buffer, sizeof buffer, value + 1);
    CHECK(offstack_cache_stats().kept_bytes > 1000000);
    exit(0);
  }
  CHECK(work(5, value + 9));
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child && status == 0);
  CHECK(is_marked(buffer, sizeof buffer, value));
}

static volatile int done;

static void *disturb(void *unused) {
  for (uint64_t i = 0; !done; ++i)
    CHECK(work(i % 10, i << 40));
  return unused;
}

NOINLINE static void vfork_within(uint64_t value) {
  char buffer[200000];
  mark(buffer, sizeof buffer, value);
  pid_t child = vfork();
  if (child == 0) {
    work(3, value + 7);
    _exit(0);
  }
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child && status == 0);
  CHECK(is_marked(buffer, sizeof buffer, value));
}

int main(void) {
  pthread_t other;
  CHECK(work(20, 1));
  // While another thread is in its own cache, or in the middle of a change.
  pthread_create(&other, NULL, disturb, NULL);
  for (unsigned i = 0; i < 20; ++i)
    fork_within((uint64_t)i << 32);
  done = 1;
  pthread_join(other, NULL);
  vfork_within(5);
  CHECK(work(20, 1));
  // CHECK: all children
  puts("all children");
}
