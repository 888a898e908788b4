// Each base with each step, of each type; whether counting can miss the base
// follows from all three.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

// CHECK: cycle int_zero_1: skipped-base-case argument 0
int int_zero_1(int n) { return n == 0 ? 1 : n * int_zero_1(n - 1); }
// CHECK: cycle int_zero_2: skipped-base-case argument 0
int int_zero_2(int n) { return n == 0 ? 1 : n * int_zero_2(n - 2); }
// CHECK: cycle int_zero_3: skipped-base-case argument 0
int int_zero_3(int n) { return n == 0 ? 1 : n * int_zero_3(n - 3); }
// CHECK: cycle int_zero_one_1: skipped-base-case argument 0
int int_zero_one_1(int n) { return n == 0 || n == 1 ? 1 : n * int_zero_one_1(n - 1); }
// CHECK: cycle int_zero_one_2: skipped-base-case argument 0
int int_zero_one_2(int n) { return n == 0 || n == 1 ? 1 : n * int_zero_one_2(n - 2); }
// CHECK: cycle int_zero_one_3: skipped-base-case argument 0
int int_zero_one_3(int n) { return n == 0 || n == 1 ? 1 : n * int_zero_one_3(n - 3); }
// CHECK: cycle int_not_zero_1: skipped-base-case argument 0
int int_not_zero_1(int n) { return !n ? 1 : n * int_not_zero_1(n - 1); }
// CHECK: cycle int_not_zero_2: skipped-base-case argument 0
int int_not_zero_2(int n) { return !n ? 1 : n * int_not_zero_2(n - 2); }
// CHECK: cycle int_not_zero_3: skipped-base-case argument 0
int int_not_zero_3(int n) { return !n ? 1 : n * int_not_zero_3(n - 3); }
// CHECK: cycle int_five_1: skipped-base-case argument 0
int int_five_1(int n) { return n == 5 ? 1 : n * int_five_1(n - 1); }
// CHECK: cycle int_five_2: skipped-base-case argument 0
int int_five_2(int n) { return n == 5 ? 1 : n * int_five_2(n - 2); }
// CHECK: cycle int_five_3: skipped-base-case argument 0
int int_five_3(int n) { return n == 5 ? 1 : n * int_five_3(n - 3); }
// CHECK: cycle int_ordered: unbounded number
int int_ordered(int n) { return n <= 0 ? 1 : n * int_ordered(n - 3); }
// CHECK: cycle unsigned_zero_1: unbounded number
unsigned unsigned_zero_1(unsigned n) { return n == 0 ? 1 : n * unsigned_zero_1(n - 1); }
// CHECK: cycle unsigned_zero_2: skipped-base-case argument 0
unsigned unsigned_zero_2(unsigned n) { return n == 0 ? 1 : n * unsigned_zero_2(n - 2); }
// CHECK: cycle unsigned_zero_3: skipped-base-case argument 0
unsigned unsigned_zero_3(unsigned n) { return n == 0 ? 1 : n * unsigned_zero_3(n - 3); }
// CHECK: cycle unsigned_zero_one_1: unbounded number
unsigned unsigned_zero_one_1(unsigned n) { return n == 0 || n == 1 ? 1 : n * unsigned_zero_one_1(n - 1); }
// CHECK: cycle unsigned_zero_one_2: unbounded number
unsigned unsigned_zero_one_2(unsigned n) { return n == 0 || n == 1 ? 1 : n * unsigned_zero_one_2(n - 2); }
// CHECK: cycle unsigned_zero_one_3: skipped-base-case argument 0
unsigned unsigned_zero_one_3(unsigned n) { return n == 0 || n == 1 ? 1 : n * unsigned_zero_one_3(n - 3); }
// CHECK: cycle unsigned_not_zero_1: unbounded number
unsigned unsigned_not_zero_1(unsigned n) { return !n ? 1 : n * unsigned_not_zero_1(n - 1); }
// CHECK: cycle unsigned_not_zero_2: skipped-base-case argument 0
unsigned unsigned_not_zero_2(unsigned n) { return !n ? 1 : n * unsigned_not_zero_2(n - 2); }
// CHECK: cycle unsigned_not_zero_3: skipped-base-case argument 0
unsigned unsigned_not_zero_3(unsigned n) { return !n ? 1 : n * unsigned_not_zero_3(n - 3); }
// CHECK: cycle unsigned_five_1: skipped-base-case argument 0
unsigned unsigned_five_1(unsigned n) { return n == 5 ? 1 : n * unsigned_five_1(n - 1); }
// CHECK: cycle unsigned_five_2: skipped-base-case argument 0
unsigned unsigned_five_2(unsigned n) { return n == 5 ? 1 : n * unsigned_five_2(n - 2); }
// CHECK: cycle unsigned_five_3: skipped-base-case argument 0
unsigned unsigned_five_3(unsigned n) { return n == 5 ? 1 : n * unsigned_five_3(n - 3); }
// CHECK: cycle unsigned_ordered: unbounded number
unsigned unsigned_ordered(unsigned n) { return n < 3 ? 1 : n * unsigned_ordered(n - 3); }
// CHECK: cycle long_zero_1: skipped-base-case argument 0
long long_zero_1(long n) { return n == 0 ? 1 : n * long_zero_1(n - 1); }
// CHECK: cycle long_zero_2: skipped-base-case argument 0
long long_zero_2(long n) { return n == 0 ? 1 : n * long_zero_2(n - 2); }
// CHECK: cycle long_zero_3: skipped-base-case argument 0
long long_zero_3(long n) { return n == 0 ? 1 : n * long_zero_3(n - 3); }
// CHECK: cycle long_zero_one_1: skipped-base-case argument 0
long long_zero_one_1(long n) { return n == 0 || n == 1 ? 1 : n * long_zero_one_1(n - 1); }
// CHECK: cycle long_zero_one_2: skipped-base-case argument 0
long long_zero_one_2(long n) { return n == 0 || n == 1 ? 1 : n * long_zero_one_2(n - 2); }
// CHECK: cycle long_zero_one_3: skipped-base-case argument 0
long long_zero_one_3(long n) { return n == 0 || n == 1 ? 1 : n * long_zero_one_3(n - 3); }
// CHECK: cycle long_not_zero_1: skipped-base-case argument 0
long long_not_zero_1(long n) { return !n ? 1 : n * long_not_zero_1(n - 1); }
// CHECK: cycle long_not_zero_2: skipped-base-case argument 0
long long_not_zero_2(long n) { return !n ? 1 : n * long_not_zero_2(n - 2); }
// CHECK: cycle long_not_zero_3: skipped-base-case argument 0
long long_not_zero_3(long n) { return !n ? 1 : n * long_not_zero_3(n - 3); }
// CHECK: cycle long_five_1: skipped-base-case argument 0
long long_five_1(long n) { return n == 5 ? 1 : n * long_five_1(n - 1); }
// CHECK: cycle long_five_2: skipped-base-case argument 0
long long_five_2(long n) { return n == 5 ? 1 : n * long_five_2(n - 2); }
// CHECK: cycle long_five_3: skipped-base-case argument 0
long long_five_3(long n) { return n == 5 ? 1 : n * long_five_3(n - 3); }
// CHECK: cycle long_ordered: unbounded number
long long_ordered(long n) { return n <= 0 ? 1 : n * long_ordered(n - 3); }
// CHECK: cycle size_zero_1: unbounded number
unsigned long size_zero_1(unsigned long n) { return n == 0 ? 1 : n * size_zero_1(n - 1); }
// CHECK: cycle size_zero_2: skipped-base-case argument 0
unsigned long size_zero_2(unsigned long n) { return n == 0 ? 1 : n * size_zero_2(n - 2); }
// CHECK: cycle size_zero_3: skipped-base-case argument 0
unsigned long size_zero_3(unsigned long n) { return n == 0 ? 1 : n * size_zero_3(n - 3); }
// CHECK: cycle size_zero_one_1: unbounded number
unsigned long size_zero_one_1(unsigned long n) { return n == 0 || n == 1 ? 1 : n * size_zero_one_1(n - 1); }
// CHECK: cycle size_zero_one_2: unbounded number
unsigned long size_zero_one_2(unsigned long n) { return n == 0 || n == 1 ? 1 : n * size_zero_one_2(n - 2); }
// CHECK: cycle size_zero_one_3: skipped-base-case argument 0
unsigned long size_zero_one_3(unsigned long n) { return n == 0 || n == 1 ? 1 : n * size_zero_one_3(n - 3); }
// CHECK: cycle size_not_zero_1: unbounded number
unsigned long size_not_zero_1(unsigned long n) { return !n ? 1 : n * size_not_zero_1(n - 1); }
// CHECK: cycle size_not_zero_2: skipped-base-case argument 0
unsigned long size_not_zero_2(unsigned long n) { return !n ? 1 : n * size_not_zero_2(n - 2); }
// CHECK: cycle size_not_zero_3: skipped-base-case argument 0
unsigned long size_not_zero_3(unsigned long n) { return !n ? 1 : n * size_not_zero_3(n - 3); }
// CHECK: cycle size_five_1: skipped-base-case argument 0
unsigned long size_five_1(unsigned long n) { return n == 5 ? 1 : n * size_five_1(n - 1); }
// CHECK: cycle size_five_2: skipped-base-case argument 0
unsigned long size_five_2(unsigned long n) { return n == 5 ? 1 : n * size_five_2(n - 2); }
// CHECK: cycle size_five_3: skipped-base-case argument 0
unsigned long size_five_3(unsigned long n) { return n == 5 ? 1 : n * size_five_3(n - 3); }
// CHECK: cycle size_ordered: unbounded number
unsigned long size_ordered(unsigned long n) { return n < 3 ? 1 : n * size_ordered(n - 3); }
