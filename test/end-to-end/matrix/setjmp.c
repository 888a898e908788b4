// A function that calls setjmp has boxes that are the same at each return of it:
// jumps from below, again and again, out of a signal handler, in a loop, past
// frames that hold none, and returns from every place. Nothing leaks.

// RUN: %compare "0v 1v 2v 3" %clang %s | FileCheck %s
// RUN: %compare "0v 2v" %clang -fexceptions %s
// RUN: %compare "0 2" %clang %s -- -fsanitize=address,undefined \
// RUN:   -fno-sanitize-recover=all
// RUN: FileCheck %s --check-prefix=BOXED --input-file=%t.O2.remarks
// BOXED-DAG: 'kept_up' {{.*}}is boxed
// BOXED-DAG: 'in_loop' {{.*}}is boxed
// BOXED-DAG: 'late' {{.*}}is boxed
// BOXED-DAG: 'signalled' {{.*}}is boxed
// BOXED-DAG: 'built_in' {{.*}}is boxed

#include "Inputs/buffer.h"
#include <setjmp.h>
#include <signal.h>

static jmp_buf target;

// Has no box: a jump past one would lose it.
NOINLINE static int descend(int depth, int value) {
  if (depth == 0)
    longjmp(target, value);
  return descend(depth - 1, value) + 1;
}

// Comes back many times, changing the object each time.
NOINLINE static int comes_back(int times) {
  char kept_up[600];
  volatile int count = 0;
  fill(kept_up, sizeof kept_up, times);
  int came = setjmp(target);
  if (came && sum(kept_up, sizeof kept_up) == 0)
    return -1;
  if (count < times) {
    fill(kept_up, sizeof kept_up, count++);
    descend(count % 5, 100 + count);
  }
  return came * 1000 + sum(kept_up, sizeof kept_up) % 1000;
}

// A setjmp in each round, and ways out of the loop before, between, behind.
NOINLINE static int loops(int stop) {
  volatile int total = 0;
  for (volatile int i = 0; i < 6; ++i) {
    char in_loop[300];
    fill(in_loop, sizeof in_loop, i);
    if (i == stop)
      return total + 10000;
    switch (setjmp(target)) {
    case 0:
      total += sum(in_loop, sizeof in_loop) % 100;
      if (i % 2)
        descend(2, i);
      break;
    case 5:
      return total + 20000;
    default:
      total += 1000 + sum(in_loop, sizeof in_loop) % 10;
      continue;
    }
  }
  return total;
}

// Used only behind the second return.
NOINLINE static int used_late(int value) {
  if (setjmp(target) == 0) {
    if (value)
      descend(1, 1);
    return 0;
  }
  char late[200];
  return USE(late, value) % 100 + 1;
}

static sigjmp_buf signal_target;
static void handler(int number) { siglongjmp(signal_target, number); }

NOINLINE static int out_of_handler(void) {
  char signalled[400];
  fill(signalled, sizeof signalled, 3);
  int number = sigsetjmp(signal_target, 1);
  if (number)
    return number * 1000 + sum(signalled, sizeof signalled) % 1000;
  raise(SIGUSR1);
  return -1;
}

static void *builtin_target[5];
NOINLINE static void jump_builtin(void) {
  __builtin_longjmp(builtin_target, 1);
}

NOINLINE static int by_builtin(void) {
  char built_in[256];
  fill(built_in, sizeof built_in, 9);
  if (__builtin_setjmp(builtin_target) == 0)
    jump_builtin();
  return sum(built_in, sizeof built_in) % 1000;
}

// Called from a frame that holds a box and is not jumped past.
NOINLINE static int holds(int times) {
  char held[128];
  fill(held, sizeof held, times);
  int result = comes_back(times);
  return result + sum(held, sizeof held) % 10;
}

int main(void) {
  signal(SIGUSR1, handler);
  // CHECK: comes back: {{[0-9]+ [0-9]+ 107[0-9]+}}
  printf("comes back: %d %d %d\n", holds(0), holds(1), holds(7));
  // CHECK: loops: {{1[0-9]+ 1[0-9]+ 2[0-9]+}}
  printf("loops: %d %d %d\n", loops(0), loops(3), loops(9));
  // CHECK: late: 0 {{[1-9]}}
  printf("late: %d %d\n", used_late(0), used_late(4));
  // CHECK: handler: 10
  printf("handler: %d\n", out_of_handler());
  // CHECK: builtin: {{[0-9]}}
  printf("builtin: %d\n", by_builtin());
}
