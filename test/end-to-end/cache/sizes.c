// Boxes of all sizes and alignments, up to more than the stack could hold: each
// is as large and as aligned as it has to be, and they do not overlap. No large
// one starts where a page does, and not all start at the same place of theirs.

// RUN: %clang -O2 %cache %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clang -O0 %cache %s -o %t.O0
// RUN: %valgrind %t.O0 | FileCheck %s

#include "Inputs/memory.h"
#include <string.h>

static char seen[64];
static unsigned places;

static void look_at(const void *box) {
  uintptr_t address = (uintptr_t)box;
  CHECK(address % 16 == 0);
  CHECK(address % 4096 != 0);
  if (address % 64 == 0 && !seen[address / 64 % 64]++)
    places += 1;
}

NOINLINE static int nested(size_t size, unsigned depth) {
  char buffer[size];
  memset(buffer, (int)depth, size);
  __asm__ volatile("" ::"r"(buffer) : "memory");
  // Smaller ones come from malloc.
  if (size >= 40000)
    look_at(buffer);
  if (depth && !nested(size, depth - 1))
    return 0;
  for (size_t i = 0; i < size; ++i)
    if (buffer[i] != (char)depth)
      return 0;
  return 1;
}

#define ALIGNED(alignment)                                                     \
  NOINLINE static int aligned_##alignment(uint64_t value) {                    \
    _Alignas(alignment) char buffer[70000], other[20000];                      \
    mark(buffer, sizeof buffer, value);                                        \
    mark(other, sizeof other, value + 1);                                      \
    return (uintptr_t)buffer % alignment == 0 &&                               \
           is_marked(buffer, sizeof buffer, value) &&                          \
           is_marked(other, sizeof other, value + 1);                          \
  }
ALIGNED(32)
ALIGNED(64)
ALIGNED(4096)
ALIGNED(65536)

NOINLINE static int huge(uint64_t value) {
  char buffer[((size_t)200 << 20) + 1];
  buffer[0] = 1;
  mark(buffer + sizeof buffer - 100, 100, value);
  return is_marked(buffer + sizeof buffer - 100, 100, value);
}

int main(void) {
  for (size_t size = 1001; size < 3 << 20; size += size / 7)
    CHECK(nested(size, 3) && nested(size, 3));
  // At the border of each class.
  for (size_t bits = 10; bits < 21; ++bits)
    for (size_t quarter = 4; quarter < 8; ++quarter)
      for (int off = -1; off <= 1; ++off)
        CHECK(nested((quarter << (bits - 2)) + (size_t)off, 1));
  // CHECK: blocks start at many places
  puts(places > 30 ? "blocks start at many places" : "blocks collide");
  for (int i = 0; i < 3; ++i)
    CHECK(aligned_32(i) && aligned_64(i) && aligned_4096(i) &&
          aligned_65536(i) && huge(i));
  // CHECK: all right
  puts("all right");
}
