// The example of the page, and near misses.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=certain -emit-obj -o /dev/null %s -verify=certain
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack disable=no-progress,unbounded -emit-obj -o /dev/null %s -verify=silent
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -Wno-infinite-recursion -emit-obj -o /dev/null %s -verify=silent
// silent-no-diagnostics

struct node {
  struct node *next;
  int value;
};

// expected-warning@+4 {{the recursion of 'find' makes no progress: what decides about it stays the same (offstack-no-progress)}}
// certain-warning@+3 {{the recursion of 'find' makes no progress: what decides about it stays the same (offstack-no-progress)}}
struct node *find(struct node *n, int value) {
  if (n->value != value && n->next)
    return find(n, value);
  return n;
}

int count(int n) {
  if (n == 0)
    return 0;
  return count(n) + 1; // expected-warning {{the recursion of 'count' makes no progress: when 'n' is 1, it never ends (offstack-no-progress)}} certain-warning {{offstack-no-progress}}
}

int odd(int n);
int even(int n) {
  if (n == 0)
    return 1;
  return odd(n); // expected-warning {{the recursion of 'even' makes no progress: when 'n' is 1, it never ends}} expected-note {{'even' calls 'odd' here}} certain-warning {{}} certain-note {{}}
}
int odd(int n) {
  if (n == 0)
    return 0;
  return even(n); // expected-note {{'odd' calls 'even' here}} certain-note {{}}
}

// The second call of two is the one.
int second(int n) {
  if (n < 3)
    return 0;
  int r = n % 2 ? second(1)
                : 0;
  return r + second(n); // expected-warning {{the recursion of 'second' makes no progress}} certain-warning {{}}
}

// It progresses, so it is not certain that it goes on for ever.
int counted(int n) {
  if (n <= 0)
    return 0;
  return counted(n - 1) + 1; // expected-warning {{nothing limits the depth of the recursion of 'counted', which follows a number}}
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silenced(int n) { return n == 0 ? 0 : silenced(n); }
#pragma clang diagnostic pop
