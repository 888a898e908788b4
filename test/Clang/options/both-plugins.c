// Both modules load into one clang: no option and no pass is registered twice.

// RUN: %clang -O2 -c %s -o %t.o -fplugin=%offstack_clang \
// RUN:   -fpass-plugin=%offstack_pass -fplugin-arg-offstack-local=4K 2>&1 \
// RUN:   | FileCheck %s
// RUN: %clang -O2 -c %s -o %t.o -fpass-plugin=%offstack_pass \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-local=4K \
// RUN:   -mllvm -offstack-box=false 2>&1 | FileCheck %s
// CHECK: local variable 'buffer' of type 'char[8192]' takes 8192 bytes (8 KiB)
// CHECK: 1 warning generated.

int fill(char *);

int f(void) {
  char buffer[8192];
  return fill(buffer);
}
