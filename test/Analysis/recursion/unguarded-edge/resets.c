// A guard ends all circuits but those on which it starts anew.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct token { struct token *in, *next; int kind; };

// CHECK: cycle loop range: unguarded-edge structure argument 1 of 'range'
int loop(struct token *t);
int range(struct token *t, int depth) {
  if (depth < 0)
    return 0;
  int r = 0;
  for (; t; t = t->next)
    r += t->kind ? range(t->in, depth - 1) : loop(t);
  return r;
}
int loop(struct token *t) { return t->in ? range(t->in, 20) : 0; }

// It is handed on.
// CHECK: cycle ranges: guarded
int loops(struct token *t, int depth);
int ranges(struct token *t, int depth) {
  if (depth < 0)
    return 0;
  int r = 0;
  for (; t; t = t->next)
    r += t->kind ? ranges(t->in, depth - 1) : loops(t, depth);
  return r;
}
int loops(struct token *t, int depth) {
  return t->in ? ranges(t->in, depth - 1) : 0;
}
