// More that stays as it is, and the same where something moves.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct list { struct list *next; int value; };
int table[16];

// CHECK: cycle same_list: no-progress
int same_list(struct list *l) { return l ? 1 + same_list(l) : 0; }
// CHECK: cycle same_index: no-progress
int same_index(const int *a, int i, int n) { return i < n ? a[i] + same_index(a, i, n) : 0; }
// CHECK: cycle same_value: no-progress
int same_value(int n) { if (table[3] > 0) return same_value(n + 1); return n; }
// CHECK: cycle swap_twice: no-progress
int swap_twice(int a, int b) { return a == b ? a : swap_twice(b, a); }
// CHECK: cycle stays_a stays_b: no-progress
int stays_b(int n);
int stays_a(int n) { return n > 4 ? stays_b(n) : 0; }
int stays_b(int n) { return stays_a(n) + 1; }
// CHECK: cycle times_one: no-progress
int times_one(int n) { return n > 4 ? times_one(n * 1) : 0; }
// CHECK: cycle back_and_forth: no-progress
int back_and_forth(int n) { return n == 5 ? back_and_forth(6) : n == 6 ? back_and_forth(5) : 0; }
// CHECK: cycle one_of_two: no-progress argument 0 from
int one_of_two(int n) { if (n == 5 || n == 6) return one_of_two(n ^ 3) + 1; return 0; }
// CHECK: cycle next_list: unbounded structure
int next_list(struct list *l) { return l ? 1 + next_list(l->next) : 0; }
// CHECK: cycle next_index: unbounded number
int next_index(const int *a, int i, int n) { return i < n ? a[i] + next_index(a, i + 1, n) : 0; }
