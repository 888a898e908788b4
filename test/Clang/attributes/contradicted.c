// A depth that the user promises, and a recursion that proves to have none: the
// finding comes, and says whose word is wrong.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -std=c23 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -std=c23 -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -std=c23 -fsyntax-only %s -verify

[[offstack::max_depth(5, "short lists")]] // expected-note {{this proves 'max_depth' of 'endless' wrong, which says that the recursion is at most 5 levels deep}}
int endless(int n) {
  return endless(n - 1); // expected-warning {{every path through 'endless' calls it again}}
}

[[offstack::max_depth(1)]] // expected-note {{at most 1 level deep}}
int unchanged(int n) {
  return n == 0 ? 0 : unchanged(n); // expected-warning {{the recursion of 'unchanged' makes no progress}}
}

// On one of two declarations, and on another function of the cycle.
[[offstack::max_depth(7)]] // expected-note {{this proves 'max_depth' of 'second' wrong, which says that the recursion is at most 7 levels deep}}
int second(int n);
int first(int n) { return second(n); } // expected-warning {{every path through 'first' leads back to it}} expected-note {{'first' calls 'second' here}}
int second(int n) { return first(n); } // expected-note {{'second' calls 'first' here}}

// No attribute, no note.
int unmarked(int n) {
  return unmarked(n - 1); // expected-warning {{every path through 'unmarked' calls it again}}
}

// A caller of an endless recursion is not in it.
[[offstack::max_depth(5)]] int caller(int n) { return unmarked(n); }

// It ends for some starts: the promise is about those that there are.
[[offstack::max_depth(5, "even and small")]] unsigned pairs(unsigned n) {
  return n == 0 ? 0 : pairs(n - 2);
}
unsigned without_promise(unsigned n) {
  return n == 0 ? 0 : without_promise(n - 2); // expected-warning {{can miss its base case}}
}

// A bound that is proven says that it is not deeper, not that it is as deep.
[[offstack::max_depth(5)]] int bounded(unsigned char n) {
  return n == 0 ? 0 : 1 + bounded(n - 1);
}

// A way out that only the input takes.
[[offstack::max_depth(5)]] int ends(int n) {
  return n <= 0 ? 0 : ends(n - 1);
}
