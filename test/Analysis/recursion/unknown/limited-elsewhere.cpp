// Objects that carry a depth, and containers that hold what is open.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct Tree { Tree *left, *right; int value; };
template <class T> struct List {
  T *begin, *end;
  unsigned long size() const { return end - begin; }
  void push_back(T);
  void pop_back();
};
struct String {
  unsigned long length() const;
  String(const String &);
  ~String();
};
String operator+(const String &, char);

struct Scope {
  int level;
  Scope(Scope *above) : level(above ? above->level + 1 : 0) {
    if (level > 64)
      throw 1;
  }
};
// CHECK: cycle _Z6scopedP4TreeP5Scope: unknown structure a depth that objects carry may limit it
int scoped(Tree *t, Scope *s) {
  if (!t)
    return 0;
  Scope inner(s);
  return scoped(t->left, &inner);
}
struct Loose {
  int level;
  Loose(Loose *above) : level(above ? above->level + 1 : 0) {}
};
// CHECK: cycle _Z5looseP4TreeP5Loose: unbounded structure
int loose(Tree *t, Loose *s) {
  if (!t)
    return 0;
  Loose inner(s);
  return loose(t->left, &inner);
}

struct Parser {
  const char *at;
  List<int> open, done;
  int limited();
  int other();
  int pairs();
};
// CHECK: cycle _ZN6Parser7limitedEv: unknown input the size of a container may limit it
int Parser::limited() {
  if (open.size() > 100)
    return -1;
  open.push_back(*at);
  int r = 0;
  while (*at++ == '(')
    r += limited();
  open.pop_back();
  return r;
}
// Another one than is tested grows.
// CHECK: cycle _ZN6Parser5otherEv: unbounded input
int Parser::other() {
  if (open.size() > 100)
    return -1;
  done.push_back(*at);
  return *at++ == '(' ? other() : 0;
}
// It asks how many there are.
// CHECK: cycle _ZN6Parser5pairsEv: unbounded input
int Parser::pairs() {
  if (open.size() > 2)
    return -1;
  open.push_back(*at);
  return *at++ == '(' ? pairs() : 0;
}

// CHECK: cycle _Z4pathP4Tree6String: unknown structure the size of a container may limit it
int path(Tree *t, String s) {
  if (!t || s.length() > 200)
    return 0;
  return path(t->left, s + 'l') + path(t->right, s + 'r');
}
// CHECK: cycle _Z4sameP4Tree6String: unbounded structure
int same(Tree *t, String s) {
  if (!t || s.length() > 200)
    return 0;
  return same(t->left, s);
}
