// A signal handler that takes and releases boxes interrupts every instruction
// of code that does: the processor traps after each. The handler's contents and
// those of the interrupted code stay apart, whichever of the two finds a free
// block.

// RUN: %clang -O2 %cache %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clang -O0 %cache %s -o %t.O0
// RUN: %t.O0 | FileCheck %s
// RUN: %clang -O2 %cache -fPIC -shared -DPART=1 %s -o %t.so
// RUN: %clang -O2 %cache -DPART=2 %s %t.so -o %t.so.exe
// RUN: %t.so.exe | FileCheck %s

#include "Inputs/memory.h"

int work(unsigned depth, uint64_t value);

#if PART != 2
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
#include "offstack/runtime.h"
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

  // Too few for both: somebody has to take the long way, under the handler.
  CHECK(work(1, 1));
  set_trap_flag();
  int second = work(4, 9);
  clear_trap_flag();
  CHECK(second);
  CHECK(traps > 2 * warm);

  // And nothing is left behind: what follows works as ever.
  for (int i = 0; i < 1000; ++i)
    CHECK(work(5, 11));
  // CHECK: trapped often
  printf("trapped %s\n", warm > 300 ? "often" : "rarely");
}
#endif
