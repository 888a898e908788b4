// Cycles of promised tail calls, of several lengths and shapes, and each with one
// call that is not promised.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

int tail_1_a_0(int n);
// CHECK: cycle tail_1_a_0: tail
int tail_1_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_1_a_0(n - 1); }
int tail_1_b_0(int n);
// CHECK: cycle tail_1_b_0: tail
int tail_1_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_1_b_0(n - 1); }
int tail_1_c_0(int n);
// CHECK: cycle tail_1_c_0: tail
int tail_1_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_1_c_0(n - 1); }
int plain_1_a_0(int n);
// CHECK: cycle plain_1_a_0: unbounded number
int plain_1_a_0(int n) { if (n <= 0) return 0; return plain_1_a_0(n - 1); }
int plain_1_b_0(int n);
// CHECK: cycle plain_1_b_0: unbounded number
int plain_1_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_1_b_0(n - 1); }
int plain_1_c_0(int n);
// CHECK: cycle plain_1_c_0: unbounded number
int plain_1_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_1_c_0(n - 1); }
int tail_2_a_0(int n);
int tail_2_a_1(int n);
// CHECK: cycle tail_2_a_0 tail_2_a_1: tail
int tail_2_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_2_a_1(n - 1); }
int tail_2_a_1(int n) { __attribute__((musttail)) return tail_2_a_0(n - 1); }
int tail_2_b_0(int n);
int tail_2_b_1(int n);
// CHECK: cycle tail_2_b_0 tail_2_b_1: tail
int tail_2_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_2_b_1(n - 1); }
int tail_2_b_1(int n) { __attribute__((musttail)) return tail_2_b_0(n - 1); }
int tail_2_c_0(int n);
int tail_2_c_1(int n);
// CHECK: cycle tail_2_c_0 tail_2_c_1: tail
int tail_2_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_2_c_1(n - 1); }
int tail_2_c_1(int n) { __attribute__((musttail)) return tail_2_c_0(n - 1); }
int plain_2_a_0(int n);
int plain_2_a_1(int n);
// CHECK: cycle plain_2_a_0 plain_2_a_1: unbounded number
int plain_2_a_0(int n) { if (n <= 0) return 0; return plain_2_a_1(n - 1); }
int plain_2_a_1(int n) { __attribute__((musttail)) return plain_2_a_0(n - 1); }
int plain_2_b_0(int n);
int plain_2_b_1(int n);
// CHECK: cycle plain_2_b_0 plain_2_b_1: unbounded number
int plain_2_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_2_b_1(n - 1); }
int plain_2_b_1(int n) { __attribute__((musttail)) return plain_2_b_0(n - 1); }
int plain_2_c_0(int n);
int plain_2_c_1(int n);
// CHECK: cycle plain_2_c_0 plain_2_c_1: unbounded number
int plain_2_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_2_c_1(n - 1); }
int plain_2_c_1(int n) { __attribute__((musttail)) return plain_2_c_0(n - 1); }
int tail_3_a_0(int n);
int tail_3_a_1(int n);
int tail_3_a_2(int n);
// CHECK: cycle tail_3_a_0 tail_3_a_1 tail_3_a_2: tail
int tail_3_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_3_a_1(n - 1); }
int tail_3_a_1(int n) { __attribute__((musttail)) return tail_3_a_2(n - 1); }
int tail_3_a_2(int n) { __attribute__((musttail)) return tail_3_a_0(n - 1); }
int tail_3_b_0(int n);
int tail_3_b_1(int n);
int tail_3_b_2(int n);
// CHECK: cycle tail_3_b_0 tail_3_b_1 tail_3_b_2: tail
int tail_3_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_3_b_1(n - 1); }
int tail_3_b_1(int n) { __attribute__((musttail)) return tail_3_b_2(n - 1); }
int tail_3_b_2(int n) { __attribute__((musttail)) return tail_3_b_0(n - 1); }
int tail_3_c_0(int n);
int tail_3_c_1(int n);
int tail_3_c_2(int n);
// CHECK: cycle tail_3_c_0 tail_3_c_1 tail_3_c_2: tail
int tail_3_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_3_c_1(n - 1); }
int tail_3_c_1(int n) { __attribute__((musttail)) return tail_3_c_2(n - 1); }
int tail_3_c_2(int n) { __attribute__((musttail)) return tail_3_c_0(n - 1); }
int plain_3_a_0(int n);
int plain_3_a_1(int n);
int plain_3_a_2(int n);
// CHECK: cycle plain_3_a_0 plain_3_a_1 plain_3_a_2: unbounded number
int plain_3_a_0(int n) { if (n <= 0) return 0; return plain_3_a_1(n - 1); }
int plain_3_a_1(int n) { __attribute__((musttail)) return plain_3_a_2(n - 1); }
int plain_3_a_2(int n) { __attribute__((musttail)) return plain_3_a_0(n - 1); }
int plain_3_b_0(int n);
int plain_3_b_1(int n);
int plain_3_b_2(int n);
// CHECK: cycle plain_3_b_0 plain_3_b_1 plain_3_b_2: unbounded number
int plain_3_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_3_b_1(n - 1); }
int plain_3_b_1(int n) { __attribute__((musttail)) return plain_3_b_2(n - 1); }
int plain_3_b_2(int n) { __attribute__((musttail)) return plain_3_b_0(n - 1); }
int plain_3_c_0(int n);
int plain_3_c_1(int n);
int plain_3_c_2(int n);
// CHECK: cycle plain_3_c_0 plain_3_c_1 plain_3_c_2: unbounded number
int plain_3_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_3_c_1(n - 1); }
int plain_3_c_1(int n) { __attribute__((musttail)) return plain_3_c_2(n - 1); }
int plain_3_c_2(int n) { __attribute__((musttail)) return plain_3_c_0(n - 1); }
int tail_4_a_0(int n);
int tail_4_a_1(int n);
int tail_4_a_2(int n);
int tail_4_a_3(int n);
// CHECK: cycle tail_4_a_0 tail_4_a_1 tail_4_a_2 tail_4_a_3: tail
int tail_4_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_4_a_1(n - 1); }
int tail_4_a_1(int n) { __attribute__((musttail)) return tail_4_a_2(n - 1); }
int tail_4_a_2(int n) { __attribute__((musttail)) return tail_4_a_3(n - 1); }
int tail_4_a_3(int n) { __attribute__((musttail)) return tail_4_a_0(n - 1); }
int tail_4_b_0(int n);
int tail_4_b_1(int n);
int tail_4_b_2(int n);
int tail_4_b_3(int n);
// CHECK: cycle tail_4_b_0 tail_4_b_1 tail_4_b_2 tail_4_b_3: tail
int tail_4_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_4_b_1(n - 1); }
int tail_4_b_1(int n) { __attribute__((musttail)) return tail_4_b_2(n - 1); }
int tail_4_b_2(int n) { __attribute__((musttail)) return tail_4_b_3(n - 1); }
int tail_4_b_3(int n) { __attribute__((musttail)) return tail_4_b_0(n - 1); }
int tail_4_c_0(int n);
int tail_4_c_1(int n);
int tail_4_c_2(int n);
int tail_4_c_3(int n);
// CHECK: cycle tail_4_c_0 tail_4_c_1 tail_4_c_2 tail_4_c_3: tail
int tail_4_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_4_c_1(n - 1); }
int tail_4_c_1(int n) { __attribute__((musttail)) return tail_4_c_2(n - 1); }
int tail_4_c_2(int n) { __attribute__((musttail)) return tail_4_c_3(n - 1); }
int tail_4_c_3(int n) { __attribute__((musttail)) return tail_4_c_0(n - 1); }
int plain_4_a_0(int n);
int plain_4_a_1(int n);
int plain_4_a_2(int n);
int plain_4_a_3(int n);
// CHECK: cycle plain_4_a_0 plain_4_a_1 plain_4_a_2 plain_4_a_3: unbounded number
int plain_4_a_0(int n) { if (n <= 0) return 0; return plain_4_a_1(n - 1); }
int plain_4_a_1(int n) { __attribute__((musttail)) return plain_4_a_2(n - 1); }
int plain_4_a_2(int n) { __attribute__((musttail)) return plain_4_a_3(n - 1); }
int plain_4_a_3(int n) { __attribute__((musttail)) return plain_4_a_0(n - 1); }
int plain_4_b_0(int n);
int plain_4_b_1(int n);
int plain_4_b_2(int n);
int plain_4_b_3(int n);
// CHECK: cycle plain_4_b_0 plain_4_b_1 plain_4_b_2 plain_4_b_3: unbounded number
int plain_4_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_4_b_1(n - 1); }
int plain_4_b_1(int n) { __attribute__((musttail)) return plain_4_b_2(n - 1); }
int plain_4_b_2(int n) { __attribute__((musttail)) return plain_4_b_3(n - 1); }
int plain_4_b_3(int n) { __attribute__((musttail)) return plain_4_b_0(n - 1); }
int plain_4_c_0(int n);
int plain_4_c_1(int n);
int plain_4_c_2(int n);
int plain_4_c_3(int n);
// CHECK: cycle plain_4_c_0 plain_4_c_1 plain_4_c_2 plain_4_c_3: unbounded number
int plain_4_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_4_c_1(n - 1); }
int plain_4_c_1(int n) { __attribute__((musttail)) return plain_4_c_2(n - 1); }
int plain_4_c_2(int n) { __attribute__((musttail)) return plain_4_c_3(n - 1); }
int plain_4_c_3(int n) { __attribute__((musttail)) return plain_4_c_0(n - 1); }
int tail_5_a_0(int n);
int tail_5_a_1(int n);
int tail_5_a_2(int n);
int tail_5_a_3(int n);
int tail_5_a_4(int n);
// CHECK: cycle tail_5_a_0 tail_5_a_1 tail_5_a_2 tail_5_a_3 tail_5_a_4: tail
int tail_5_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_5_a_1(n - 1); }
int tail_5_a_1(int n) { __attribute__((musttail)) return tail_5_a_2(n - 1); }
int tail_5_a_2(int n) { __attribute__((musttail)) return tail_5_a_3(n - 1); }
int tail_5_a_3(int n) { __attribute__((musttail)) return tail_5_a_4(n - 1); }
int tail_5_a_4(int n) { __attribute__((musttail)) return tail_5_a_0(n - 1); }
int tail_5_b_0(int n);
int tail_5_b_1(int n);
int tail_5_b_2(int n);
int tail_5_b_3(int n);
int tail_5_b_4(int n);
// CHECK: cycle tail_5_b_0 tail_5_b_1 tail_5_b_2 tail_5_b_3 tail_5_b_4: tail
int tail_5_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_5_b_1(n - 1); }
int tail_5_b_1(int n) { __attribute__((musttail)) return tail_5_b_2(n - 1); }
int tail_5_b_2(int n) { __attribute__((musttail)) return tail_5_b_3(n - 1); }
int tail_5_b_3(int n) { __attribute__((musttail)) return tail_5_b_4(n - 1); }
int tail_5_b_4(int n) { __attribute__((musttail)) return tail_5_b_0(n - 1); }
int tail_5_c_0(int n);
int tail_5_c_1(int n);
int tail_5_c_2(int n);
int tail_5_c_3(int n);
int tail_5_c_4(int n);
// CHECK: cycle tail_5_c_0 tail_5_c_1 tail_5_c_2 tail_5_c_3 tail_5_c_4: tail
int tail_5_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_5_c_1(n - 1); }
int tail_5_c_1(int n) { __attribute__((musttail)) return tail_5_c_2(n - 1); }
int tail_5_c_2(int n) { __attribute__((musttail)) return tail_5_c_3(n - 1); }
int tail_5_c_3(int n) { __attribute__((musttail)) return tail_5_c_4(n - 1); }
int tail_5_c_4(int n) { __attribute__((musttail)) return tail_5_c_0(n - 1); }
int plain_5_a_0(int n);
int plain_5_a_1(int n);
int plain_5_a_2(int n);
int plain_5_a_3(int n);
int plain_5_a_4(int n);
// CHECK: cycle plain_5_a_0 plain_5_a_1 plain_5_a_2 plain_5_a_3 plain_5_a_4: unbounded number
int plain_5_a_0(int n) { if (n <= 0) return 0; return plain_5_a_1(n - 1); }
int plain_5_a_1(int n) { __attribute__((musttail)) return plain_5_a_2(n - 1); }
int plain_5_a_2(int n) { __attribute__((musttail)) return plain_5_a_3(n - 1); }
int plain_5_a_3(int n) { __attribute__((musttail)) return plain_5_a_4(n - 1); }
int plain_5_a_4(int n) { __attribute__((musttail)) return plain_5_a_0(n - 1); }
int plain_5_b_0(int n);
int plain_5_b_1(int n);
int plain_5_b_2(int n);
int plain_5_b_3(int n);
int plain_5_b_4(int n);
// CHECK: cycle plain_5_b_0 plain_5_b_1 plain_5_b_2 plain_5_b_3 plain_5_b_4: unbounded number
int plain_5_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_5_b_1(n - 1); }
int plain_5_b_1(int n) { __attribute__((musttail)) return plain_5_b_2(n - 1); }
int plain_5_b_2(int n) { __attribute__((musttail)) return plain_5_b_3(n - 1); }
int plain_5_b_3(int n) { __attribute__((musttail)) return plain_5_b_4(n - 1); }
int plain_5_b_4(int n) { __attribute__((musttail)) return plain_5_b_0(n - 1); }
int plain_5_c_0(int n);
int plain_5_c_1(int n);
int plain_5_c_2(int n);
int plain_5_c_3(int n);
int plain_5_c_4(int n);
// CHECK: cycle plain_5_c_0 plain_5_c_1 plain_5_c_2 plain_5_c_3 plain_5_c_4: unbounded number
int plain_5_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_5_c_1(n - 1); }
int plain_5_c_1(int n) { __attribute__((musttail)) return plain_5_c_2(n - 1); }
int plain_5_c_2(int n) { __attribute__((musttail)) return plain_5_c_3(n - 1); }
int plain_5_c_3(int n) { __attribute__((musttail)) return plain_5_c_4(n - 1); }
int plain_5_c_4(int n) { __attribute__((musttail)) return plain_5_c_0(n - 1); }
int tail_6_a_0(int n);
int tail_6_a_1(int n);
int tail_6_a_2(int n);
int tail_6_a_3(int n);
int tail_6_a_4(int n);
int tail_6_a_5(int n);
// CHECK: cycle tail_6_a_0 tail_6_a_1 tail_6_a_2 tail_6_a_3 tail_6_a_4 tail_6_a_5: tail
int tail_6_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_6_a_1(n - 1); }
int tail_6_a_1(int n) { __attribute__((musttail)) return tail_6_a_2(n - 1); }
int tail_6_a_2(int n) { __attribute__((musttail)) return tail_6_a_3(n - 1); }
int tail_6_a_3(int n) { __attribute__((musttail)) return tail_6_a_4(n - 1); }
int tail_6_a_4(int n) { __attribute__((musttail)) return tail_6_a_5(n - 1); }
int tail_6_a_5(int n) { __attribute__((musttail)) return tail_6_a_0(n - 1); }
int tail_6_b_0(int n);
int tail_6_b_1(int n);
int tail_6_b_2(int n);
int tail_6_b_3(int n);
int tail_6_b_4(int n);
int tail_6_b_5(int n);
// CHECK: cycle tail_6_b_0 tail_6_b_1 tail_6_b_2 tail_6_b_3 tail_6_b_4 tail_6_b_5: tail
int tail_6_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_6_b_1(n - 1); }
int tail_6_b_1(int n) { __attribute__((musttail)) return tail_6_b_2(n - 1); }
int tail_6_b_2(int n) { __attribute__((musttail)) return tail_6_b_3(n - 1); }
int tail_6_b_3(int n) { __attribute__((musttail)) return tail_6_b_4(n - 1); }
int tail_6_b_4(int n) { __attribute__((musttail)) return tail_6_b_5(n - 1); }
int tail_6_b_5(int n) { __attribute__((musttail)) return tail_6_b_0(n - 1); }
int tail_6_c_0(int n);
int tail_6_c_1(int n);
int tail_6_c_2(int n);
int tail_6_c_3(int n);
int tail_6_c_4(int n);
int tail_6_c_5(int n);
// CHECK: cycle tail_6_c_0 tail_6_c_1 tail_6_c_2 tail_6_c_3 tail_6_c_4 tail_6_c_5: tail
int tail_6_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_6_c_1(n - 1); }
int tail_6_c_1(int n) { __attribute__((musttail)) return tail_6_c_2(n - 1); }
int tail_6_c_2(int n) { __attribute__((musttail)) return tail_6_c_3(n - 1); }
int tail_6_c_3(int n) { __attribute__((musttail)) return tail_6_c_4(n - 1); }
int tail_6_c_4(int n) { __attribute__((musttail)) return tail_6_c_5(n - 1); }
int tail_6_c_5(int n) { __attribute__((musttail)) return tail_6_c_0(n - 1); }
int plain_6_a_0(int n);
int plain_6_a_1(int n);
int plain_6_a_2(int n);
int plain_6_a_3(int n);
int plain_6_a_4(int n);
int plain_6_a_5(int n);
// CHECK: cycle plain_6_a_0 plain_6_a_1 plain_6_a_2 plain_6_a_3 plain_6_a_4 plain_6_a_5: unbounded number
int plain_6_a_0(int n) { if (n <= 0) return 0; return plain_6_a_1(n - 1); }
int plain_6_a_1(int n) { __attribute__((musttail)) return plain_6_a_2(n - 1); }
int plain_6_a_2(int n) { __attribute__((musttail)) return plain_6_a_3(n - 1); }
int plain_6_a_3(int n) { __attribute__((musttail)) return plain_6_a_4(n - 1); }
int plain_6_a_4(int n) { __attribute__((musttail)) return plain_6_a_5(n - 1); }
int plain_6_a_5(int n) { __attribute__((musttail)) return plain_6_a_0(n - 1); }
int plain_6_b_0(int n);
int plain_6_b_1(int n);
int plain_6_b_2(int n);
int plain_6_b_3(int n);
int plain_6_b_4(int n);
int plain_6_b_5(int n);
// CHECK: cycle plain_6_b_0 plain_6_b_1 plain_6_b_2 plain_6_b_3 plain_6_b_4 plain_6_b_5: unbounded number
int plain_6_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_6_b_1(n - 1); }
int plain_6_b_1(int n) { __attribute__((musttail)) return plain_6_b_2(n - 1); }
int plain_6_b_2(int n) { __attribute__((musttail)) return plain_6_b_3(n - 1); }
int plain_6_b_3(int n) { __attribute__((musttail)) return plain_6_b_4(n - 1); }
int plain_6_b_4(int n) { __attribute__((musttail)) return plain_6_b_5(n - 1); }
int plain_6_b_5(int n) { __attribute__((musttail)) return plain_6_b_0(n - 1); }
int plain_6_c_0(int n);
int plain_6_c_1(int n);
int plain_6_c_2(int n);
int plain_6_c_3(int n);
int plain_6_c_4(int n);
int plain_6_c_5(int n);
// CHECK: cycle plain_6_c_0 plain_6_c_1 plain_6_c_2 plain_6_c_3 plain_6_c_4 plain_6_c_5: unbounded number
int plain_6_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_6_c_1(n - 1); }
int plain_6_c_1(int n) { __attribute__((musttail)) return plain_6_c_2(n - 1); }
int plain_6_c_2(int n) { __attribute__((musttail)) return plain_6_c_3(n - 1); }
int plain_6_c_3(int n) { __attribute__((musttail)) return plain_6_c_4(n - 1); }
int plain_6_c_4(int n) { __attribute__((musttail)) return plain_6_c_5(n - 1); }
int plain_6_c_5(int n) { __attribute__((musttail)) return plain_6_c_0(n - 1); }
int tail_8_a_0(int n);
int tail_8_a_1(int n);
int tail_8_a_2(int n);
int tail_8_a_3(int n);
int tail_8_a_4(int n);
int tail_8_a_5(int n);
int tail_8_a_6(int n);
int tail_8_a_7(int n);
// CHECK: cycle tail_8_a_0 tail_8_a_1 tail_8_a_2 tail_8_a_3 tail_8_a_4 tail_8_a_5 tail_8_a_6 tail_8_a_7: tail
int tail_8_a_0(int n) { if (n <= 0) return 0; __attribute__((musttail)) return tail_8_a_1(n - 1); }
int tail_8_a_1(int n) { __attribute__((musttail)) return tail_8_a_2(n - 1); }
int tail_8_a_2(int n) { __attribute__((musttail)) return tail_8_a_3(n - 1); }
int tail_8_a_3(int n) { __attribute__((musttail)) return tail_8_a_4(n - 1); }
int tail_8_a_4(int n) { __attribute__((musttail)) return tail_8_a_5(n - 1); }
int tail_8_a_5(int n) { __attribute__((musttail)) return tail_8_a_6(n - 1); }
int tail_8_a_6(int n) { __attribute__((musttail)) return tail_8_a_7(n - 1); }
int tail_8_a_7(int n) { __attribute__((musttail)) return tail_8_a_0(n - 1); }
int tail_8_b_0(int n);
int tail_8_b_1(int n);
int tail_8_b_2(int n);
int tail_8_b_3(int n);
int tail_8_b_4(int n);
int tail_8_b_5(int n);
int tail_8_b_6(int n);
int tail_8_b_7(int n);
// CHECK: cycle tail_8_b_0 tail_8_b_1 tail_8_b_2 tail_8_b_3 tail_8_b_4 tail_8_b_5 tail_8_b_6 tail_8_b_7: tail
int tail_8_b_0(int n) { if (n <= 0) return 0; int m = n * 2; __attribute__((musttail)) return tail_8_b_1(n - 1); }
int tail_8_b_1(int n) { __attribute__((musttail)) return tail_8_b_2(n - 1); }
int tail_8_b_2(int n) { __attribute__((musttail)) return tail_8_b_3(n - 1); }
int tail_8_b_3(int n) { __attribute__((musttail)) return tail_8_b_4(n - 1); }
int tail_8_b_4(int n) { __attribute__((musttail)) return tail_8_b_5(n - 1); }
int tail_8_b_5(int n) { __attribute__((musttail)) return tail_8_b_6(n - 1); }
int tail_8_b_6(int n) { __attribute__((musttail)) return tail_8_b_7(n - 1); }
int tail_8_b_7(int n) { __attribute__((musttail)) return tail_8_b_0(n - 1); }
int tail_8_c_0(int n);
int tail_8_c_1(int n);
int tail_8_c_2(int n);
int tail_8_c_3(int n);
int tail_8_c_4(int n);
int tail_8_c_5(int n);
int tail_8_c_6(int n);
int tail_8_c_7(int n);
// CHECK: cycle tail_8_c_0 tail_8_c_1 tail_8_c_2 tail_8_c_3 tail_8_c_4 tail_8_c_5 tail_8_c_6 tail_8_c_7: tail
int tail_8_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; __attribute__((musttail)) return tail_8_c_1(n - 1); }
int tail_8_c_1(int n) { __attribute__((musttail)) return tail_8_c_2(n - 1); }
int tail_8_c_2(int n) { __attribute__((musttail)) return tail_8_c_3(n - 1); }
int tail_8_c_3(int n) { __attribute__((musttail)) return tail_8_c_4(n - 1); }
int tail_8_c_4(int n) { __attribute__((musttail)) return tail_8_c_5(n - 1); }
int tail_8_c_5(int n) { __attribute__((musttail)) return tail_8_c_6(n - 1); }
int tail_8_c_6(int n) { __attribute__((musttail)) return tail_8_c_7(n - 1); }
int tail_8_c_7(int n) { __attribute__((musttail)) return tail_8_c_0(n - 1); }
int plain_8_a_0(int n);
int plain_8_a_1(int n);
int plain_8_a_2(int n);
int plain_8_a_3(int n);
int plain_8_a_4(int n);
int plain_8_a_5(int n);
int plain_8_a_6(int n);
int plain_8_a_7(int n);
// CHECK: cycle plain_8_a_0 plain_8_a_1 plain_8_a_2 plain_8_a_3 plain_8_a_4 plain_8_a_5 plain_8_a_6 plain_8_a_7: unbounded number
int plain_8_a_0(int n) { if (n <= 0) return 0; return plain_8_a_1(n - 1); }
int plain_8_a_1(int n) { __attribute__((musttail)) return plain_8_a_2(n - 1); }
int plain_8_a_2(int n) { __attribute__((musttail)) return plain_8_a_3(n - 1); }
int plain_8_a_3(int n) { __attribute__((musttail)) return plain_8_a_4(n - 1); }
int plain_8_a_4(int n) { __attribute__((musttail)) return plain_8_a_5(n - 1); }
int plain_8_a_5(int n) { __attribute__((musttail)) return plain_8_a_6(n - 1); }
int plain_8_a_6(int n) { __attribute__((musttail)) return plain_8_a_7(n - 1); }
int plain_8_a_7(int n) { __attribute__((musttail)) return plain_8_a_0(n - 1); }
int plain_8_b_0(int n);
int plain_8_b_1(int n);
int plain_8_b_2(int n);
int plain_8_b_3(int n);
int plain_8_b_4(int n);
int plain_8_b_5(int n);
int plain_8_b_6(int n);
int plain_8_b_7(int n);
// CHECK: cycle plain_8_b_0 plain_8_b_1 plain_8_b_2 plain_8_b_3 plain_8_b_4 plain_8_b_5 plain_8_b_6 plain_8_b_7: unbounded number
int plain_8_b_0(int n) { if (n <= 0) return 0; int m = n * 2; return plain_8_b_1(n - 1); }
int plain_8_b_1(int n) { __attribute__((musttail)) return plain_8_b_2(n - 1); }
int plain_8_b_2(int n) { __attribute__((musttail)) return plain_8_b_3(n - 1); }
int plain_8_b_3(int n) { __attribute__((musttail)) return plain_8_b_4(n - 1); }
int plain_8_b_4(int n) { __attribute__((musttail)) return plain_8_b_5(n - 1); }
int plain_8_b_5(int n) { __attribute__((musttail)) return plain_8_b_6(n - 1); }
int plain_8_b_6(int n) { __attribute__((musttail)) return plain_8_b_7(n - 1); }
int plain_8_b_7(int n) { __attribute__((musttail)) return plain_8_b_0(n - 1); }
int plain_8_c_0(int n);
int plain_8_c_1(int n);
int plain_8_c_2(int n);
int plain_8_c_3(int n);
int plain_8_c_4(int n);
int plain_8_c_5(int n);
int plain_8_c_6(int n);
int plain_8_c_7(int n);
// CHECK: cycle plain_8_c_0 plain_8_c_1 plain_8_c_2 plain_8_c_3 plain_8_c_4 plain_8_c_5 plain_8_c_6 plain_8_c_7: unbounded number
int plain_8_c_0(int n) { if (n <= 0) return 0; if (n == 3) return 7; return plain_8_c_1(n - 1); }
int plain_8_c_1(int n) { __attribute__((musttail)) return plain_8_c_2(n - 1); }
int plain_8_c_2(int n) { __attribute__((musttail)) return plain_8_c_3(n - 1); }
int plain_8_c_3(int n) { __attribute__((musttail)) return plain_8_c_4(n - 1); }
int plain_8_c_4(int n) { __attribute__((musttail)) return plain_8_c_5(n - 1); }
int plain_8_c_5(int n) { __attribute__((musttail)) return plain_8_c_6(n - 1); }
int plain_8_c_6(int n) { __attribute__((musttail)) return plain_8_c_7(n - 1); }
int plain_8_c_7(int n) { __attribute__((musttail)) return plain_8_c_0(n - 1); }
