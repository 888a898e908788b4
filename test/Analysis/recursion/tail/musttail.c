// Calls that are promised to replace their caller's frame use no stack, if all
// calls of the cycle are such.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

// CHECK: cycle loop: tail
int loop(int n) {
  if (n <= 0)
    return 0;
  __attribute__((musttail)) return loop(n - 1);
}
// CHECK: cycle ping pong: tail
int pong(int n);
int ping(int n) {
  if (n <= 0)
    return 0;
  __attribute__((musttail)) return pong(n - 1);
}
int pong(int n) { __attribute__((musttail)) return ping(n - 1); }
// One call is not.
// CHECK: cycle one_plain: unbounded number
int one_plain(int n) {
  if (n <= 0)
    return 0;
  if (n % 2)
    return 1 + one_plain(n - 1);
  __attribute__((musttail)) return one_plain(n - 1);
}
// In tail position, but nobody promises it.
// CHECK: cycle not_promised: unbounded number
int not_promised(int n) { return n <= 0 ? 0 : not_promised(n - 1); }
