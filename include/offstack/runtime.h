/*===- runtime.h - Control over the cache of boxes -------------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* For programs whose boxes come from 'alloc=cache'. Nothing has to be linked:
|* the cache is in the objects that have boxes. Where no object of an executable
|* or shared object has any, these functions do nothing.
|*
|* There is one cache per thread in each executable and shared object. A call is
|* about that of the calling thread, in the executable or shared object that the
|* call is compiled into; limits are for all threads of it. Functions may be
|* called at any time, from signal handlers too: in one that has interrupted the
|* cache itself they do nothing, but for the limits, which the next call applies.
|*
\*===----------------------------------------------------------------------===*/

#ifndef OFFSTACK_RUNTIME_H
#define OFFSTACK_RUNTIME_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a cache has done and holds. */
struct offstack_cache_stats {
  /* Free memory that is kept for the next boxes, as it is mapped: pages that no
   * box has written to take no memory. */
  size_t kept_bytes;
  size_t kept_blocks;
  /* How much may be kept at this time. */
  size_t limit_bytes;
  /* How often a box found no free block. */
  size_t misses;
  /* How often a block was given back to the system. */
  size_t returns;
};

void __offstack_cache_stats(struct offstack_cache_stats *stats)
    __attribute__((weak, visibility("hidden")));
void __offstack_cache_trim(size_t bytes)
    __attribute__((weak, visibility("hidden")));
void __offstack_cache_set_limits(size_t keep, size_t most)
    __attribute__((weak, visibility("hidden")));

/* Returns the statistics of this thread's cache; all zero when it has none. */
static inline struct offstack_cache_stats offstack_cache_stats(void) {
  struct offstack_cache_stats stats = {0, 0, 0, 0, 0};
  if (__offstack_cache_stats)
    __offstack_cache_stats(&stats);
  return stats;
}

/* Gives free memory of this thread's cache back to the system, until at most
 * `bytes` are kept. */
static inline void offstack_cache_trim(size_t bytes) {
  if (__offstack_cache_trim)
    __offstack_cache_trim(bytes);
}

/* Sets what each thread's cache keeps in any case (4 MiB without this call),
 * and how much it may keep of what is used again and again (without this call,
 * twice what was in use at once). With 0 and 0 nothing is kept. Caches of other
 * threads follow within 64 releases of theirs; what is above `keep` there goes
 * when it is idle. */
static inline void offstack_cache_set_limits(size_t keep, size_t most) {
  if (__offstack_cache_set_limits)
    __offstack_cache_set_limits(keep, most);
}

#ifdef __cplusplus
}
#endif

#endif /* OFFSTACK_RUNTIME_H */
