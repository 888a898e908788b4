// longjmp past boxed frames loses their boxes, as it does with malloc. The
// cache goes on: what was in it is still there.
//
// siglongjmp out of a handler may leave the cache in the middle of a change, at
// any instruction: the processor traps after each. The thread does without its
// cache then, if it must; a new one has its own.

// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t | FileCheck %s

#include "Inputs/memory.h"
#include "offstack/runtime.h"
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>

NOINLINE static int work(unsigned depth, uint64_t value) {
  char buffer[20000];
  mark(buffer, sizeof buffer, value);
  if (depth && !work(depth - 1, value + 1))
    return 0;
  return is_marked(buffer, sizeof buffer, value);
}

static jmp_buf target;

NOINLINE static void leave(unsigned depth) {
  char buffer[20000];
  mark(buffer, sizeof buffer, depth);
  if (!depth)
    longjmp(target, 1);
  leave(depth - 1);
  CHECK(is_marked(buffer, sizeof buffer, depth));
}

NOINLINE static void jump(unsigned depth) {
  if (!setjmp(target))
    leave(depth);
}

static sigjmp_buf from_handler;
static volatile unsigned long traps, last_trap;

static void handle(int signal) {
  (void)signal;
  if (++traps == last_trap)
    siglongjmp(from_handler, 1);
}

NOINLINE static int is_interrupted(void) {
  traps = 0;
  if (sigsetjmp(from_handler, 1))
    return 1;
  __asm__ volatile("lea -128(%%rsp), %%rsp; pushfq; orq $0x100, (%%rsp); "
                   "popfq; lea 128(%%rsp), %%rsp" ::
                       : "memory", "cc");
  int right = work(1, last_trap << 32);
  __asm__ volatile("lea -128(%%rsp), %%rsp; pushfq; andq $~0x100, (%%rsp); "
                   "popfq; lea 128(%%rsp), %%rsp" ::
                       : "memory", "cc");
  CHECK(right);
  return 0;
}

static void *interrupt(void *ended) {
  CHECK(work(3, 1));
  *(int *)ended = !is_interrupted();
  for (unsigned i = 0; i < 20; ++i)
    CHECK(work(5, (uint64_t)i << 32));
  return NULL;
}

int main(void) {
  CHECK(work(9, 1));
  size_t blocks = offstack_cache_stats().kept_blocks;
  CHECK(blocks >= 10);
  jump(2);
  CHECK(offstack_cache_stats().kept_blocks == blocks - 3);
  for (unsigned i = 0; i < 100; ++i)
    jump(3);
  CHECK(work(9, 2));
  // CHECK: lost, no more
  puts("lost, no more");

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigaction(SIGTRAP, &action, NULL);
  int ended = 0;
  while (!ended) {
    pthread_t thread;
    last_trap += 1;
    pthread_create(&thread, NULL, interrupt, &ended);
    pthread_join(thread, NULL);
  }
  CHECK(work(9, 3));
  // CHECK: left at each instruction
  puts(last_trap > 200 ? "left at each instruction" : "left rarely");
}
