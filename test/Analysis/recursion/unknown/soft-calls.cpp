// Cycles that are closed by calls that do not name their callee.

// RUN: %clangxx -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct Node {
  virtual ~Node();
  virtual int eval();
};
struct Add : Node {
  Node *left, *right;
  // CHECK-DAG: cycle _ZN3Add4evalEv: unbounded structure by a virtual call
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

// CHECK-DAG: cycle _Z8dispatchii _ZL4up_bi: unbounded number by a call through a table
int dispatch(int kind, int n);
static int up_a(int n) { return n; }
static int up_b(int n) { return dispatch(n & 1, n); }
static int (*const table[])(int) = {up_a, up_b};
int dispatch(int kind, int n) { return table[kind](n); }

// The same with a guard.
struct Expr {
  virtual ~Expr();
  virtual int value(int depth);
};
struct Sum : Expr {
  Expr *left, *right;
  // CHECK-DAG: cycle _ZN3Sum5valueEi: guarded argument 1 of '_ZN3Sum5valueEi' by a virtual call
  int value(int depth) override {
    return depth > 100 ? 0 : left->value(depth + 1) + right->value(depth + 1);
  }
};
// One call goes round it.
struct Difference : Expr {
  Expr *left, *right;
  int value(int depth) override { return depth > 100 ? 0 : left->value(depth + 1); }
};
struct Shape {
  virtual ~Shape();
  virtual int area(int depth);
};
struct Group : Shape {
  Shape *first, *second;
  // CHECK-DAG: cycle _ZN5Group4areaEi: unguarded-edge structure argument 1 of '_ZN5Group4areaEi' by a virtual call
  int area(int depth) override {
    return depth > 100 ? 0 : first->area(depth + 1) + second->area(depth);
  }
};
Expr *make_expr(int n) { return n ? (Expr *)new Sum : new Difference; }
Shape *make_shape() { return new Group; }

// A function object that holds what calls it.
struct Callable {
  void *data;
  int (*invoke)(void *, int);
  int operator()(int n) { return invoke(data, n); }
};
// CHECK-DAG: cycle {{_ZL8countingPvi _ZN8CallableclEi|_ZN8CallableclEi _ZL8countingPvi}}: unbounded {{.*}} by a call through a field
static int counting(void *self, int n) { return n <= 0 ? 0 : 1 + (*(Callable *)self)(n - 1); }
// Another field holds this one.
struct Other { int (*invoke)(void *, int); };
static int elsewhere(void *self, int n) { return ((Callable *)self)->data != 0; }
int use_callable(int n, Other *o) {
  Callable c;
  c.data = &c;
  c.invoke = counting;
  o->invoke = elsewhere;
  return c(n);
}

// More functions of a type than are told apart: that is said, too.
using handler = long (*)(long, long);
long call_any(handler h, long n);
#define HANDLER(name) long name(long a, long b) { return a + b; }
HANDLER(h1) HANDLER(h2) HANDLER(h3) HANDLER(h4) HANDLER(h5) HANDLER(h6)
HANDLER(h7) HANDLER(h8) HANDLER(h9) HANDLER(h10) HANDLER(h11) HANDLER(h12)
HANDLER(h13) HANDLER(h14) HANDLER(h15) HANDLER(h16)
long again(long a, long b) { return call_any(h1, a - b); }
// CHECK-DAG: cycle {{.*}}: unknown it is closed by a call through a pointer, which may go to any of 17 functions
long call_any(handler h, long n) { return h(n, 1); }
handler all[] = {h1, h2, h3, h4, h5, h6, h7, h8, h9, h10, h11, h12, h13, h14, h15, h16, again};
