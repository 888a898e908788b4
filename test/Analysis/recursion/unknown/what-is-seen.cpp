// Containers of what has been come by.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

template <class A, class B> struct Pair { A first; B second; };
template <class T> struct Set {
  Set();
  Set(const Set &);
  ~Set();
  Pair<T *, bool> insert(const T &);
  unsigned long count(const T &) const;
};
template <class T> struct List {
  struct It { T *at; bool operator!=(const It &) const; };
  It begin() const;
  It end() const;
  void push_back(const T &);
  void pop_back();
};
template <class T> typename List<T>::It find(typename List<T>::It,
                                             typename List<T>::It, const T &);
struct Bits {
  struct Bit {
    unsigned long *word, mask;
    operator bool() const;
    Bit &operator=(bool);
  };
  Bit operator[](unsigned);
};
struct Node { Node **to; int count; Node *parent; };

// CHECK: cycle _Z8insertedP4NodeR3SetIS0_E: unknown input what a container holds may limit it
void inserted(Node *n, Set<Node *> &seen) {
  if (!seen.insert(n).second)
    return;
  for (int i = 0; i < n->count; i++)
    inserted(n->to[i], seen);
}
// It does not look at what it is told.
// CHECK: cycle _Z8untestedP4NodeR3SetIS0_E: unbounded input
void untested(Node *n, Set<Node *> &seen) {
  seen.insert(n);
  for (int i = 0; i < n->count; i++)
    untested(n->to[i], seen);
}
// CHECK: cycle _Z7countedP4NodeR3SetIS0_E: unknown input what a container holds may limit it
void counted(Node *n, Set<Node *> &seen) {
  seen.insert(n);
  for (int i = 0; i < n->count; i++)
    if (!seen.count(n->to[i]))
      counted(n->to[i], seen);
}
// Noted when all is over.
// CHECK: cycle _Z10post_orderP4NodeR3SetIS0_E: unbounded input
void post_order(Node *n, Set<Node *> &seen) {
  if (seen.count(n))
    return;
  for (int i = 0; i < n->count; i++)
    post_order(n->to[i], seen);
  seen.insert(n);
}
// CHECK: cycle _Z7anotherP4NodeR3SetIS0_ES3_: unbounded input
void another(Node *n, Set<Node *> &seen, Set<Node *> &other) {
  if (seen.count(n))
    return;
  other.insert(n);
  for (int i = 0; i < n->count; i++)
    another(n->to[i], seen, other);
}
// Each level begins with an empty one.
// CHECK: cycle _Z5freshP4Node: unbounded input
void fresh(Node *n) {
  Set<Node *> seen;
  if (!seen.insert(n).second)
    return;
  for (int i = 0; i < n->count; i++)
    fresh(n->to[i]);
}
// Each level has a copy of what those above have seen.
// CHECK: cycle _Z6copiedP4Node3SetIS0_E: unknown input what a container holds may limit it
void copied(Node *n, Set<Node *> seen) {
  if (!seen.insert(n).second)
    return;
  for (int i = 0; i < n->count; i++)
    copied(n->to[i], seen);
}
// What is noted is the same for all.
// CHECK: cycle _Z4sameP4NodeS0_R3SetIS0_E: unbounded structure
void same(Node *n, Node *root, Set<Node *> &seen) {
  if (!n || !seen.count(root))
    return;
  seen.insert(root);
  same(n->parent, root, seen);
}
// CHECK: cycle _Z7on_pathP4NodeR4ListIS0_E: unknown input what a container holds may limit it
bool on_path(Node *n, List<Node *> &path) {
  if (find<Node *>(path.begin(), path.end(), n) != path.end())
    return true;
  path.push_back(n);
  for (int i = 0; i < n->count; i++)
    if (on_path(n->to[i], path))
      return true;
  path.pop_back();
  return false;
}
// By the caller, for what it calls.
// CHECK: cycle _Z6beforeP4NodeR4ListIS0_E: unknown input what a container holds may limit it
void before(Node *n, List<Node *> &path) {
  for (int i = 0; i < n->count; i++) {
    Node *next = n->to[i];
    if (find<Node *>(path.begin(), path.end(), next) != path.end())
      continue;
    path.push_back(next);
    before(next, path);
  }
}
struct Walker {
  Bits seen;
  int **to, *count;
  void walk(int n);
  void some(int n);
};
// CHECK: cycle _ZN6Walker4walkEi: unknown number what a container holds may limit it
void Walker::walk(int n) {
  if (seen[n])
    return;
  seen[n] = true;
  for (int i = 0; i < count[n]; i++)
    walk(to[n][i]);
}
// Only some are noted.
// CHECK: cycle _ZN6Walker4someEi: unbounded number
void Walker::some(int n) {
  if (seen[n])
    return;
  if (count[n] > 1)
    seen[n] = true;
  for (int i = 0; i < count[n]; i++)
    some(to[n][i]);
}
