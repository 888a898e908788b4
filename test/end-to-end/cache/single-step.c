// A signal handler that takes and releases boxes interrupts every instruction
// of code that does: the processor traps after each. The handler's contents and
// those of the interrupted code stay apart, whichever of the two finds a free
// block, and no block is lost.

// RUN: %clang -O2 %cache %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clang -O0 %cache %s -o %t.O0
// RUN: %t.O0 | FileCheck %s
// RUN: %clang -O2 %cache -fPIC -shared -DPART=1 %s -o %t.so
// RUN: %clang -O2 %cache -DPART=2 %s %t.so -o %t.so.exe
// RUN: %t.so.exe | FileCheck %s

#include "Inputs/memory.h"
#include "offstack/runtime.h"

int work(unsigned depth, uint64_t value);
struct offstack_cache_stats own_stats(void);
void own_trim(void);

#if PART != 2
// Of the object with the boxes, be that an executable or a shared object.
struct offstack_cache_stats own_stats(void) { return offstack_cache_stats(); }
void own_trim(void) { offstack_cache_trim(0); }

// Takes boxes of two classes, three at once, and releases them in the order
// that C has.
int work(unsigned depth, uint64_t value) {
  char buffer[5000], other[40000];
  mark(buffer, sizeof buffer, value);
  mark(other, sizeof other, value + 1);
  if (depth && !work(depth - 1, value + 2))
    return 0;
  return is_marked(buffer, sizeof buffer, value) &&
         is_marked(other, sizeof other, value + 1);
}
#endif

#if PART != 1
#include <signal.h>
#include <string.h>

static volatile unsigned long traps;

static void handle(int signal) {
  (void)signal;
  traps += 1;
  CHECK(work(traps % 3, traps << 20));
}

static inline void set_trap_flag(void) {
  __asm__ volatile("lea -128(%%rsp), %%rsp; pushfq; orq $0x100, (%%rsp); "
                   "popfq; lea 128(%%rsp), %%rsp" ::
                       : "memory", "cc");
}

static inline void clear_trap_flag(void) {
  __asm__ volatile("lea -128(%%rsp), %%rsp; pushfq; andq $~0x100, (%%rsp); "
                   "popfq; lea 128(%%rsp), %%rsp" ::
                       : "memory", "cc");
}

// Nothing is lost. A handler that gives back all that it takes would leave the
// lists whole even if it came in the middle, but for blocks that are in no list
// any more, and for the count of bytes.
static void check_blocks(void) {
  struct offstack_cache_stats stats = own_stats();
  CHECK(stats.kept_blocks == stats.misses - stats.returns);
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigaction(SIGTRAP, &action, NULL);

  // The first boxes of a thread need memory of the C library.
  CHECK(work(2, 1));
  // Warm: each list has what is needed, for handler and code together.
  CHECK(work(6, 1));
  set_trap_flag();
  int first = work(1, 7);
  clear_trap_flag();
  CHECK(first);
  unsigned long warm = traps;

  // No free block, or too few for both: one of the two takes the long way.
  for (unsigned depth = 0; depth < 4; ++depth)
    for (unsigned free = 0; free < 3; ++free) {
      own_trim();
      CHECK(free == 0 || work(free - 1, 1));
      set_trap_flag();
      int second = work(depth, 9);
      clear_trap_flag();
      CHECK(second);
      check_blocks();
    }
  CHECK(traps > 10 * warm);

  own_trim();
  CHECK(own_stats().kept_bytes == 0 && own_stats().kept_blocks == 0);
  for (int i = 0; i < 1000; ++i)
    CHECK(work(5, 11));
  // CHECK: trapped often
  printf("trapped %s\n", warm > 300 ? "often" : "rarely");
}
#endif
