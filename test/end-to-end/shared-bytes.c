// Two arrays of different types that a loop brings to life one after the other
// have the bytes of one box, and neither sees the other.

// RUN: %clang -O0 -fplugin=%offstack_clang -fplugin-arg-offstack-box \
// RUN:   -fplugin-arg-offstack-local=1K -fplugin-arg-offstack-verify \
// RUN:   -Wno-frame-larger-than %s -o %t.0
// RUN: %t.0 | FileCheck %s
// RUN: %clang -O2 -fplugin=%offstack_clang -fplugin-arg-offstack-box \
// RUN:   -fplugin-arg-offstack-local=1K -fplugin-arg-offstack-verify \
// RUN:   -Wno-frame-larger-than %s -o %t.2
// RUN: %t.2 | FileCheck %s
// RUN: %clang -O2 -flto -fuse-ld=lld -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=1K \
// RUN:   -Wno-frame-larger-than %s -o %t.lto
// RUN: %t.lto | FileCheck %s --check-prefix=APART

#include <stdio.h>
#include <stdint.h>

enum { Count = 25000 };

// CHECK: sum 17185687500.0, shared 1
// APART: sum 17185687500.0
int main(int argc, char **argv) {
  double sum = 0;
  volatile uintptr_t first = 0, second = 0; // Seen at run time only.
  for (int round = 0; round < 10 + argc - 1; ++round) {
    {
      int whole[Count];
      for (int i = 0; i < Count; ++i)
        whole[i] = i * (round + 1) - round;
      first = (uintptr_t)whole;
      __asm__ volatile("" : : "r"(whole) : "memory");
      for (int i = 0; i < Count; ++i)
        sum += whole[i];
    }
    {
      float parts[Count];
      for (int i = 0; i < Count; ++i)
        parts[i] = 0.0f;
      second = (uintptr_t)parts;
      __asm__ volatile("" : : "r"(parts) : "memory");
      for (int i = 0; i < Count; ++i)
        sum += parts[i];
    }
  }
  printf("sum %.1f, shared %d\n", sum, first == second);
  return 0;
}
