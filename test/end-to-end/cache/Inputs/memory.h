// What the programs of this folder need.

#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NOINLINE __attribute__((noinline))

// Stops the program where it is wrong, by what is printed without allocating.
#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) {                                                        \
      static const char text[] = "wrong: " #condition "\n";                    \
      if (write(2, text, sizeof text - 1) < 0 || 1)                            \
        _exit(3);                                                              \
    }                                                                          \
  } while (0)

// Returns the bytes of memory that the process has.
static inline size_t resident(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%*u %lu", &pages) != 1)
    abort();
  fclose(file);
  return pages * (size_t)sysconf(_SC_PAGESIZE);
}

// Writes a mark to each page of a buffer, to its start and to its end, and
// shows all of it to others.
static NOINLINE void mark(void *buffer, size_t size, uint64_t value) {
  char *bytes = (char *)buffer;
  for (size_t i = 0; i + 8 <= size; i += 4096)
    *(volatile uint64_t *)(bytes + i / 8 * 8) = value + i;
  *(volatile uint64_t *)(bytes + (size - 8) / 8 * 8) = value + size;
  __asm__ volatile("" ::"r"(buffer) : "memory");
}

// Returns 1 if the marks are still there.
static NOINLINE int is_marked(const void *buffer, size_t size,
                              uint64_t value) {
  const char *bytes = (const char *)buffer;
  __asm__ volatile("" ::"r"(buffer) : "memory");
  if (*(volatile uint64_t *)(bytes + (size - 8) / 8 * 8) != value + size)
    return 0;
  for (size_t i = 0; i + 8 <= size - 8; i += 4096)
    if (*(volatile uint64_t *)(bytes + i / 8 * 8) != value + i)
      return 0;
  return 1;
}

#endif
