// Several objects with boxes, with and without link-time optimisation, boxed at
// compile time, at link time, or at both: one cache, and boxes that one object
// takes and another releases nothing of.

// DEFINE: %{level} = -O2 -flto
// DEFINE: %{plugin} = -fpass-plugin=%offstack_pass
// DEFINE: %{at_link} = -fuse-ld=lld -Wl,--load-pass-plugin=%offstack_pass
// DEFINE: %{compile} = %clang %{level} -I%offstack_src/include -c %s
// DEFINE: %{link} = env OFFSTACK_OPTIONS=alloc=cache:local=1000 %clang -O2
// DEFINE: %{check} = %t.exe | FileCheck %s
// RUN: env OFFSTACK_OPTIONS=alloc=cache:local=1000 %{compile} %{plugin} \
// RUN:   -DPART=1 -o %t.1.o
// RUN: env OFFSTACK_OPTIONS=alloc=cache:local=1000 %{compile} %{plugin} \
// RUN:   -DPART=2 -o %t.2.o
// RUN: %{compile} -DPART=1 -o %t.plain1.o
// RUN: %{compile} -DPART=2 -o %t.plain2.o
// RUN: env OFFSTACK_OPTIONS=alloc=cache:local=1000 %clang -O2 %{plugin} \
// RUN:   -I%offstack_src/include -DPART=2 -c %s -o %t.native2.o
// RUN: %{link} -flto %{at_link} %t.1.o %t.2.o -o %t.exe
// RUN: %{check}
// RUN: %{link} -flto %{at_link} %t.plain1.o %t.plain2.o -o %t.exe
// RUN: %{check}
// RUN: %{link} -flto %{at_link} %t.plain1.o %t.native2.o -o %t.exe
// RUN: %{check} --check-prefix=MIXED

// REDEFINE: %{level} = -O2 -flto=thin
// RUN: env OFFSTACK_OPTIONS=alloc=cache:local=1000 %{compile} %{plugin} \
// RUN:   -DPART=1 -o %t.1.o
// RUN: env OFFSTACK_OPTIONS=alloc=cache:local=1000 %{compile} %{plugin} \
// RUN:   -DPART=2 -o %t.2.o
// RUN: %{compile} -DPART=1 -o %t.plain1.o
// RUN: %{compile} -DPART=2 -o %t.plain2.o
// RUN: %{link} -flto=thin %{at_link} %t.1.o %t.2.o -o %t.exe
// RUN: %{check}
// RUN: %{link} -flto=thin %{at_link} %t.plain1.o %t.plain2.o -o %t.exe
// RUN: %{check}
// RUN: %{link} -flto=thin %{at_link} %t.1.o %t.plain2.o -o %t.exe
// RUN: %{check}

#include "Inputs/memory.h"
#include "offstack/runtime.h"

int other(unsigned depth, uint64_t value);
size_t other_misses(void);

#if PART == 1
NOINLINE static int work(unsigned depth, uint64_t value) {
  char buffer[50000];
  mark(buffer, sizeof buffer, value);
  return (!depth || other(depth - 1, value + 1)) &&
         is_marked(buffer, sizeof buffer, value);
}

int main(void) {
  for (int i = 0; i < 10; ++i)
    CHECK(work(4, i * 100) && other(4, i));
  // Each as many as one cache for both has, or two for one each.
  // CHECK: 5 and 5 missed
  // MIXED: {{[25]}} and {{[35]}} missed
  printf("%zu and %zu missed\n", offstack_cache_stats().misses, other_misses());
}
#else
int other(unsigned depth, uint64_t value) {
  char buffer[50000];
  mark(buffer, sizeof buffer, value);
  return (!depth || other(depth - 1, value + 1)) &&
         is_marked(buffer, sizeof buffer, value);
}

size_t other_misses(void) { return offstack_cache_stats().misses; }
#endif
