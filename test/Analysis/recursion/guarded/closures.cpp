// Depth in a variable that a lambda refers to, and behind many getters.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct Node { Node **kids; int count, value; };

template <class F> void forEach(Node *n, F f) {
  for (int i = 0; i < n->count; i++)
    f(n->kids[i]);
}
template <class F> bool findIf(Node **from, Node **to, F &f) {
  for (; from != to; ++from)
    if (f(*from))
      return true;
  return false;
}
template <class F> bool anyOf(Node **from, Node **to, F f) {
  return findIf(from, to, f);
}

// CHECK: cycle _Z4eachP4Nodei {{.*}}: guarded argument 1 of '_Z4eachP4Nodei'
void each(Node *n, int depth) {
  if (depth > 20)
    return;
  forEach(n, [&](Node *kid) { each(kid, depth + 1); });
}
// It counts and does not test.
// CHECK: cycle _Z10each_looseP4Nodei {{.*}}: unbounded structure
void each_loose(Node *n, int depth) {
  forEach(n, [&](Node *kid) { each_loose(kid, depth + 1); });
}
// It tests and does not count.
// CHECK: cycle _Z9each_sameP4Nodei {{.*}}: unbounded structure
void each_same(Node *n, int depth) {
  if (depth > 20)
    return;
  forEach(n, [&](Node *kid) { each_same(kid, depth); });
}
// CHECK: cycle _Z3anyP4Nodei {{.*}}: guarded argument 1 of '_Z3anyP4Nodei'
bool any(Node *n, int depth) {
  return depth <= 20 &&
         anyOf(n->kids, n->kids + n->count,
               [&](Node *kid) { return kid->value || any(kid, depth + 1); });
}
// The lambda comes back in an object, as two values.
template <class F> struct Predicate {
  F f;
  bool operator()(Node *n) { return f(n); }
};
template <class F> Predicate<F> makePredicate(F f) { return Predicate<F>{f}; }
// Its functions come in another order, as those of classes do.
struct Finder {
  // CHECK-DAG: cycle {{.*}}_ZN6Finder4findEP4Nodei{{.*}}: guarded argument 2 of '_ZN6Finder4findEP4Nodei'
  bool find(Node *n, int depth) {
    if (depth < 0)
      return false;
    return anyOf(n->kids, n->kids + n->count, [&](Node *kid) {
      return kid->value || find(kid, depth - 1);
    });
  }
};
struct Searcher {
  // CHECK-DAG: cycle {{.*}}_ZN8Searcher6searchEP4Nodei{{.*}}: guarded argument 2 of '_ZN8Searcher6searchEP4Nodei'
  bool search(Node *n, int depth) {
    if (depth < 0)
      return false;
    return anyOf(n->kids, n->kids + n->count, makePredicate([&](Node *kid) {
                   return kid->value || search(kid, depth - 1);
                 }));
  }
};
bool start(Finder &f, Node *n) { return f.find(n, 20); }
bool start(Searcher &s, Node *n) { return s.search(n, 20); }
// One way round is not counted.
// CHECK: cycle _Z6roundsP4Nodei: unbounded structure
int rounds(Node *n, int depth) {
  if (depth > 20)
    return 0;
  forEach(n, [&](Node *kid) { rounds(kid, depth + 1); });
  return n->count > 1 ? rounds(n->kids[1], depth) : 0;
}

template <class T> struct Pointer {
  struct Base {
    struct Data {
      T *Held;
      T *&head() { return Held; }
    } Stored;
    T *&get() { return Stored.head(); }
  } Held;
  T *get() { return Held.get(); }
  T *checked() { return get(); }
  T *operator->() { return checked(); }
};
struct Context { int depth; };
struct Walker {
  Pointer<Context> context;
  int walk(Node *n);
  int loose(Node *n);
};
// CHECK: cycle _ZN6Walker4walkEP4Node: guarded a counter in memory
int Walker::walk(Node *n) {
  if (context->depth >= 64)
    return 0;
  context->depth++;
  int r = n->count ? walk(n->kids[0]) : n->value;
  context->depth--;
  return r;
}
// CHECK: cycle _ZN6Walker5looseEP4Node: unbounded structure
int Walker::loose(Node *n) {
  context->depth++;
  int r = n->count ? loose(n->kids[0]) : n->value;
  context->depth--;
  return r;
}
