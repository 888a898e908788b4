/*===- Excursion.c - Memory kept after a large call ------------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* excursion OBJECTS CALLS: prints how many KiB the process has grown by after
|* some calls that take 60 MB of locals, in one object or in many.
|*
|* excursion: prints the microseconds of processor time of each of six calls in a
|* row, with one object.
|*
|* With KEPT, the program tells the cache to keep as many bytes.
|*
\*===----------------------------------------------------------------------===*/

#ifdef KEPT
#include "offstack/runtime.h"
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

__attribute__((noinline)) static void show(void *Buffer) {
  __asm__ volatile("" ::"r"(Buffer) : "memory");
}

__attribute__((noinline)) static void useOne(void) {
  char Buffer[60000000];
  memset(Buffer, 1, sizeof Buffer);
  show(Buffer);
}

__attribute__((noinline)) static void useMany(int Depth) {
  char Buffer[500000];
  memset(Buffer, Depth, sizeof Buffer);
  show(Buffer);
  if (Depth > 1)
    useMany(Depth - 1);
  show(Buffer);
}

static long getKiB(void) {
  long Pages = 0;
  FILE *File = fopen("/proc/self/statm", "r");
  if (!File || fscanf(File, "%*d %ld", &Pages) != 1)
    abort();
  fclose(File);
  return Pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static double getMicroseconds(void) {
  struct timespec Now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &Now);
  return Now.tv_sec * 1e6 + Now.tv_nsec / 1e3;
}

static void timeCalls(void) {
  for (int Turn = 0; Turn < 6; ++Turn) {
    double Before = getMicroseconds();
    useOne();
    printf("%.0f ", getMicroseconds() - Before);
  }
}

int main(int Count, char **Arguments) {
#ifdef KEPT
  offstack_cache_set_limits(KEPT, 2 * KEPT);
#endif
  if (Count < 3) {
    timeCalls();
    return 0;
  }
  int Turns = atoi(Arguments[2]);
  /* The first time the C library takes memory for the file. */
  long Before = getKiB();
  Before = getKiB();
  for (int Turn = 0; Turn < Turns; ++Turn) {
    if (Arguments[1][0] == '1')
      useOne();
    else
      useMany(120);
  }
  printf("%ld\n", getKiB() - Before);
}
