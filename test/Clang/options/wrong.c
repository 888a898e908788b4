// A wrong option is an error that names it and says what was expected, and the
// compilation fails without leaving an object file.

// RUN: rm -f %t.o
// RUN: not %clang -c %s -o %t.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=nonsense 2>&1 | FileCheck %s
// RUN: not test -f %t.o
// CHECK: error: offstack: invalid value 'nonsense' for option 'local': expected bytes with an optional K, M or G
// CHECK-NEXT: 1 error generated.

// RUN: not %clang_cc1 -fsyntax-only %s -plugin-arg-offstack stack=toaster 2>&1 \
// RUN:   | FileCheck %s --check-prefix=STACK
// STACK: error: offstack: invalid value 'toaster' for option 'stack': expected bytes with an optional K, M or G, or one of glibc,

// RUN: not %clang_cc1 -fsyntax-only %s \
// RUN:   -plugin-arg-offstack disable=large-lokal 2>&1 \
// RUN:   | FileCheck %s --check-prefix=DISABLE
// DISABLE: error: offstack: invalid value 'large-lokal' for option 'disable': expected one of large-local, large-parameter, large-temporary, unbounded-alloca, alloca-in-loop, large-frame, infinite

// Every wrong one is told, the environment's with its origin.
// RUN: env OFFSTACK_OPTIONS=verify=perhaps not %clang_cc1 -fsyntax-only %s \
// RUN:   -plugin-arg-offstack locl=4K -plugin-arg-offstack box=7 2>&1 \
// RUN:   | FileCheck %s --check-prefix=ALL
// ALL: error: offstack: unknown option 'locl': expected one of stack, local,
// ALL-NEXT: error: offstack: invalid value '7' for option 'box': expected true or false
// ALL-NEXT: error: offstack: in environment variable OFFSTACK_OPTIONS: invalid value 'perhaps' for option 'verify': expected true or false
// ALL-NEXT: 3 errors generated.

int f(void) { return 0; }
