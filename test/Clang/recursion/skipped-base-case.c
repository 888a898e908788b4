// The example of the page, and near misses.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack disable=skipped-base-case,unbounded -emit-obj -o /dev/null %s -verify=silent
// silent-no-diagnostics

unsigned pairs(unsigned n) {
  if (n == 0)
    return 1;
  return 1 + pairs(n - 2); // expected-warning {{the recursion of 'pairs' can miss its base case: when 'n' starts at 1, it counts away from it (offstack-skipped-base-case)}}
}

long factorial(int n) {
  return n == 0 ? 1 : n * factorial(n - 1); // expected-warning {{the recursion of 'factorial' can miss its base case: when 'n' starts at -1, it counts away from it (offstack-skipped-base-case)}}
}

long ordered(int n) {
  return n <= 0 ? 1 : n * ordered(n - 1); // expected-warning {{nothing limits the depth of the recursion of 'ordered'}}
}

// Its only caller starts above the base case.
static long from_twelve(int n) { return n == 0 ? 1 : n * from_twelve(n - 1); }
long twelve(void) { return from_twelve(12); }
