// Signals at random times, some 20 000 a second, to code that does nothing but
// take and release boxes. The handler does the same. A third of the handlers is
// interrupted by another signal.

// RUN: %clang -O2 %cache %s -o %t
// RUN: %t 10000 | FileCheck %s
// CHECK: right after all signals

#include "Inputs/memory.h"
#include <signal.h>
#include <string.h>
#include <sys/time.h>

int work(unsigned size, uint64_t value);

// By its address: it is not known at compile time to run in a handler.
int (*volatile const hidden_work)(unsigned, uint64_t) = work;

int work(unsigned size, uint64_t value) {
  char small[2000], fixed[20000], variable[size];
  mark(fixed, sizeof fixed, value);
  mark(variable, size, value + 1);
  mark(small, sizeof small, value + 2);
  return is_marked(small, sizeof small, value + 2) &&
         is_marked(variable, size, value + 1) &&
         is_marked(fixed, sizeof fixed, value);
}

static volatile unsigned long handled;

static void handle(int signal) {
  unsigned long value = __atomic_add_fetch(&handled, 1, __ATOMIC_RELAXED);
  CHECK(hidden_work(4096 + value * 37 % 300000, value << 24));
  if (signal == SIGALRM && value % 3 == 0)
    raise(SIGUSR1);
}

int main(int argc, char **argv) {
  unsigned long wanted = argc > 1 ? strtoul(argv[1], NULL, 0) : 1000;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigaction(SIGALRM, &action, NULL);
  sigaction(SIGUSR1, &action, NULL);
  CHECK(work(300000, 1));

  struct itimerval every = {{0, 50}, {0, 50}};
  setitimer(ITIMER_REAL, &every, NULL);
  for (unsigned i = 0; handled < wanted; ++i)
    CHECK(work(4096 + i * 101 % 300000, i));
  puts("right after all signals");
}
