// The user's word limits a recursion, unless something proves the contrary.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -std=c23 -I%offstack_src/include -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -std=c23 -I%offstack_src/include -DWRONG -fsyntax-only %s -verify=wrong

#include <offstack/attributes.h>

struct tree {
  struct tree *left;
};

int unmarked(struct tree *t) {
  return t ? 1 + unmarked(t->left) : 0; // expected-warning {{offstack-unbounded}} expected-note {{}}
}

[[offstack::max_depth(40, "the tree is balanced")]] int marked(struct tree *t) {
  return t ? 1 + marked(t->left) : 0;
}

enum { depth_of_tree = 40 };
[[offstack::max_depth(depth_of_tree)]] int without_reason(struct tree *t) {
  return t ? 1 + without_reason(t->left) : 0;
}

OFFSTACK_MAX_DEPTH(40, "the tree is balanced") int by_macro(struct tree *t);
int by_macro(struct tree *t) { return t ? 1 + by_macro(t->left) : 0; }

// One function of a cycle is enough.
int second(struct tree *t);
int first(struct tree *t) { return t ? second(t->left) : 0; }
[[offstack::max_depth(9)]] int second(struct tree *t) { return first(t); }

[[offstack::max_depth(1000000)]] int too_deep(struct tree *t) {
  return t ? 1 + too_deep(t->left) : 0; // expected-warning {{the recursion of 'too_deep' is bounded, but 1000000 levels of about 24 bytes take 22.8 MiB, over the stack of 8 MiB (offstack-deep-recursion)}}
}

[[offstack::max_depth(5)]] int contradicted(int n) { // expected-note {{this proves 'max_depth' of 'contradicted' wrong}}
  return n == 0 ? 0 : contradicted(n); // expected-warning {{the recursion of 'contradicted' makes no progress}}
}

#ifdef WRONG
[[offstack::max_depth(5)]] int global; // wrong-warning {{'offstack::max_depth' attribute only applies to functions}}
[[offstack::max_depth(-5)]] int negative(int n); // wrong-error {{requires a non-negative integral compile time constant expression}}
[[offstack::max_depth]] int missing(int n); // wrong-error {{'offstack::max_depth' attribute takes at least 1 argument}}
#endif
