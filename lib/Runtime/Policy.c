/*===- Policy.c - How much a cache keeps ------------------------ -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* A cache keeps free blocks of 'keep' bytes, and gives back at once what is
|* more. When a box needs within ten seconds what was given back, keeping it
|* would have been cheaper: the limit rises by as much, up to twice what was in
|* use at once. What nobody has used for ten seconds is given back again, and
the
|* limit falls. What is released last is kept first: others make room for it.
|*
|* So one excursion keeps little, and a loop pays for its memory twice, in its
|* first and second turn. Where more than ten seconds pass between two turns,
|* page faults take less than one percent of the time.
|*
|* docs/box-cache.md says the same to users.
|*
\*===----------------------------------------------------------------------===*/

#include "BoxCache.h"

/* The bytes that a cache keeps in any case, and never exceeds. The program may
 * change them (Control.c). */
uint64_t __offstack_keep = (uint64_t)4 << 20;
uint64_t __offstack_most = OFFSTACK_NEVER_KEPT - 1;

/* Nanoseconds in which a block that was given back is missed, and after which
 * one that nobody uses is idle: ten seconds, as long as jemalloc keeps unused
 * pages (its option dirty_decay_ms). */
static const uint64_t Lately = 10000000000;

/* Linux: as cheap as a function call, exact to some milliseconds. */
enum { ClockMonotonicCoarse = 6 };

typedef struct TimeSpec {
  int64_t Seconds;
  int64_t Nanoseconds;
} TimeSpec;

extern int clock_gettime(int Clock, TimeSpec *Time);

static uint64_t getTime(void) {
  TimeSpec Now = {0, 0};
  clock_gettime(ClockMonotonicCoarse, &Now);
  return (uint64_t)Now.Seconds * 1000000000 + (uint64_t)Now.Nanoseconds;
}

static uint64_t getSmaller(uint64_t A, uint64_t B) { return A < B ? A : B; }
static uint64_t getLarger(uint64_t A, uint64_t B) { return A > B ? A : B; }

static uint64_t getMost(void) {
  return __atomic_load_n(&__offstack_most, __ATOMIC_RELAXED);
}

static uint64_t getKeep(void) {
  return getSmaller(__atomic_load_n(&__offstack_keep, __ATOMIC_RELAXED),
                    getMost());
}

/* Returns the bytes of boxes in use. What other threads have released is not
 * known here, and counts. */
static uint64_t getUsed(const Cache *Own) {
  return Own->Owned > Own->Held ? Own->Owned - Own->Held : 0;
}

/* A box of Bytes found no free block. */
slowPath void __offstack_note_miss(Cache *Own, uint64_t Bytes) {
  uint64_t Highest;
  Own->Misses += 1;
  Own->Peak = getLarger(Own->Peak, getUsed(Own) + Bytes);
  if (Own->GivenBack < Bytes || getTime() - Own->GivenBackAt > Lately)
    return;
  Own->GivenBack -= Bytes;
  Highest = getSmaller(getKeep() + 2 * Own->Peak, getMost());
  Own->Limit = getLarger(Own->Limit, getSmaller(Own->Limit + Bytes, Highest));
}

/* Bytes are given back for the limit. */
static void noteGivenBack(Cache *Own, uint64_t Bytes) {
  uint64_t Now = getTime();
  if (Now - Own->GivenBackAt > Lately)
    Own->GivenBack = 0;
  Own->GivenBackAt = Now;
  Own->GivenBack += Bytes;
}

/* A block of Bytes that is released is given back for the limit. */
slowPath void __offstack_note_return(Cache *Own, uint64_t Bytes) {
  if (Bytes == OFFSTACK_NEVER_KEPT)
    return;
  noteGivenBack(Own, Bytes);
  Own->Returns += 1;
  Own->Owned -= getSmaller(Own->Owned, Bytes);
}

/* Gives back the first block of List. */
static void giveBackFirst(Cache *Own, Block **List) {
  Block *First = *List;
  *List = First->Next;
  Own->Held -= First->Bytes;
  Own->Owned -= getSmaller(Own->Owned, First->Bytes);
  Own->Returns += 1;
  __offstack_give_back(First);
}

/* Gives back the blocks of List that were there at the last scan, until at most
 * Bytes are held. They stand behind those that were released since. */
static void giveBackIdle(Cache *Own, Block **List, uint64_t Bytes) {
  while (*List && (*List)->Released >= Own->ScannedClock)
    List = &(*List)->Next;
  while (*List && Own->Held > Bytes) {
    noteGivenBack(Own, (*List)->Bytes);
    giveBackFirst(Own, List);
  }
}

/* Looks, at most once in ten seconds, for blocks that nobody uses, the largest
 * first. */
slowPath void __offstack_scan(Cache *Own) {
  uint64_t Keep = getKeep(), Now;
  size_t Class = OFFSTACK_CLASS_COUNT;
  /* Another thread may have set other limits. */
  if (Own->Limit > getMost()) {
    Own->Limit = getMost();
    __offstack_shrink(Own, Own->Limit);
  }
  if (Own->Limit < Keep)
    Own->Limit = Keep;
  if (Own->Limit == Keep)
    return;
  Now = getTime();
  if (Now - Own->ScannedAt <= Lately)
    return;
  while (Class > 0 && Own->Held > Keep)
    giveBackIdle(Own, &Own->Free[--Class], Keep);
  /* No higher than what is held and in use, and as much above as is kept in any
   * case: else a small box that is new would make a large one go. */
  Own->Limit = getSmaller(Own->Limit, Keep + Own->Owned);
  Own->Peak = getUsed(Own);
  Own->Clock += 1;
  Own->ScannedClock = Own->Clock;
  Own->ScannedAt = Now;
}

/* Returns the list of the class that has been free for longest. */
static Block **findLongestFree(Cache *Own) {
  Block **Found = NULL;
  size_t Class;
  for (Class = 0; Class != OFFSTACK_CLASS_COUNT; ++Class) {
    Block **List = &Own->Free[Class];
    if (*List && (!Found || (*List)->Released < (*Found)->Released))
      Found = List;
  }
  return Found;
}

/* Gives back the half of List that has been free for longest. After a recursion
 * that were the blocks of the deepest frames: malloc gives memory back to the
 * system only from the end of its heap, which is where they are. */
static void giveBackOlderHalf(Cache *Own, Block **List) {
  const Block *End = *List;
  while (End && End->Next) {
    End = End->Next->Next;
    List = &(*List)->Next;
  }
  while (*List) {
    noteGivenBack(Own, (*List)->Bytes);
    giveBackFirst(Own, List);
  }
}

/* Gives blocks back until one of Bytes, which is within the limit, can be
 * kept. They may be missed. */
slowPath void __offstack_make_room(Cache *Own, uint64_t Bytes) {
  while (Own->Held + Bytes > Own->Limit)
    giveBackOlderHalf(Own, findLongestFree(Own));
}

/* Gives blocks back, the largest first, until at most Bytes are held. */
slowPath void __offstack_shrink(Cache *Own, uint64_t Bytes) {
  size_t Class = OFFSTACK_CLASS_COUNT;
  while (Class > 0 && Own->Held > Bytes) {
    Block **List = &Own->Free[--Class];
    while (*List && Own->Held > Bytes)
      giveBackFirst(Own, List);
  }
}
