// More depths that are proven, and near misses that are not.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int value; };
struct tree one_tree;
int use(int);

// CHECK: cycle third: bounded(34)
int third(unsigned n) { return n ? 1 + third(n / 3) : 0; }
// CHECK: cycle hex_digits: bounded(18)
int hex_digits(unsigned long n) { return n < 16 ? 1 : 1 + hex_digits(n >> 4); }
// CHECK: cycle signed_half: bounded(34)
int signed_half(int n) { return n ? 1 + signed_half(n / 2) : 0; }
// CHECK: cycle nibble: bounded(9)
int nibble(unsigned char n) { return n ? 1 + nibble(n / 2) : 0; }
// CHECK: cycle flag: bounded(2)
int flag(struct tree *t, _Bool again) { if (!t || !again) return 0; return flag(t->left, 0); }
// 16 bits are compared as 32 are.
// CHECK: cycle short_levels: guarded
int short_levels(struct tree *t, unsigned short level) { if (!t || level >= 12) return 0; return short_levels(t->left, level + 1); }
// CHECK: cycle by_twos: bounded(12)
int by_twos(struct tree *t, unsigned level) { if (!t || level > 20) return 0; return by_twos(t->left, level + 2); }
// CHECK: cycle two_calls: bounded(9)
int two_calls(struct tree *t, unsigned level) { if (!t || level >= 8) return 0; return two_calls(t->left, level + 1) + two_calls(t->right, level + 1); }
// CHECK: cycle uneven: bounded(31)
int uneven(struct tree *t, unsigned level) { if (!t || level >= 30) return 0; return uneven(t->left, level + 1) + uneven(t->right, level + 3); }
// CHECK: cycle turn_a turn_b: bounded(11)
int turn_b(struct tree *t, unsigned level);
int turn_a(struct tree *t, unsigned level) { if (!t || level > 9) return 0; return turn_b(t->left, level + 1); }
int turn_b(struct tree *t, unsigned level) { if (!t || level > 9) return 0; return turn_a(t->right, level + 1); }
// CHECK: cycle static_down: bounded(41)
static int static_down(int n) { return n <= 0 ? 0 : 1 + static_down(n - 1); }
int use_static_down(void) { return static_down(40); }
// CHECK: cycle static_starts: bounded(27)
static int static_starts(struct tree *t, int level) { if (!t || level > 25) return 0; return static_starts(t->left, level + 1); }
int use_static_starts(struct tree *t) { return static_starts(t, 0) + static_starts(t->left, 5); }
// CHECK: cycle global_level: bounded(61)
static int at_level;
int global_level(struct tree *t) { if (!t || at_level >= 60) return 0; at_level++; int r = global_level(t->left); at_level--; return r; }
// Each thread starts where its own is.
// CHECK: cycle thread_level: guarded
static _Thread_local unsigned thread_at;
int thread_level(struct tree *t) { if (!t || thread_at > 70) return 0; ++thread_at; int r = thread_level(t->left) + thread_level(t->right); --thread_at; return r; }
// CHECK: cycle as_enum: bounded(3)
enum mode { FIRST, SECOND, LAST };
static int as_enum(struct tree *t, enum mode m) { if (m == LAST) return 1; return as_enum(t, m == FIRST ? SECOND : LAST); }
int use_as_enum(struct tree *t) { return as_enum(t, FIRST); }
// CHECK: cycle once_with: bounded(2)
int once_with(struct tree *t, struct tree *fallback) { if (t) return t->value; if (fallback) return once_with(&one_tree, 0); return 0; }
// CHECK: cycle low_bits: bounded(9)
int low_bits(unsigned char mask) { return mask ? 1 + low_bits(mask & (mask - 1)) : 0; }
// CHECK: cycle left_shift: bounded(18)
int left_shift(unsigned mask) { return mask ? 1 + left_shift(mask << 2) : 0; }
// CHECK: cycle byte_case: bounded(44)
int byte_case(signed char c) { return c > 0 ? 1 + byte_case(c - 3) : 0; }
// CHECK: cycle masked_level: bounded(65)
int masked_level(struct tree *t, unsigned level) { if (!t || level & ~63u) return 0; return masked_level(t->left, level + 1); }

// What is divided has a remainder added, so that it may never end.
// CHECK: cycle with_rest: unknown division
int with_rest(unsigned n) { return n > 1 ? with_rest(n / 2 + 1) : 0; }
// The step is nothing at times.
// CHECK: cycle by_value: unbounded structure
int by_value(struct tree *t, unsigned level) { if (!t || level >= 9) return 0; return by_value(t->left, level + t->value); }
// A caller in another file may start anywhere.
// CHECK: cycle any_start: guarded
int any_start(struct tree *t, int level) { if (!t || level > 25) return 0; return any_start(t->left, level + 1); }
// The global may be anything when it is called.
// CHECK: cycle shared_level: guarded
int shared_at;
int shared_level(struct tree *t) { if (!t || shared_at >= 60) return 0; shared_at++; int r = shared_level(t->left); shared_at--; return r; }
