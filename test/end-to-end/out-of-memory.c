// A box that cannot be had stops the program with a message that says which.

// RUN: %clang -O2 %s -o %t -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -Wno-frame-larger-than
// RUN: not --crash %t 2>&1 | FileCheck %s
// CHECK: offstack: out of memory: cannot take 1073741824 bytes for 'buffer' in 'work'

#include <sys/resource.h>

__attribute__((noinline)) static int work(int index) {
  volatile char buffer[1 << 30];
  buffer[index] = 1;
  return buffer[index];
}

int main(int argc, char **argv) {
  (void)argv;
  struct rlimit limit = {256 << 20, 256 << 20};
  setrlimit(RLIMIT_AS, &limit);
  return work(argc) != 1;
}
