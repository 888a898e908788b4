// Under ulimit -v: the cache gives up what it keeps before a box fails, small
// boxes still find the memory that is left to malloc, and errno stays. When
// nothing helps the program says which box it was.

// RUN: %clang -O2 %cache %s -o %t
// RUN: not --crash %t > %t.out 2>&1
// RUN: FileCheck %s < %t.out
// CHECK: flushed
// CHECK: from malloc
// CHECK: out of memory: cannot take 209715200 bytes for 'buffer' in 'too_large'

#include "Inputs/memory.h"
#include "offstack/runtime.h"
#include <errno.h>
#include <sys/mman.h>
#include <sys/resource.h>

NOINLINE static int work(unsigned size, uint64_t value) {
  char buffer[size];
  mark(buffer, size, value);
  return is_marked(buffer, size, value);
}

NOINLINE static int recurse(unsigned depth) {
  char buffer[30000];
  mark(buffer, sizeof buffer, depth);
  if (depth && !recurse(depth - 1))
    return 0;
  return is_marked(buffer, sizeof buffer, depth);
}

NOINLINE static int too_large(uint64_t value) {
  char buffer[200 << 20];
  mark(buffer, sizeof buffer, value);
  return is_marked(buffer, sizeof buffer, value);
}

int main(void) {
  // In the cache: two blocks of 80 and 48 MiB, taken and missed.
  for (int i = 0; i < 3; ++i)
    CHECK(work(80 << 20, 1));
  for (int i = 0; i < 3; ++i)
    CHECK(work(36 << 20, 1));
  size_t kept = offstack_cache_stats().kept_bytes;
  CHECK(kept >= 80 << 20);

  size_t pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  CHECK(fscanf(file, "%zu", &pages) == 1);
  fclose(file);
  struct rlimit limit = {pages * 4096 + (40 << 20), RLIM_INFINITY};
  setrlimit(RLIMIT_AS, &limit);

  errno = 77;
  CHECK(work(100 << 20, 2));
  CHECK(errno == 77);
  CHECK(offstack_cache_stats().kept_bytes < kept);
  puts("flushed");

  // Take all that there is for mappings, but leave malloc a free block.
  void *reserve = malloc(120000);
  for (size_t size = 64 << 20; size >= 4096;)
    if (mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
        MAP_FAILED)
      size /= 2;
  offstack_cache_trim(0);
  for (size_t size = 64 << 20; size >= 4096;)
    if (mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
        MAP_FAILED)
      size /= 2;
  free(reserve);
  errno = 78;
  CHECK(recurse(2));
  CHECK(errno == 78);
  // It is not kept, and so still there for malloc.
  CHECK(offstack_cache_stats().kept_bytes == 0);
  puts("from malloc");
  fflush(stdout);
  return too_large(1);
}
