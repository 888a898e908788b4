// No code is generated with -fsyntax-only, so that nothing is known of recursion
// and nothing is said.

// RUN: %clang_cc1 -fsyntax-only -plugin-arg-offstack recursion=all -verify=syntax %s
// RUN: %clang_cc1 -emit-obj -o /dev/null -plugin-arg-offstack recursion=all -verify=code %s
// RUN: %clang_cc1 -emit-llvm -o /dev/null -plugin-arg-offstack recursion=all -verify=code %s
// syntax-no-diagnostics

int endless(int n) {
  return endless(n - 1); // code-warning {{every path through 'endless' calls it again}}
}

int same(int n) {
  return n ? same(n) + 1 : 0; // code-warning {{the recursion of 'same' makes no progress}}
}
