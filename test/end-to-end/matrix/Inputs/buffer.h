// What every program of the matrix needs: buffers that are really there.

#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>
#include <stdio.h>

#define NOINLINE __attribute__((noinline))

// Writes all of a buffer, out of the optimizer's sight.
static NOINLINE void fill(void *buffer, size_t size, int value) {
  for (size_t i = 0; i < size; ++i)
    ((char *)buffer)[i] = (char)(value + (int)(i % 7));
  __asm__ volatile("" ::"r"(buffer) : "memory");
}

// Returns a number that depends on all of a buffer.
static NOINLINE int sum(const void *buffer, size_t size) {
  __asm__ volatile("" ::"r"(buffer) : "memory");
  int result = 0;
  for (size_t i = 0; i < size; ++i)
    result = (result * 31 + ((const char *)buffer)[i]) & 0xffff;
  return result;
}

// Returns what both together do to a buffer in this scope: it is boxed.
#define USE(buffer, value)                                                     \
  (fill(buffer, sizeof(buffer), value), sum(buffer, sizeof(buffer)))

#endif
