// The object file is the one without the plugin, byte for byte.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=all -emit-obj -o %t.with.o %s
// RUN: %clang -cc1 -triple x86_64-unknown-linux-gnu -emit-obj -o %t.without.o %s
// RUN: cmp %t.with.o %t.without.o
// RUN: %clang_cc1 -plugin-arg-offstack recursion=all -O2 -emit-obj -o %t.with.o %s
// RUN: %clang -cc1 -triple x86_64-unknown-linux-gnu -O2 -emit-obj -o %t.without.o %s
// RUN: cmp %t.with.o %t.without.o

// So it is where the driver sets the options, as for the AST to be freed early.
// RUN: %clangxx -O2 -g -c -o %t.with.o %s -fplugin=%offstack_clang -fplugin-arg-offstack-recursion=all
// RUN: %clangxx -O2 -g -c -o %t.without.o %s
// RUN: cmp %t.with.o %t.without.o

// Two files of one compiler have one report each.
// RUN: %clang_cc1 -emit-obj %s %S/Inputs/second.cpp 2>&1 | FileCheck %s
// CHECK: warning: every path through 'ping' leads back to it
// CHECK: warning: every path through 'second' calls it again
// CHECK-NOT: warning:

int pong(int n);
int ping(int n) { return pong(n); }
int pong(int n) { return ping(n); }

struct Local {
  ~Local();
};
int ends(int n) {
  Local local;
  return n == 0 ? 0 : ends(n - 1);
}
