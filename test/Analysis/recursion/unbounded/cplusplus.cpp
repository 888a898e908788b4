// Calls that nobody wrote, templates and lambdas.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s

// An owned pointer: the destructor runs down the list.
// CHECK-DAG: cycle _ZN4ListD2Ev: unbounded structure
struct List { List *next; ~List() { delete next; } };
void drop(List *l) { delete l; }

// The same through a pointer class.
template <class T> struct Owner { T *p; ~Owner() { delete p; } };
struct Node { Owner<Node> next; int value; };
// CHECK-DAG: cycle {{_ZN5OwnerI4NodeED2Ev _ZN4NodeD2Ev|_ZN4NodeD2Ev _ZN5OwnerI4NodeED2Ev}}: unbounded structure
void drop(Node *n) { delete n; }

// CHECK-DAG: cycle _Z5depthIiEiPT_i: unbounded number
template <class T> int depth(T *a, int n) { return n <= 0 ? 0 : 1 + depth(a, n - 1); }
int use_depth(int *a) { return depth(a, a[0]); }

// CHECK-DAG: cycle _Z5stuckIiEiT_: no-progress argument 0
template <class T> int stuck(T n) { return n == 0 ? 0 : 1 + stuck(n); }
int use_stuck(int n) { return stuck(n); }

// Each instance calls another one, and the last none.
// CHECK-NOT: cycle {{.*}}levels
template <int N> int levels(int n) { if constexpr (N == 0) return n; else return levels<N - 1>(n + 1); }
int use_levels() { return levels<20>(0); }

struct Counted {
  int n;
  // CHECK-DAG: cycle _ZNK7CountedclEi: unbounded number
  int operator()(int k) const { return k <= 0 ? n : (*this)(k - 1); }
};
int use_counted(Counted c, int k) { return c(k); }

struct Value {
  virtual ~Value();
  Value *child;
  // A call of its own class on purpose is no virtual call.
  // CHECK-DAG: cycle _ZN5Value4sizeEv: unbounded structure
  virtual int size();
};
int Value::size() { return child ? 1 + child->Value::size() : 0; }

// A lambda that is given to itself.
// CHECK-DAG: cycle {{.*}}self{{.*}}: unbounded number
int self(int n) {
  auto f = [](auto &&me, int k) -> int { return k <= 0 ? 0 : 1 + me(me, k - 1); };
  return f(f, n);
}
// CHECK-DAG: cycle _Z6nestedP4Nodei: guarded
int nested(Node *n, int d) {
  if (!n || d > 30)
    throw 1;
  return nested(n->next.p, d + 1);
}
// CHECK-DAG: cycle _Z8catchingP4Node: unbounded structure
int catching(Node *n) {
  try {
    return n ? 1 + catching(n->next.p) : 0;
  } catch (int) {
    return 0;
  }
}
