// runtime.h in a program without boxes, and in objects without boxes next to
// one that has some: there is nothing to link.

// RUN: %clangxx -Wall -Wextra -Wpedantic -Werror -I%offstack_src/include %s \
// RUN:   -o %t
// RUN: %t | FileCheck %s --check-prefix=NONE
// RUN: %clangxx -fPIE -pie -I%offstack_src/include %s -o %t && %t \
// RUN:   | FileCheck %s --check-prefix=NONE
// RUN: %clangxx -fPIC -c -I%offstack_src/include %s -o %t.o
// RUN: g++ -std=c++98 -Wall -Wextra -pedantic -Werror -Wno-comment -DOBJECT \
// RUN:   -I%offstack_src/include %s -c -o %t.gcc.o
// RUN: %clangxx %cache -DBOXED -x c++ %s -c -o %t.boxed.o
// RUN: %clangxx %t.o %t.boxed.o -o %t.both
// RUN: %t.both | FileCheck %s --check-prefix=SOME

#include "offstack/runtime.h"
#include <cstdio>
#include <cstring>

#ifdef BOXED
struct Worker {
  Worker() {
    char Buffer[100000];
    memset(Buffer, 1, sizeof Buffer);
    asm volatile("" ::"r"(Buffer) : "memory");
  }
};
static Worker AtStart;
#elif !defined(OBJECT)
int main() {
  // NONE: 0 blocks
  // SOME: 1 blocks
  std::printf("%zu blocks\n", offstack_cache_stats().kept_blocks);
  offstack_cache_set_limits(1, 1);
  offstack_cache_trim(0);
  // NONE: 0 bytes
  // SOME: 0 bytes
  std::printf("%zu bytes\n", offstack_cache_stats().kept_bytes);
}
#endif
