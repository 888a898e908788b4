/*===- Excursion.c - Memory kept after a large call ------------- -*- C -*-===*\
|*
|* Part of Offstack, under the Apache License v2.0 with LLVM Exceptions.
|* See LICENSE for license information.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===----------------------------------------------------------------------===*|
|*
|* Prints how many KiB the process has grown by after one call that takes 60 MB
|* of locals, in one object or in many, and after three such calls.
|*
\*===----------------------------------------------------------------------===*/

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

int main(int Count, char **Arguments) {
  int Turns = Count > 2 ? atoi(Arguments[2]) : 1;
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
