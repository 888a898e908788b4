// A recursion whose condition reads only arguments that it passes on as they
// are: it recurses for ever once it recurses at all. Near misses change what the
// condition reads, or leave in between.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "


int use(int);
void exit(int) __attribute__((noreturn));
int printf(const char *, ...);

// CHECK: cycle unchanged_guard: no-progress argument 0 from 1
int unchanged_guard(int n) {
  if (n == 0)
    return 0;
  return unchanged_guard(n) + 1;
}
// CHECK: cycle loop_return: no-progress argument 0 from 0
void loop_return(int i) {
  while (1) {
    if (i)
      return;
    loop_return(i);
  }
}
// CHECK: cycle less_than: no-progress argument 0
int less_than(int n) { return n < 10 ? less_than(n) : n; }
// CHECK: cycle other_changes: no-progress argument 0
int other_changes(int n, int sum) {
  if (n <= 0)
    return sum;
  return other_changes(n, sum + n);
}
// CHECK: cycle changes_other: unbounded
int changes_other(int n, int sum) {
  if (n <= 0)
    return sum;
  return changes_other(n - 1, sum + n);
}
// CHECK: cycle two_arguments: no-progress argument
int two_arguments(int low, int high) {
  if (low == high)
    return 0;
  return 1 + two_arguments(low, high);
}
// CHECK: cycle one_of_two_moves: unbounded
int one_of_two_moves(int low, int high) {
  if (low >= high)
    return 0;
  return 1 + one_of_two_moves(low + 1, high);
}
// CHECK: cycle swaps_back: no-progress argument
int swaps_back(int a, int b) {
  if (a > 100 || b > 100)
    return a;
  return swaps_back(b, a);
}
// CHECK: cycle negates: no-progress argument 0 from 1
int negates(int n) { return n == 0 ? 0 : negates(-n); }
// CHECK: cycle null_pointer: no-progress
int null_pointer(const char *s) {
  if (!s)
    return 0;
  return 1 + null_pointer(s);
}
// CHECK: cycle wrong_pointer: no-progress argument 0 from null
int wrong_pointer(const char *s) {
  if (s)
    return *s;
  return wrong_pointer(s);
}
// CHECK: cycle next_pointer: unbounded
int next_pointer(const char *s) {
  if (!*s)
    return 0;
  return 1 + next_pointer(s + 1);
}
// CHECK: cycle prints_on_the_way: no-progress argument 0
void prints_on_the_way(int n) {
  if (n < 0)
    return;
  printf("%d\n", n);
  prints_on_the_way(n);
}
// An unknown function may end the program, or throw.
// CHECK: cycle unknown_on_the_way: unknown
void unknown_on_the_way(int n) {
  if (n < 0)
    return;
  use(n);
  unknown_on_the_way(n);
}
// CHECK: cycle exits_on_the_way: unknown
void exits_on_the_way(int n) {
  if (n < 0)
    return;
  if (use(n))
    exit(1);
  exits_on_the_way(n);
}
// CHECK: cycle result_decides: unknown
int result_decides(int n) {
  if (use(n) == 0)
    return 0;
  return result_decides(n);
}
// CHECK: cycle switch_case: no-progress argument 0
int switch_case(int kind) {
  switch (kind) {
  case 1:
    return 10;
  case 2:
    return switch_case(kind);
  default:
    return 0;
  }
}
// The other case is no case of this one.
// CHECK: cycle switch_other_case: bounded(2)
int switch_other_case(int kind) {
  switch (kind) {
  case 1:
    return 10;
  case 2:
    return switch_other_case(1);
  default:
    return 0;
  }
}
// CHECK: cycle both_cases: no-progress argument 0 from 1
int both_cases(int kind) {
  switch (kind) {
  case 1:
    return both_cases(2);
  case 2:
    return both_cases(1);
  default:
    return 0;
  }
}
// CHECK: cycle mask: no-progress argument 0
int mask(unsigned flags) {
  if (!(flags & 4))
    return 0;
  return mask(flags | 4);
}
// CHECK: cycle shadowed: no-progress argument 0
int shadowed(int n) {
  if (n > 3) {
    int less = n - 1;
    (void)less;
    return shadowed(n);
  }
  return 0;
}
// CHECK: cycle first_of_two_calls: no-progress argument 0
int first_of_two_calls(int n) {
  if (n <= 1)
    return 1;
  return first_of_two_calls(n) + first_of_two_calls(n - 1);
}
// CHECK: cycle second_of_two_calls: no-progress argument 0
int second_of_two_calls(int n) {
  if (n <= 1)
    return 1;
  return second_of_two_calls(n - 1) + second_of_two_calls(n);
}
// CHECK: cycle both_step: unbounded
int both_step(int n) {
  if (n <= 1)
    return 1;
  return both_step(n - 1) + both_step(n - 2);
}
// CHECK: cycle zero_divides: no-progress argument 0
unsigned zero_divides(unsigned n) {
  if (n > 100)
    return n;
  return zero_divides(n / 1);
}
// CHECK: cycle adds_zero: no-progress argument 0
int adds_zero(int n, int step) {
  if (n >= 10)
    return n;
  return adds_zero(n + 0, step);
}
// CHECK: cycle fixpoint: no-progress argument 0 from 0
unsigned fixpoint(unsigned n) {
  if (n == 1)
    return 0;
  return 1 + fixpoint(n / 2);
}
// CHECK: cycle halves_to_zero: bounded(34)
unsigned halves_to_zero(unsigned n) {
  if (n == 0)
    return 0;
  return 1 + halves_to_zero(n / 2);
}
// CHECK: cycle wide: no-progress argument 0
long long wide(long long n) { return n > 5000000000 ? 1 + wide(n) : 0; }
// CHECK: cycle flag: no-progress argument 1
int flag(int n, _Bool again) {
  if (again)
    return flag(n + 1, again);
  return n;
}
// CHECK: cycle flag_cleared: bounded(2)
int flag_cleared(int n, _Bool again) {
  if (again)
    return flag_cleared(n + 1, 0);
  return n;
}
// CHECK: cycle even_unchanged odd_unchanged: no-progress argument 0
int odd_unchanged(int n);
int even_unchanged(int n) { return n == 0 ? 1 : odd_unchanged(n); }
int odd_unchanged(int n) { return n == 0 ? 0 : even_unchanged(n); }
// The two conditions exclude each other.
// CHECK: cycle small_only large_only: unknown
int large_only(int n);
int small_only(int n) { return n < 10 ? large_only(n) : 1; }
int large_only(int n) { return n > 20 ? small_only(n) : 0; }
// CHECK: cycle three_a three_b three_c: no-progress argument 0
int three_b(int n, int k), three_c(int k, int n);
int three_a(int n) { return n ? three_b(n, 7) : 0; }
int three_b(int n, int k) { return k ? three_c(k, n) : 0; }
int three_c(int k, int n) { return three_a(n) + k; }
// CHECK: cycle four_a four_b four_c: unbounded
int four_b(unsigned n, int k), four_c(int k, unsigned n);
int four_a(unsigned n) { return n ? four_b(n, 7) : 0; }
int four_b(unsigned n, int k) { return k ? four_c(k, n - 1) : 0; }
int four_c(int k, unsigned n) { return four_a(n) + k; }
// A loop in front may be where it stays.
// CHECK: cycle loops_first: unknown
int loops_first(int n, volatile int *p) {
  while (*p)
    ;
  return n ? loops_first(n, p) : 0;
}
// CHECK: cycle for_empty: no-progress argument 0
void for_empty(int n) {
  for (;;) {
    if (n > 3)
      break;
    for_empty(n);
  }
}
// CHECK: cycle do_while: no-progress argument 0
int do_while(int n) {
  do {
    if (n == 7)
      return 1;
  } while (do_while(n));
  return 0;
}
// CHECK: cycle conditional_chain: no-progress argument
int conditional_chain(int a, int b) {
  if (a < 5 && b > 5)
    return conditional_chain(a, b);
  return 0;
}
// The conditions contradict each other: it never recurses.
// CHECK-NOT: cycle contradiction:
int contradiction(int a) {
  if (a > 5) {
    use(1);
    if (a < 3)
      return contradiction(a);
  }
  return 0;
}
// CHECK: cycle by_value: no-progress argument 0
struct pair { int a, b; };
int by_value(struct pair p) {
  if (p.a == 0)
    return 0;
  return by_value(p);
}
// CHECK: cycle asserts: no-progress argument 0
void __assert_fail(const char *, const char *, unsigned, const char *) __attribute__((noreturn));
int asserts(int n, int *p) {
  if (!p)
    __assert_fail("p", "a.c", 1, "asserts");
  return n == 0 ? 0 : asserts(n, p);
}
