// Boxes of the cache are released by exceptions on their way, in code of C++
// and of C, in an executable and in a shared object: none is missing after.

// RUN: %clangxx -O2 -pthread %cache %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clangxx -O0 -pthread %cache %s -o %t.O0
// RUN: %t.O0 | FileCheck %s
// RUN: %clangxx -O2 -flto=thin -fuse-ld=lld -pthread %cache %s -o %t.lto
// RUN: %t.lto | FileCheck %s

#include "Inputs/memory.h"
#include "offstack/runtime.h"
#include <pthread.h>
#include <stdexcept>

struct Checked {
  char Buffer[3000];
  uint64_t Value;
  explicit Checked(uint64_t Value) : Value(Value) {
    mark(Buffer, sizeof Buffer, Value);
  }
  ~Checked() { CHECK(is_marked(Buffer, sizeof Buffer, Value)); }
};

NOINLINE static int descend(int Depth, uint64_t Value) {
  char Buffer[200000];
  Checked Object(Value + 1);
  mark(Buffer, sizeof Buffer, Value);
  if (Depth == 0)
    throw std::runtime_error("bottom");
  int Result;
  try {
    Result = descend(Depth - 1, Value + 100);
  } catch (const std::logic_error &) {
    return 1; // Passed by.
  }
  CHECK(is_marked(Buffer, sizeof Buffer, Value));
  return Result;
}

NOINLINE static void exit_thread(int Depth) {
  char Buffer[200000];
  mark(Buffer, sizeof Buffer, Depth);
  if (Depth == 0)
    pthread_exit(nullptr);
  exit_thread(Depth - 1);
  mark(Buffer, sizeof Buffer, Depth);
}

static void *end(void *) {
  exit_thread(4);
  return nullptr;
}

int main() {
  size_t Blocks = 0;
  for (int I = 0; I < 20; ++I) {
    try {
      descend(8, I * 1000);
      CHECK(false);
    } catch (const std::runtime_error &Error) {
      CHECK(Error.what()[0] == 'b');
    }
    size_t Now = offstack_cache_stats().kept_blocks;
    CHECK(I == 0 || Now == Blocks);
    Blocks = Now;
  }
  // CHECK: {{^(9|18)}} blocks, no more
  printf("%zu blocks, no more\n", Blocks);

  // A thread that ends by unwinding leaves nothing.
  size_t Before = 0;
  for (int I = 0; I < 100; ++I) {
    pthread_t Thread;
    pthread_create(&Thread, nullptr, end, nullptr);
    pthread_join(Thread, nullptr);
    if (I == 10)
      Before = resident();
  }
  // CHECK: flat
  puts((ptrdiff_t)(resident() - Before) < 1 << 20 ? "flat" : "grown");
}
