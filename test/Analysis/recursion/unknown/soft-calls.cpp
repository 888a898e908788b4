// Cycles that are closed by calls that do not name their callee.

// RUN: %clangxx -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct Node {
  virtual ~Node();
  virtual int eval();
};
struct Add : Node {
  Node *left, *right;
  // CHECK-DAG: cycle _ZN3Add4evalEv: unknown it is closed by a virtual call
  int eval() override { return left->eval() + right->eval(); }
};
// A leaf calls nothing.
struct Leaf : Node {
  int eval() override { return 1; }
};
Node *make(int n) { return n ? (Node *)new Add : new Leaf; }

extern "C" void qsort(void *, unsigned long, unsigned long, int (*)(const void *, const void *));
// CHECK-DAG: cycle {{_Z9sort_rowsPv|_ZL12compare_rowsPKvS0_}}: unknown it is closed by a callback
void sort_rows(void *rows);
static int compare_rows(const void *a, const void *b) {
  sort_rows((void *)a);
  return a < b;
}
void sort_rows(void *rows) { qsort(rows, 2, 8, compare_rows); }

// A comparison that sorts nothing.
static int compare_plainly(const void *a, const void *b) { return a < b; }
void sort_plainly(void *rows) { qsort(rows, 2, 8, compare_plainly); }

// CHECK-DAG: cycle {{_ZL4up_bi|_Z8dispatchii}}: unknown it is closed by a call through a table
int dispatch(int kind, int n);
static int up_a(int n) { return n; }
static int up_b(int n) { return dispatch(n & 1, n); }
static int (*const table[])(int) = {up_a, up_b};
int dispatch(int kind, int n) { return table[kind](n); }
