/*===- Memory.c - Memory of blocks, from the system and back ---- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* Large blocks are mapped, each by itself, so that what is given back is free
|* at once. None of them starts where a page does, or where the one before did:
|* boxes at the same place of their pages fight for the same lines of the
|* processor's cache. Small ones come from malloc, which packs them.
|*
\*===----------------------------------------------------------------------===*/

#include "BoxCache.h"

/* Linux, on all its 64-bit little-endian targets. */
enum { ProtectReadWrite = 1 | 2, MapPrivateAnonymous = 2 | 32 };
#define MapFailed ((void *)-1)

extern void *mmap(void *Address, size_t Bytes, int Protection, int Flags,
                  int File, int64_t Offset);
extern int munmap(void *Address, size_t Bytes);
extern void *malloc(size_t Bytes);
extern void free(void *Memory);
extern int *__errno_location(void);

/* The least that a page has. A larger one is a multiple. */
static const size_t PageBytes = 4096;

static const size_t LineBytes = 64;

/* A page less the line that it starts with. */
static const size_t Colours = 63;

/* Apart from each other by more than a few lines, so that neither a loop's
 * prefetching nor its stores of some iterations meet. Prime to Colours. */
static const size_t ColourStep = 13;

slowPath void *__offstack_map_pages(size_t Bytes) {
  int *Errno = __errno_location();
  int Before = *Errno;
  void *Pages = mmap(NULL, Bytes, ProtectReadWrite, MapPrivateAnonymous, -1, 0);
  if (Pages != MapFailed)
    return Pages;
  *Errno = Before;
  return NULL;
}

slowPath void __offstack_unmap_pages(void *Pages, size_t Bytes) {
  int *Errno = __errno_location();
  int Before = *Errno;
  /* It fails where it would split a mapping and there are too many: the pages
   * are lost then. */
  munmap(Pages, Bytes);
  *Errno = Before;
}

static Block *initialize(void *Header, uint64_t Bytes, size_t Class,
                         enum BlockOrigin Origin) {
  Block *New = Header;
  New->Bytes = Bytes;
  New->Class = (uint32_t)Class;
  New->Origin = Origin;
  return New;
}

/* Returns a block of Class, or null. */
slowPath Block *__offstack_map(size_t Class, uint32_t Colour) {
  uint64_t Bytes = offstackGetClassBytes(Class);
  size_t Start = (1 + Colour * ColourStep % Colours) * LineBytes;
  char *Pages = __offstack_map_pages(Start + Bytes);
  if (!Pages)
    return NULL;
  return initialize(Pages + Start - sizeof(Block), Bytes, Class, BlockMapped);
}

static Block *takeFromMalloc(size_t BoxBytes, uint64_t Bytes, size_t Class) {
  int *Errno = __errno_location();
  int Before = *Errno;
  void *Header = malloc(sizeof(Block) + BoxBytes);
  *Errno = Before;
  if (!Header)
    return NULL;
  return initialize(Header, Bytes, Class, BlockFromMalloc);
}

/* The last resort: a block for one box, which is not kept. */
slowPath Block *__offstack_take_exactly(size_t Bytes) {
  return takeFromMalloc(Bytes, OFFSTACK_NEVER_KEPT, 0);
}

/* Returns a block of Class that is not worth a mapping, or null. */
slowPath Block *__offstack_take_small(size_t Class) {
  uint64_t Bytes = offstackGetClassBytes(Class);
  return takeFromMalloc(Bytes, Bytes, Class);
}

slowPath void __offstack_give_back(Block *Freed) {
  char *Box = (char *)(Freed + 1);
  size_t Start = (uintptr_t)Box & (PageBytes - 1);
  int *Errno = __errno_location();
  int Before = *Errno;
  if (Freed->Origin == BlockMapped)
    __offstack_unmap_pages(Box - Start, Start + Freed->Bytes);
  else
    free(Freed);
  *Errno = Before;
}
