// The depth of these is proven, in frames.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int value; };
int use(int);
// CHECK: cycle euclid: bounded(51)
unsigned euclid(unsigned a, unsigned b) { return b ? euclid(b, a % b) : a; }
// CHECK: cycle euclid_signed: bounded(51)
int euclid_signed(int a, int b) { return b == 0 ? a : euclid_signed(b, a % b); }
// CHECK: cycle euclid_wide: bounded(99)
unsigned long euclid_wide(unsigned long a, unsigned long b) { return b ? euclid_wide(b, a % b) : a; }
// CHECK: cycle digits: bounded(13)
int digits(unsigned n) { return n < 10 ? 1 : 1 + digits(n / 10); }
// CHECK: cycle print_number: bounded(13)
void print_number(int n) {
  if (n / 10)
    print_number(n / 10);
  use(n % 10);
}
// CHECK: cycle bits: bounded(34)
int bits(unsigned n) { return n ? (n & 1) + bits(n >> 1) : 0; }
// A negative number stays negative.
// CHECK: cycle bits_signed: no-progress argument 0 from -1
int bits_signed(int n) { return n ? (n & 1) + bits_signed(n >> 1) : 0; }
// CHECK: cycle lowest_bit: bounded(34)
int lowest_bit(unsigned n) { return n ? 1 + lowest_bit(n & (n - 1)) : 0; }
// CHECK: cycle power: bounded(34)
int power(int x, unsigned n) {
  if (n == 0)
    return 1;
  int half = power(x, n / 2);
  return n % 2 ? x * half * half : half * half;
}
// CHECK: cycle byte: bounded(256)
int byte(unsigned char n) { return n ? 1 + byte(n - 1) : 0; }
// CHECK: cycle byte_up: bounded(256)
int byte_up(unsigned char n) { return n < 255 ? 1 + byte_up(n + 1) : 0; }
// CHECK: cycle once_more: bounded(2)
int once_more(struct tree *t, int retry) {
  if (!use(t->value) && retry)
    return once_more(t, 0);
  return 1;
}
// CHECK: cycle unsigned_depth: bounded(102)
int unsigned_depth(struct tree *t, unsigned depth) {
  if (!t || depth > 100)
    return 0;
  return unsigned_depth(t->left, depth + 1);
}
// CHECK: cycle unsigned_depth_before: bounded(103)
int unsigned_depth_before(struct tree *t, unsigned depth) {
  if (!t || ++depth > 100)
    return 0;
  return unsigned_depth_before(t->left, depth);
}
static int inner(struct tree *t, int depth) {
  if (!t || depth >= 20)
    return 0;
  return inner(t->left, depth + 1) + inner(t->right, depth + 1);
}
int outer(struct tree *t) { return inner(t, 0); }
// CHECK: cycle inner: bounded(21)
static int from_either(int n) { return n > 0 ? 1 + from_either(n - 1) : 0; }
int either(int c) { return c ? from_either(5) : from_either(9); }
// CHECK: cycle from_either: bounded(10)
static int from_unknown(int n) { return n > 0 ? 1 + from_unknown(n - 1) : 0; }
int unknown_start(int c) { return from_unknown(c); }
// CHECK: cycle from_unknown: unbounded number
static int depth;
// CHECK: cycle with_global: bounded(53)
int with_global(struct tree *t) {
  if (!t)
    return 0;
  if (++depth > 50) {
    depth--;
    return -1;
  }
  int n = with_global(t->left) + with_global(t->right);
  depth--;
  return n;
}
// CHECK: cycle states_a states_b: bounded(4)
int states_b(int s);
int states_a(int s) {
  switch (s) {
  case 0:
    return states_b(1);
  case 2:
    return states_b(3);
  default:
    return 0;
  }
}
int states_b(int s) { return s == 1 ? states_a(2) : 0; }
