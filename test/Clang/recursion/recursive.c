// With recursion=all, every cycle of calls is reported.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=all -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=silent
// silent-no-diagnostics

struct item {
  struct item *child;
};
int use(int);

int guarded(struct item *i, int depth) {
  if (!i || depth >= 40)
    return 0;
  return guarded(i->child, depth + 1); // expected-warning {{'guarded' is recursive: guarded (offstack-recursive)}}
}

unsigned gcd(unsigned a, unsigned b) {
  return b ? gcd(b, a % b) : a; // expected-warning {{'gcd' is recursive: bounded, 51 levels at most (offstack-recursive)}}
}

int retry(int n) {
  return use(n) ? n : retry(n); // expected-warning {{'retry' is recursive: unknown, nothing is seen to change (offstack-recursive)}}
}

int loop(int n) {
  if (n <= 0)
    return 0;
  __attribute__((musttail)) return loop(n - 1); // expected-warning {{'loop' is recursive: tail (offstack-recursive)}}
}

int plain(int n) { return use(n); }
