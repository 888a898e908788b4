// -Werror=infinite-recursion makes it an error. Functions that clang's own warning
// of the same group finds end the compilation before: it does not see these.
// RUN: not %clang_cc1 -emit-obj -o %t.o %s -Werror=infinite-recursion 2>&1 \
// RUN:   | FileCheck %s
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -Werror -Wno-infinite-recursion
// RUN: not %clang_cc1 -emit-obj -o /dev/null %s -Werror 2>&1 | FileCheck %s

int pong(int n);
// CHECK: [[@LINE+1]]:26: error: every path through 'ping' leads back to it: the recursion never ends (offstack-infinite) [-Werror,-Winfinite-recursion]
int ping(int n) { return pong(n); }
// CHECK: [[@LINE-1]]:26: note: 'ping' calls 'pong' here
// CHECK: [[@LINE+1]]:26: note: 'pong' calls 'ping' here
int pong(int n) { return ping(n); }
// CHECK: 1 error generated
