// Two processes with the same boxes, a signal while boxes are live, and the end
// of a program in the middle of it all.

// RUN: %compare "0 2 3" %clang %s | FileCheck %s
// RUN: %compare "0 2" %clang -fexceptions %s

// Both processes, at their exits, still know their boxes.
// RUN: %valgrind %t.O0 > %t.O0.valgrind
// RUN: FileCheck %s < %t.O0.valgrind
// RUN: %valgrind %t.O2 > %t.O2.valgrind
// RUN: FileCheck %s < %t.O2.valgrind
// RUN: %compare "0 2" %clang %s -- -fsanitize=address

#include "Inputs/buffer.h"
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t seen;

// Kept: malloc may be what was interrupted.
static void handler(int number) {
  char buffer[400];
  seen += number == SIGUSR1 ? USE(buffer, number) != 0 : 0;
}

NOINLINE static int interrupted(int n) {
  char buffer[300];
  fill(buffer, sizeof buffer, n);
  for (int i = 0; i < n; ++i) {
    char inner[100];
    fill(inner, sizeof inner, i);
    raise(SIGUSR1);
    buffer[i] ^= (char)sum(inner, sizeof inner);
  }
  return sum(buffer, sizeof buffer);
}

// Writes without a stream, whose buffer both processes would have.
NOINLINE static void say(const char *what, int value) {
  char line[128];
  int length = snprintf(line, sizeof line, "%s %d\n", what, value);
  if (write(1, line, (size_t)length) != length)
    abort();
}

// The child returns out of both frames, as the parent does.
NOINLINE static int forks(int *status) {
  char buffer[500];
  fill(buffer, sizeof buffer, 3);
  pid_t child = fork();
  int result = sum(buffer, sizeof buffer) + (child == 0);
  if (child > 0)
    waitpid(child, status, 0);
  else
    *status = -1;
  return result;
}

NOINLINE static int ends(int n) {
  char buffer[200];
  fill(buffer, sizeof buffer, n);
  if (n > 0)
    exit(sum(buffer, sizeof buffer) == 0);
  return sum(buffer, sizeof buffer);
}

NOINLINE static void runs_at_exit(void) {
  char buffer[200];
  say("at exit", USE(buffer, 1) != 0);
}

// CHECK:      interrupted {{[0-9]+}}
// CHECK-NEXT: seen 20
// CHECK-NEXT: child [[N:[0-9]+]]
// CHECK-NEXT: at exit 1
// CHECK-NEXT: status 0
// CHECK-NEXT: ends {{[0-9]+}}
// CHECK-NEXT: at exit 1
// CHECK-NOT:  {{.}}
int main(void) {
  char buffer[100];
  fill(buffer, sizeof buffer, 1);
  atexit(runs_at_exit);
  signal(SIGUSR1, handler);
  say("interrupted", interrupted(20));
  say("seen", seen);
  int status = -1;
  int result = forks(&status);
  if (status == -1) {
    say("child", result);
    ends(1);
  }
  say("status", status);
  say("ends", ends(0));
  ends(1);
  return sum(buffer, sizeof buffer);
}
