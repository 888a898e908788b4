/*===- Control.c - What a program may ask of its cache ---------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* The other side of include/offstack/runtime.h, whose functions call these
where
|* they are. They speak of the calling thread's cache in the executable or
shared
|* object that the call is in.
|*
\*===----------------------------------------------------------------------===*/

#include "BoxCache.h"
#include "offstack/runtime.h"

void __offstack_cache_stats(struct offstack_cache_stats *Stats) {
  Cache *Own = __offstack_cache;
  uint64_t Turns = enterCache(Own);
  size_t Class;
  if (!Turns)
    return;
  Stats->kept_bytes = Own->Held;
  Stats->limit_bytes = Own->Limit;
  Stats->misses = Own->Misses;
  Stats->returns = Own->Returns;
  for (Class = 0; Class != OFFSTACK_CLASS_COUNT; ++Class)
    for (const Block *Free = Own->Free[Class]; Free; Free = Free->Next)
      Stats->kept_blocks += 1;
  leaveCache(Own, Turns);
}

void __offstack_cache_trim(size_t Bytes) {
  Cache *Own = __offstack_cache;
  uint64_t Turns = enterCache(Own);
  if (!Turns)
    return;
  __offstack_shrink(Own, Bytes);
  /* A raised limit has been for what is gone now. */
  Own->Limit = __atomic_load_n(&__offstack_keep, __ATOMIC_RELAXED);
  Own->GivenBack = 0;
  leaveCache(Own, Turns);
}

void __offstack_cache_set_limits(size_t Keep, size_t Most) {
  Cache *Own = __offstack_cache;
  uint64_t Highest = OFFSTACK_NEVER_KEPT - 1, Turns;
  if (Most < Highest)
    Highest = Most;
  __atomic_store_n(&__offstack_most, Highest, __ATOMIC_RELAXED);
  if (Keep < Highest)
    Highest = Keep;
  __atomic_store_n(&__offstack_keep, Highest, __ATOMIC_RELAXED);
  Turns = enterCache(Own);
  if (!Turns)
    return;
  Own->Limit = Highest;
  __offstack_shrink(Own, Highest);
  leaveCache(Own, Turns);
}
