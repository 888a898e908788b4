// How much a cache keeps (docs/box-cache.md), in memory that the process has.
// The clock is the test's own.

// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t | FileCheck %s

#include "Inputs/memory.h"
#include "offstack/runtime.h"

#include <pthread.h>
#include <time.h>

enum { MiB = 1 << 20 };

static long seconds = 1000;

int clock_gettime(clockid_t clock, struct timespec *now) {
  CHECK(clock == CLOCK_MONOTONIC_COARSE);
  now->tv_sec = seconds;
  now->tv_nsec = 0;
  return 0;
}

NOINLINE static int work(size_t size, uint64_t value) {
  char buffer[size];
  mark(buffer, size, value);
  return is_marked(buffer, size, value);
}

NOINLINE static int fixed(uint64_t value) {
  char buffer[60 * MiB];
  mark(buffer, sizeof buffer, value);
  return is_marked(buffer, sizeof buffer, value);
}

NOINLINE static int recurse(unsigned depth) {
  char buffer[500000];
  mark(buffer, sizeof buffer, depth);
  if (depth && !recurse(depth - 1))
    return 0;
  return is_marked(buffer, sizeof buffer, depth);
}

NOINLINE static int recurse_small(unsigned depth) {
  char buffer[8000];
  mark(buffer, sizeof buffer, depth);
  if (depth && !recurse_small(depth - 1))
    return 0;
  return is_marked(buffer, sizeof buffer, depth);
}

static size_t misses(void) { return offstack_cache_stats().misses; }

static void report(const char *what, size_t before) {
  size_t now = resident();
  size_t grown = now > before ? now - before : 0;
  printf("%s: %s\n", what,
         grown <= 4 * MiB + 300000 ? "at most 4 MiB more" : "more");
}

static pthread_barrier_t barrier;

// Its cache is there when the main thread sets other limits.
static void *follow(void *unused) {
  CHECK(work(3 * MiB, 1));
  CHECK(offstack_cache_stats().kept_bytes >= 3 * MiB);
  pthread_barrier_wait(&barrier);
  pthread_barrier_wait(&barrier);
  for (int i = 0; i < 64; ++i)
    CHECK(work(5000, i));
  CHECK(offstack_cache_stats().kept_bytes == 0);
  CHECK(offstack_cache_stats().limit_bytes == 0);
  return unused;
}

int main(void) {
  work(5000, 1);
  report("nothing yet", resident());
  size_t before = resident();

  // CHECK: one excursion, one box: at most 4 MiB more
  CHECK(fixed(1));
  report("one excursion, one box", before);
  // CHECK: one excursion, 120 boxes: at most 4 MiB more
  offstack_cache_trim(0);
  CHECK(recurse(120));
  report("one excursion, 120 boxes", before);
  CHECK(offstack_cache_stats().limit_bytes == 4 * MiB);
  // CHECK: one excursion, 7500 boxes from malloc: at most 4 MiB more
  offstack_cache_trim(0);
  CHECK(recurse_small(7500));
  report("one excursion, 7500 boxes from malloc", before);
  offstack_cache_trim(0);

  // A loop maps its box twice.
  size_t missed = misses();
  for (int i = 0; i < 10; ++i)
    CHECK(fixed(i));
  // CHECK: 10 turns, 2 missed
  printf("10 turns, %zu missed\n", misses() - missed);
  // CHECK: in a loop: more
  report("in a loop", before);
  CHECK(offstack_cache_stats().kept_bytes >= 60 * MiB);

  // So does a recursion, each box of it.
  missed = misses();
  for (int i = 0; i < 10; ++i)
    CHECK(recurse(80));
  // CHECK: 10 recursions, less than three of 81 boxes missed
  printf("10 recursions, %s of 81 boxes missed\n",
         misses() - missed < 3 * 81 ? "less than three" : "many");

  // Not more than twice what was in use. Boxes of random sizes find room, as
  // larger blocks serve them.
  missed = misses();
  for (unsigned i = 0, random = 1; i < 300; ++i) {
    random = random * 1103515245 + 12345;
    CHECK(work(2 * MiB + ((uint64_t)random * (60 * MiB) >> 32), i));
    CHECK(offstack_cache_stats().kept_bytes <= (2 * 64 + 4) * (size_t)MiB);
  }
  // CHECK: 300 random boxes, few missed
  printf("300 random boxes, %s missed\n",
         misses() - missed < 60 ? "few" : "many");

  // Idle for two looks, ten seconds apart. Small boxes go on.
  size_t returns = offstack_cache_stats().returns;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 70; ++j)
      CHECK(work(5000, j));
    seconds += 11;
  }
  for (int j = 0; j < 70; ++j)
    CHECK(work(5000, j));
  // CHECK: later: at most 4 MiB more
  report("later", before);
  CHECK(offstack_cache_stats().kept_blocks > 0);
  CHECK(offstack_cache_stats().returns > returns);
  CHECK(offstack_cache_stats().limit_bytes < 9 * MiB);

  // A turn in more than ten seconds is an excursion each time.
  missed = misses();
  for (int i = 0; i < 5; ++i) {
    CHECK(fixed(i));
    seconds += 11;
  }
  CHECK(misses() - missed == 5);
  CHECK(offstack_cache_stats().kept_bytes < 9 * MiB);

  // The program's own limits.
  pthread_t other;
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_create(&other, NULL, follow, NULL);
  pthread_barrier_wait(&barrier);
  offstack_cache_set_limits(0, 0);
  pthread_barrier_wait(&barrier);
  pthread_join(other, NULL);
  missed = misses();
  for (int i = 0; i < 10; ++i)
    CHECK(work(100000, i));
  CHECK(misses() - missed == 10 && offstack_cache_stats().kept_bytes == 0);
  offstack_cache_set_limits(MiB, 20 * MiB);
  for (int i = 0; i < 10; ++i)
    CHECK(work(15 * MiB, i) && fixed(i));
  CHECK(offstack_cache_stats().kept_bytes <= 20 * MiB);
  CHECK(offstack_cache_stats().kept_bytes >= 15 * MiB);
  offstack_cache_trim(16 * MiB);
  CHECK(offstack_cache_stats().kept_bytes <= 16 * MiB);
  CHECK(offstack_cache_stats().limit_bytes == MiB);
  // CHECK: limits are kept
  puts("limits are kept");
}
