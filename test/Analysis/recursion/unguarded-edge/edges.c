// A guard covers some circuits, and one call goes round it.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right, *other; int value; };
struct parser { const char *at; int depth; };

// CHECK: cycle one_of_two: unguarded-edge structure
int one_of_two(struct tree *t, int depth) {
  if (!t)
    return 0;
  int n = one_of_two(t->right, depth);
  if (depth < 100)
    n += one_of_two(t->left, depth + 1);
  return n;
}
// CHECK: cycle both: guarded
int both(struct tree *t, int depth) {
  if (!t || depth >= 100)
    return 0;
  return both(t->right, depth + 1) + both(t->left, depth + 1);
}
// The test comes after the call.
// CHECK: cycle late_test: unguarded-edge
int late_test(struct tree *t, int depth) {
  if (!t)
    return 0;
  int n = late_test(t->right, depth + 1);
  if (depth < 100)
    n += late_test(t->left, depth + 1);
  return n;
}
// CHECK: cycle not_raised: unguarded-edge
int not_raised(struct tree *t, int depth) {
  if (!t || depth >= 100)
    return 0;
  return not_raised(t->left, depth + 1) + not_raised(t->other, depth);
}
// CHECK: cycle value: unguarded-edge input
int array(struct parser *p);
int value(struct parser *p) {
  if (*p->at == '[')
    return array(p);
  if (*p->at == '-') {
    p->at++;
    return -value(p);
  }
  return *p->at++;
}
int array(struct parser *p) {
  if (p->depth > 100)
    return -1;
  p->depth++;
  p->at++;
  int r = 0;
  while (*p->at != ']' && r >= 0)
    r = value(p);
  p->depth--;
  return r;
}
// CHECK: cycle member list: unguarded-edge
int list(struct parser *p);
int object(struct parser *p);
int member(struct parser *p) {
  switch (*p->at++) {
  case '[':
    return list(p);
  case '{':
    return object(p);
  default:
    return 0;
  }
}
int list(struct parser *p) {
  int r = 0;
  while (*p->at != ']' && !r)
    r = member(p);
  return r;
}
int object(struct parser *p) {
  if (++p->depth > 50)
    return -1;
  int r = member(p);
  p->depth--;
  return r;
}
// CHECK: cycle mixed: unguarded-edge
int mixed(struct tree *t, unsigned depth) {
  if (!t)
    return 0;
  if (t->value == 1)
    return mixed(t->other, depth);
  if (depth >= 32)
    return -1;
  return mixed(t->left, depth + 1);
}
// CHECK: cycle all_of_three: bounded
int all_of_three(struct tree *t, unsigned depth) {
  if (!t)
    return 0;
  if (depth >= 32)
    return -1;
  if (t->value == 1)
    return all_of_three(t->other, depth + 1);
  return all_of_three(t->left, depth + 2);
}
