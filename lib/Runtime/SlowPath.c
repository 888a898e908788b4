/*===- SlowPath.c - Takes and releases boxes, the long way ------ -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* There is no cache yet, or no free block; there is no room for one more; or
the
|* cache cannot be used, because the thread is ending or because this is a
signal
|* handler that has interrupted it.
|*
\*===----------------------------------------------------------------------===*/

#include "BoxCache.h"

/* Boxes below this come from malloc: a mapping of some pages each would waste a
 * good part of it, and two system calls a box cost more than its pages. */
static const uint64_t SmallestMapping = 32 << 10;

/* From here on a free block of a larger class is better than a new one. */
static const uint64_t SmallestSubstitute = 1 << 20;

/* Releases between two looks at the clock, as long as the limit is a raised
 * one. */
static const uint64_t ReleasesPerScan = 64;

/* Makes the cache of this thread. Returns NoCache when there is no memory. */
static slowPath Cache *makeCache(void) {
  Cache *Own = __offstack_map_pages(sizeof(Cache));
  if (!Own)
    return NoCache;
  Own->Limit = __atomic_load_n(&__offstack_keep, __ATOMIC_RELAXED);
  Own->Turns = ReleasesPerScan;
  /* A handler may have made one meanwhile. It is freed at the end of the
   * thread, too. */
  __offstack_cache = Own;
  __offstack_at_thread_exit(Own);
  return Own;
}

/* Returns a block of one of the next classes, up to twice the size. */
static Block *takeSubstitute(Cache *Own, size_t Class) {
  size_t Last = Class + 4;
  if (offstackGetClassBytes(Class) < SmallestSubstitute)
    return NULL;
  if (Last >= OFFSTACK_CLASS_COUNT)
    Last = OFFSTACK_CLASS_COUNT - 1;
  while (++Class <= Last) {
    Block *Taken = Own->Free[Class];
    if (!Taken)
      continue;
    Own->Free[Class] = Taken->Next;
    Own->Held -= Taken->Bytes;
    return Taken;
  }
  return NULL;
}

/* Returns a new block, for which the cache gives up its own if it must. */
static Block *takeNew(Cache *Own, size_t Bytes, size_t Class) {
  uint64_t ClassBytes = offstackGetClassBytes(Class);
  Block *Taken = ClassBytes < SmallestMapping
                     ? __offstack_take_small(Class)
                     : __offstack_map(Class, Own->Colour++);
  if (!Taken) {
    __offstack_shrink(Own, 0);
    Taken = __offstack_map(Class, Own->Colour);
  }
  if (Taken)
    Own->Owned += ClassBytes;
  return Taken ? Taken : __offstack_take_exactly(Bytes);
}

slowPath void *__offstack_acquire_slow(size_t Bytes, size_t Class) {
  Cache *Own = __offstack_cache;
  uint64_t Turns;
  Block *Taken;
  if (Class == OFFSTACK_UNKNOWN_CLASS)
    return Bytes <= OFFSTACK_LARGEST_BOX
               ? __offstack_acquire(Bytes, offstackGetClass(Bytes))
               : NULL;
  if (Own == NoCache)
    Own = makeCache();
  Turns = enterCache(Own);
  if (Turns) {
    Taken = takeSubstitute(Own, Class);
    if (!Taken) {
      __offstack_note_miss(Own, offstackGetClassBytes(Class));
      Taken = takeNew(Own, Bytes, Class);
    }
    leaveCache(Own, Turns);
  } else {
    /* Never malloc: this may be a handler that has interrupted it. */
    Taken = __offstack_map(Class, 0);
    if (!Taken)
      Taken = __offstack_take_exactly(Bytes);
  }
  return Taken ? Taken + 1 : NULL;
}

slowPath void __offstack_release_slow(Block *Freed) {
  Cache *Own = __offstack_cache;
  uint64_t Turns;
  if (Own == NoCache)
    Own = makeCache();
  Turns = enterCache(Own);
  if (!Turns) {
    __offstack_give_back(Freed);
    return;
  }
  if (--Turns == 0) {
    Turns = ReleasesPerScan;
    __offstack_scan(Own);
  }
  Own->Clock += 1;
  if (Freed->Bytes <= Own->Limit) {
    __offstack_make_room(Own, Freed->Bytes);
    keepBlock(Own, Freed);
    Own->Held += Freed->Bytes;
  } else {
    __offstack_note_return(Own, Freed->Bytes);
    __offstack_give_back(Freed);
  }
  leaveCache(Own, Turns);
}
