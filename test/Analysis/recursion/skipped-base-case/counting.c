// The base case is one value, and counting can miss it. The value in the label is
// one from which it does.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

int use(int);
struct tree { struct tree *left; };

// CHECK: cycle signed_start: skipped-base-case argument 0 from -1
int signed_start(int n) { return n == 0 ? 1 : n * signed_start(n - 1); }
// CHECK: cycle not_zero: skipped-base-case argument 0 from -1
int not_zero(int n) {
  if (n)
    return 1 + not_zero(n - 1);
  return 0;
}
// CHECK: cycle less_equal: unbounded number
int less_equal(int n) { return n <= 0 ? 1 : n * less_equal(n - 1); }
// CHECK: cycle unsigned_start: unbounded number
unsigned unsigned_start(unsigned n) { return n == 0 ? 1 : n * unsigned_start(n - 1); }
// CHECK: cycle base_one: skipped-base-case argument 0 from 0
unsigned base_one(unsigned n) { return n == 1 ? 1 : n * base_one(n - 1); }
// CHECK: cycle two_steps: skipped-base-case argument 0 from 1
unsigned two_steps(unsigned n) { return n == 0 ? 1 : n * two_steps(n - 2); }
// CHECK: cycle two_steps_two_bases: unbounded number
unsigned two_steps_two_bases(unsigned n) { return n == 0 || n == 1 ? 1 : n * two_steps_two_bases(n - 2); }
// CHECK: cycle two_steps_ordered: unbounded number
int two_steps_ordered(int n) { return n <= 0 ? 1 : n * two_steps_ordered(n - 2); }
// CHECK: cycle fibonacci_equal: skipped-base-case argument 0 from -1
int fibonacci_equal(int n) {
  if (n == 0)
    return 0;
  if (n == 1)
    return 1;
  return fibonacci_equal(n - 1) + fibonacci_equal(n - 2);
}
// CHECK: cycle fibonacci_unsigned: unbounded number
unsigned fibonacci_unsigned(unsigned n) {
  if (n == 0)
    return 0;
  if (n == 1)
    return 1;
  return fibonacci_unsigned(n - 1) + fibonacci_unsigned(n - 2);
}
// CHECK: cycle upwards: skipped-base-case argument 0 from 11
int upwards(int n) { return n == 10 ? 0 : 1 + upwards(n + 1); }
// CHECK: cycle upwards_ordered: guarded
int upwards_ordered(int n) { return n >= 10 ? 0 : 1 + upwards_ordered(n + 1); }
// CHECK: cycle upwards_three: skipped-base-case argument 0
int upwards_three(int n) { return n == 10 ? 0 : 1 + upwards_three(n + 3); }
// CHECK: cycle wrong_way: skipped-base-case argument 0 from
int wrong_way(int n) { return n > 100 ? 0 : 1 + wrong_way(n - 1); }
// CHECK: cycle switch_base: skipped-base-case argument 0
int switch_base(int n) {
  switch (n) {
  case 0:
    return 1;
  case 1:
    return 2;
  default:
    return switch_base(n - 1) + switch_base(n - 2);
  }
}
// CHECK: cycle is_odd is_even: skipped-base-case argument 0 from -1
int is_odd(int n);
int is_even(int n) { return n == 0 ? 1 : is_odd(n - 1); }
int is_odd(int n) { return n == 0 ? 0 : is_even(n - 1); }
// Something else ends it, too.
// CHECK: cycle with_tree: guarded
int with_tree(struct tree *t, int depth) {
  if (!t || depth == 0)
    return 0;
  return 1 + with_tree(t->left, depth - 1);
}
// CHECK: cycle with_condition: guarded
int with_condition(int n) {
  if (n == 0 || use(n))
    return 0;
  return with_condition(n - 1);
}
// CHECK: cycle power: skipped-base-case argument 1 from -1
int power(int x, int n) { return n == 0 ? 1 : x * power(x, n - 1); }
// CHECK: cycle wide: skipped-base-case argument 0 from -1
long wide(long n) { return n == 0 ? 0 : 1 + wide(n - 1); }
// CHECK: cycle hanoi: skipped-base-case argument 0 from -1
int hanoi(int n, int from, int to, int over) {
  if (n == 0)
    return 0;
  return hanoi(n - 1, from, over, to) + 1 + hanoi(n - 1, over, to, from);
}
// A counter of eight bits comes round.
// CHECK: cycle narrow: bounded(256)
int narrow(unsigned char n) { return n == 3 ? 0 : 1 + narrow(n - 1); }
// Its only caller starts above.
static int started(int n) { return n == 0 ? 0 : 1 + started(n - 1); }
int start(void) { return started(12); }
static int started_below(int n) { return n == 0 ? 0 : 1 + started_below(n - 1); }
int start_below(int n) { return started_below(n); }
// CHECK: cycle started: bounded(13)
// CHECK: cycle started_below: skipped-base-case argument 0 from -1
// CHECK: cycle asserted: unbounded number
void __assert_fail(const char *, const char *, unsigned, const char *) __attribute__((noreturn));
int asserted(int n) {
  if (n < 0)
    __assert_fail("n >= 0", "a.c", 1, "asserted");
  return n == 0 ? 0 : 1 + asserted(n - 1);
}
// CHECK: cycle exits_below: unbounded number
void exit(int) __attribute__((noreturn));
int exits_below(int n) {
  if (n < 0)
    exit(1);
  return n == 0 ? 0 : 1 + exits_below(n - 1);
}
// CHECK: cycle last_digit: skipped-base-case argument 0
int last_digit(int n) { return n == 5 ? 1 : last_digit(n - 10); }
// CHECK: cycle with_accumulator: skipped-base-case argument 0 from -1
int with_accumulator(int n, int product) { return n == 0 ? product : with_accumulator(n - 1, n * product); }
