/*===- FastPath.c - Takes and releases boxes -------------------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* What a boxed function calls. None of these may be inlined: a fibre may be
|* resumed by another thread, and the address of thread-local storage, once
|* computed in the function, would be that of the old one.
|*
\*===----------------------------------------------------------------------===*/

#include "BoxCache.h"

const uint64_t __offstack_sentinels[2] = {0, 0};

_Thread_local Cache *__offstack_cache = NoCache;

outOfLine void *__offstack_acquire(size_t Bytes, size_t Class) {
  Cache *Own = __offstack_cache;
  uint64_t Turns = enterCache(Own);
  if (!unlikely(!Turns)) {
    Block *Taken = Own->Free[Class];
    if (!unlikely(!Taken)) {
      Own->Free[Class] = Taken->Next;
      Own->Held -= Taken->Bytes;
      leaveCache(Own, Turns);
      return Taken + 1;
    }
    leaveCache(Own, Turns);
  }
  return __offstack_acquire_slow(Bytes, Class);
}

/* Memory may be null: a box that was not taken. */
outOfLine void __offstack_release(void *Memory) {
  Block *Freed = (Block *)Memory - 1;
  Cache *Own = __offstack_cache;
  uint64_t Turns, Held;
  if (unlikely(!Memory))
    return;
  Turns = enterCache(Own);
  if (!unlikely(!Turns)) {
    Held = Own->Held + Freed->Bytes;
    if (!unlikely(Held > Own->Limit || Turns == 1)) {
      keepBlock(Own, Freed);
      Own->Held = Held;
      leaveCache(Own, Turns - 1);
      return;
    }
    leaveCache(Own, Turns);
  }
  __offstack_release_slow(Freed);
}
