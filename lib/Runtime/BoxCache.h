/*===- BoxCache.h - What a cache of boxes is made of ------------ -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* The allocator of 'alloc=cache'. Each thread keeps the blocks that its boxes
|* have left, in one list a size class. A block may be released in any order, on
|* any stack and by any thread: it goes to the cache of the thread that releases
|* it.
|*
|* This code becomes part of every module that has such boxes, as bitcode. The
|* linker keeps one copy in an executable or shared object. It is compiled for
|* one target and used on all that have the same sizes and byte order (the pass
|* knows which), so it takes nothing from headers of the system.
|*
|* Signals: a handler may interrupt every instruction here and take and release
|* boxes itself. It finds Busy set when the lists are not to be touched, and
gets
|* a mapping of its own then.
|*
\*===----------------------------------------------------------------------===*/

#ifndef OFFSTACK_LIB_RUNTIME_BOXCACHE_H
#define OFFSTACK_LIB_RUNTIME_BOXCACHE_H

#include "Offstack/Runtime/SizeClasses.h"
#include <stddef.h>
#include <stdint.h>

/* In front of each box, in the same cache line as its first byte or in the one
 * before. A multiple of 16 bytes, so that the box is aligned as from malloc. */
typedef struct Block {
  /* The next free block of the class, while this one is free. */
  struct Block *Next;
  /* What the block counts against the limit: OFFSTACK_NEVER_KEPT for one that
   * is not worth keeping. */
  uint64_t Bytes;
  uint32_t Class;
  /* A member of BlockOrigin. */
  uint32_t Origin;
  /* What the cache's Clock was when it was released, while it is free. */
  uint64_t Released;
} Block;

/* Where the memory of a block came from, and goes. */
enum BlockOrigin { BlockMapped, BlockFromMalloc };

/* More than any limit allows. */
#define OFFSTACK_NEVER_KEPT ((uint64_t)1 << 62)

/* The cache of one thread, in one executable or shared object. */
typedef struct Cache {
  /* The releases until the slow path looks for blocks that nobody used, and 0
   * while the rest is being read or changed, so that one test tells both. */
  uint64_t Turns;
  /* The bytes of all free blocks, and how many they may be. */
  uint64_t Held;
  uint64_t Limit;
  /* Counts what the slow path has released: tells which blocks have been free
   * for longer than others. */
  uint64_t Clock;
  /* One list a class. That of OFFSTACK_UNKNOWN_CLASS is always empty, so that
   * the fast path need not know of it. */
  Block *Free[OFFSTACK_CLASS_COUNT + 1];

  /* From here on: touched on the slow path only. */
  /* When blocks that nobody used were last looked for, by time and by Clock. */
  uint64_t ScannedAt;
  uint64_t ScannedClock;
  /* The bytes that this thread has taken from the system and not given back.
   * Those that are not held are in use. */
  uint64_t Owned;
  /* The most bytes in use at once, lately. */
  uint64_t Peak;
  /* The bytes given back for the limit since they were last few, and when the
   * last of them were. */
  uint64_t GivenBack;
  uint64_t GivenBackAt;
  uint64_t Misses;
  uint64_t Returns;
  /* How many blocks were mapped: says where the next one starts. */
  uint32_t Colour;
} Cache;

/* Eight bytes of thread-local storage, not the cache itself: shared objects
 * that are loaded late share a few hundred bytes of it. NoCache at first,
 * DeadCache when the thread's destructors have run. */
extern _Thread_local Cache *__offstack_cache;

/* Caches that cannot be entered: of each there is the first member only. */
extern const uint64_t __offstack_sentinels[2];
#define NoCache ((Cache *)&__offstack_sentinels[0])
#define DeadCache ((Cache *)&__offstack_sentinels[1])

/* Compiles to nothing: orders what a signal handler on this thread sees. */
#define orderForHandlers() __atomic_signal_fence(__ATOMIC_SEQ_CST)

#define unlikely(Condition) __builtin_expect(!!(Condition), 0)

/* The slow path is out of line, and so is the fast one (FastPath.c). */
#define outOfLine __attribute__((noinline))
#define slowPath __attribute__((noinline, cold))

/* Keeps handlers from using Own until leaveCache, which wants what this
 * returns: the Turns of Own, or 0 if it cannot be entered. */
static inline uint64_t enterCache(Cache *Own) {
  uint64_t Turns = __atomic_load_n(&Own->Turns, __ATOMIC_RELAXED);
  if (unlikely(!Turns))
    return 0;
  /* A handler that comes in here has left the cache when it returns. The turns
   * that it took do not count. */
  __atomic_store_n(&Own->Turns, 0, __ATOMIC_RELAXED);
  orderForHandlers();
  return Turns;
}

static inline void leaveCache(Cache *Own, uint64_t Turns) {
  orderForHandlers();
  __atomic_store_n(&Own->Turns, Turns, __ATOMIC_RELAXED);
}

/* Puts Freed into its list. */
static inline void keepBlock(Cache *Own, Block *Freed) {
  Block **List = &Own->Free[Freed->Class];
  Freed->Next = *List;
  Freed->Released = Own->Clock;
  *List = Freed;
}

/* FastPath.c: what boxes call. Null when there is no memory. */
void *__offstack_acquire(size_t Bytes, size_t Class);
void __offstack_release(void *Memory);

/* SlowPath.c: the same, where there is more to do. */
void *__offstack_acquire_slow(size_t Bytes, size_t Class);
void __offstack_release_slow(Block *Freed);

/* Memory.c: takes memory from the system and gives it back. errno stays what it
 * is. */
Block *__offstack_map(size_t Class, uint32_t Colour);
Block *__offstack_take_exactly(size_t Bytes);
Block *__offstack_take_small(size_t Class);
void __offstack_give_back(Block *Freed);
void *__offstack_map_pages(size_t Bytes);
void __offstack_unmap_pages(void *Pages, size_t Bytes);

/* Policy.c: how much is kept. All want to be within enterCache. */
void __offstack_note_miss(Cache *Own, uint64_t Bytes);
void __offstack_note_return(Cache *Own, uint64_t Bytes);
void __offstack_scan(Cache *Own);
void __offstack_make_room(Cache *Own, uint64_t Bytes);
void __offstack_shrink(Cache *Own, uint64_t Bytes);
extern uint64_t __offstack_keep;
extern uint64_t __offstack_most;

/* ThreadExit.c: has __offstack_end_thread called at the end of this thread. */
void __offstack_at_thread_exit(Cache *Own);
void __offstack_end_thread(void *Own);

#endif /* OFFSTACK_LIB_RUNTIME_BOXCACHE_H */
