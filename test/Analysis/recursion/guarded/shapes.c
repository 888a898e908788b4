// Limits that are neither a plain comparison nor a plain constant.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int value; };

// CHECK: cycle by_case: bounded(5)
int by_case(struct tree *t, unsigned level) {
  if (!t)
    return 0;
  switch (level) {
  case 0: case 1: case 2: case 3:
    return by_case(t->left, level + 1);
  default:
    return 0;
  }
}
// The value that ends it is passed by.
// CHECK: cycle by_default: unbounded structure
int by_default(struct tree *t, int level) {
  if (!t)
    return 0;
  switch (level) {
  case 3: case 5:
    return 0;
  default:
    return by_default(t->left, level + 7);
  }
}
// CHECK: cycle masked: bounded(17)
int masked(struct tree *t, unsigned level) {
  return t && !(level & ~15u) ? masked(t->left, level + 1) : 0;
}
// These bits come and go.
// CHECK: cycle lower_bits: unbounded structure
int lower_bits(struct tree *t, unsigned level) {
  return t && !(level & 48u) ? lower_bits(t->left, level + 1) : 0;
}
// CHECK: cycle clamped: guarded
int clamped(struct tree *t, int level, int most) {
  if (most > 100)
    most = 100;
  if (!t || level >= most)
    return 0;
  return clamped(t->left, level + 1, most);
}
// The limit rises as well.
// CHECK: cycle rising: unbounded structure
int rising(struct tree *t, int level, int most) {
  if (!t || level >= most)
    return 0;
  return rising(t->left, level + 1, most + 1);
}
// CHECK: cycle shifted: bounded(66)
int shifted(struct tree *t, unsigned long mask) {
  return t && mask ? shifted(t->left, mask << 1) : 0;
}
// A bit comes in with each that goes out.
// CHECK: cycle shifted_in: unbounded structure
int shifted_in(struct tree *t, unsigned long mask) {
  return t && mask ? shifted_in(t->left, mask << 1 | 1) : 0;
}
