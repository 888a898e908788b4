// Clang's own -Wframe-larger-than= works as it does without the plugin.

// RUN: %clang -c -o /dev/null %s -Wframe-larger-than=1000 \
// RUN:   2>&1 | FileCheck %s --check-prefix=OWN --implicit-check-not=offstack
// RUN: %clang -c -o /dev/null %s -Wframe-larger-than=1000 \
// RUN:   -fplugin=%offstack_clang 2>&1 \
// RUN:   | FileCheck %s --check-prefix=OWN --implicit-check-not=offstack
// RUN: %clang -c -o /dev/null %s -Wframe-larger-than=1000 \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-frame=1500 2>&1 \
// RUN:   | FileCheck %s --check-prefixes=OWN,BOTH
// OWN-DAG: user-limit.c:[[#@LINE+6]]:5: warning: stack frame size ([[BYTES:[0-9]+]]) exceeds limit (1000) in 'f' [-Wframe-larger-than]
// BOTH-DAG: user-limit.c:[[#@LINE+5]]:5: warning: the frame of 'f' takes {{[0-9]+}} bytes (1.9 KiB) of stack, over the limit of 1.4 KiB (offstack-large-frame) [-Wframe-larger-than]
// RUN: %clang -c -o /dev/null %s -fplugin=%offstack_clang 2>&1 | count 0

int use(const void *);

int f(void) {
  char a[2000];
  return use(a);
}
