// A thread's cache is freed when it ends: 500 threads, one after the other,
// that each keep more than a megabyte leave the process as small as it was.
// With glibc, linked statically too, where a weak reference would find nothing.

// RUN: %clang -O2 -pthread %cache %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clang -O2 -pthread -static %cache %s -o %t.static
// RUN: %t.static | FileCheck %s
// RUN: %clang -O2 -fPIC -shared -pthread %cache -DPART=1 %s -o %t.so
// RUN: %clang -O2 -pthread %cache -DPART=2 %s %t.so -o %t.so.exe
// RUN: %t.so.exe | FileCheck %s

// The other way, for libraries without glibc's function: a key of pthreads.
// RUN: %clang -O2 -pthread -target x86_64-linux-unknown %cache %s -c -o %t.o
// RUN: nm %t.o | FileCheck %s --check-prefix=KEY
// KEY-DAG: w __cxa_thread_atexit_impl
// KEY-DAG: U pthread_key_create
// RUN: llvm-objcopy --redefine-sym __cxa_thread_atexit_impl=missing %t.o
// RUN: %clang -pthread %t.o -o %t.key
// RUN: %t.key | FileCheck %s

#include "Inputs/memory.h"
#include "offstack/runtime.h"
#include <pthread.h>

void *work(void *unused);

#if PART != 2
static pthread_key_t key;

static NOINLINE void use(uint64_t value) {
  char buffer[1 << 20], other[100000];
  mark(buffer, sizeof buffer, value);
  mark(other, sizeof other, value + 1);
  CHECK(is_marked(buffer, sizeof buffer, value));
  CHECK(is_marked(other, sizeof other, value + 1));
}

// Runs when the cache of the thread may be gone already, and again after that.
static void destroy(void *left) {
  use((uintptr_t)left);
  if ((uintptr_t)left > 1)
    pthread_setspecific(key, (char *)left - 1);
}

static void make_key(void) { pthread_key_create(&key, destroy); }

void *work(void *unused) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_key);
  pthread_setspecific(key, (void *)3);
  use((uintptr_t)&once);
  CHECK(offstack_cache_stats().kept_bytes > 1 << 20);
  return unused;
}
#endif

#if PART != 1
int main(void) {
  size_t before = 0;
  for (int i = 0; i < 500; ++i) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    if (i == 10)
      before = resident();
  }
  size_t grown = resident() - before;
  // CHECK: flat
  puts((ptrdiff_t)grown < 2 << 20 ? "flat" : "grown");
  // Of the main thread, which has none.
  CHECK(offstack_cache_stats().kept_bytes == 0);
}
#endif
