// A function that uses a large buffer on a rare path has the same instructions on
// the common one as without the buffer: no box, no frame, no test.

// RUN: %clang -O2 -S %s -o - -fno-asynchronous-unwind-tables \
// RUN:   -fplugin=%offstack_clang -fplugin-arg-offstack-box | FileCheck %s
// RUN: %clang -O2 -S %s -o - -fno-asynchronous-unwind-tables -DPLAIN \
// RUN:   | FileCheck %s --check-prefixes=CHECK,PLAIN

void report(char *text, int n);

// CHECK-LABEL: handle:
// CHECK-NOT:   {{sub|push|malloc|free}}
// CHECK:       testl %edi, %edi
// CHECK-NEXT:  js
// CHECK-NOT:   {{push|malloc|free|cmp|test}}
// CHECK:       retq
// PLAIN-NOT:   malloc
// CHECK:       callq report
int handle(int n) {
#ifdef PLAIN
  char *text = 0;
#else
  char text[512 << 10];
#endif
  if (__builtin_expect(n < 0, 0))
    report(text, n);
  return n * 3 + 1;
}
