// Guards as objects: their constructors raise and test, their destructors lower.

// RUN: %clangxx -std=c++17 -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clangxx -std=c++17 -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
struct Tree { Tree *left, *right; int value; };
struct Parser {
  const char *at; int depth; int limit; bool failed;
  int parse_throw(); int parse_flag(); int parse_bool(); int parse_error(); int parse_reference(); int parse_lambda();
};
struct TooDeep {};

struct ThrowingGuard {
  Parser &p;
  explicit ThrowingGuard(Parser &p) : p(p) { if (++p.depth > 100) { --p.depth; throw TooDeep(); } }
  ~ThrowingGuard() { --p.depth; }
};
// CHECK: cycle _ZN6Parser11parse_throwEv: guarded
int Parser::parse_throw() {
  ThrowingGuard guard(*this);
  if (*at++ != '(') return 0;
  return parse_throw() + 1;
}
struct FlagGuard {
  Parser &p; bool ok;
  explicit FlagGuard(Parser &p) : p(p), ok(p.depth < p.limit) { ++p.depth; }
  ~FlagGuard() { --p.depth; }
};
// CHECK: cycle _ZN6Parser10parse_flagEv: guarded
int Parser::parse_flag() {
  FlagGuard guard(*this);
  if (!guard.ok) return -1;
  if (*at++ != '(') return 0;
  return parse_flag() + 1;
}
struct BoolGuard {
  int &depth;
  explicit BoolGuard(int &depth) : depth(depth) { ++depth; }
  ~BoolGuard() { --depth; }
  explicit operator bool() const { return depth <= 64; }
};
// CHECK: cycle _ZN6Parser10parse_boolEv: guarded
int Parser::parse_bool() {
  BoolGuard guard(depth);
  if (!guard) return -1;
  if (*at++ != '(') return 0;
  return parse_bool() + 1;
}
// CHECK: cycle _ZN6Parser11parse_errorEv: guarded
int Parser::parse_error() {
  if (depth > 100) throw TooDeep();
  if (*at++ != '(') return 0;
  ++depth;
  int r = parse_error();
  --depth;
  return r;
}
// CHECK: cycle _ZN6Parser15parse_referenceEv: guarded
int Parser::parse_reference() {
  int &d = depth;
  if (d >= limit || *at++ != '(') return 0;
  BoolGuard guard(d);
  return parse_reference() + 1;
}
static thread_local int nesting;
struct Nesting { Nesting() { ++nesting; } ~Nesting() { --nesting; } };
// CHECK: cycle _Z9thread_ofP4Tree: guarded
int thread_of(Tree *t) {
  if (nesting > 40) throw TooDeep();
  Nesting n;
  return t ? thread_of(t->left) + thread_of(t->right) : 0;
}
int default_of(Tree *t, int depth = 0);
// CHECK: cycle _Z10default_ofP4Treei: guarded
int default_of(Tree *t, int depth) { return t && depth < 9 ? default_of(t->left, depth + 1) : 0; }
