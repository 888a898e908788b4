// Signals at random times: another thread sends them as fast as they are taken,
// to code that does nothing but take and release boxes. The handler does the
// same. A third of the handlers is interrupted by another signal.

// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t 3000 | FileCheck %s
// CHECK: right after all signals

#include "Inputs/memory.h"
#include <pthread.h>
#include <signal.h>
#include <string.h>

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
  if (signal == SIGUSR1 && value % 3 == 0)
    raise(SIGUSR2);
}

static volatile int ended;
static unsigned long wanted;

static void *send(void *target) {
  pthread_t thread = *(pthread_t *)target;
  for (unsigned long before = handled; handled < wanted; before = handled) {
    pthread_kill(thread, SIGUSR1);
    // One at a time: those that come together count as one.
    while (handled == before)
      continue;
  }
  ended = 1;
  return NULL;
}

int main(int argc, char **argv) {
  wanted = argc > 1 ? strtoul(argv[1], NULL, 0) : 1000;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigaction(SIGUSR1, &action, NULL);
  sigaction(SIGUSR2, &action, NULL);
  CHECK(work(300000, 1));

  pthread_t self = pthread_self(), sender;
  pthread_create(&sender, NULL, send, &self);
  for (unsigned i = 0; !ended; ++i)
    CHECK(work(4096 + i * 101 % 300000, i));
  pthread_join(sender, NULL);
  puts("right after all signals");
}
