// The classes as remarks, by name in opt and at the start of clang's pipeline.

// RUN: %clang -O0 -S -emit-llvm -gline-tables-only -w %s -o - | %opt -passes=offstack-recursion -pass-remarks-analysis=offstack -disable-output - 2>&1 | FileCheck %s
// RUN: %clang -O2 -c -gline-tables-only -w %s -o /dev/null -fpass-plugin=%offstack_pass -Rpass-analysis=offstack-recursion 2>&1 | FileCheck %s
// RUN: %clang -O2 -c -w %s -o /dev/null -fpass-plugin=%offstack_pass 2>&1 | count 0

struct tree { struct tree *left; };

// CHECK: remarks.c:[[#@LINE+2]]:{{.*}} recursion of 'walk' is unbounded, about 24 bytes a level (offstack-unbounded)
int walk(struct tree *t) {
  return t ? 1 + walk(t->left) : 0;
}
// CHECK: recursion of 'stuck' is no-progress, as from argument 1 of 1, about 20 bytes a level (offstack-no-progress)
int stuck(int n) { return n ? stuck(n) : 0; }
// CHECK: recursion of 'gcd' is bounded, 51 levels at most, about 24 bytes a level (offstack-bounded)
unsigned gcd(unsigned a, unsigned b) { return b ? gcd(b, a % b) : a; }
// CHECK: recursion of 'ping', 'pong' is infinite, about 40 bytes a level (offstack-infinite)
int pong(int n);
int ping(int n) { return pong(n); }
int pong(int n) { return ping(n); }
