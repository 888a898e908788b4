// Plain functions: what recurses on every path, next to what does not.
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -emit-obj -o /dev/null -O2 %s -verify

// The driver asks for the AST to be freed before code is generated.
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -clear-ast-before-backend -emit-obj -o /dev/null %s -verify

int unconditional(int n) {
  return unconditional(n) + 1; // expected-warning {{every path through 'unconditional' calls it again: the recursion never ends (offstack-infinite)}}
}

int both_branches(int n) {
  if (n > 0)
    return both_branches(n - 1); // expected-warning {{every path through 'both_branches' calls it again}}
  return both_branches(n + 1);
}

int one_branch(int n) {
  if (n > 0)
    return one_branch(n - 1);
  return 0;
}

// Each function of a group once, with every call of the shortest cycle.
int odd(int n);
int even(int n) {
  // expected-warning@+2 {{every path through 'even' leads back to it: the recursion never ends (offstack-infinite)}}
  // expected-note@+1 {{'even' calls 'odd' here}}
  return odd(n - 1);
}
int odd(int n) {
  return even(n - 1); // expected-note {{'odd' calls 'even' here}}
}

int ends_odd(int n);
int ends_even(int n) { return n == 0 || ends_odd(n - 1); }
int ends_odd(int n) { return ends_even(n - 1); }

// It only leads to a recursion.
int leads(int n) { return even(n); }

void loop_around(int i) {
  for (;;)
    loop_around(i); // expected-warning {{every path through 'loop_around' calls it again}}
}

void loop_with_exit(int i) {
  while (1) {
    if (i)
      return;
    loop_with_exit(i);
  }
}

void goto_out(int i) {
again:
  if (i)
    goto out;
  goto_out(i);
  goto again;
out:;
}

void all_cases(int i) {
  switch (i) {
  case 1:
    all_cases(2); // expected-warning {{every path through 'all_cases' calls it again}}
    break;
  default:
    all_cases(1);
  }
}

void no_default(int i) {
  switch (i) {
  case 1:
    no_default(2);
  }
}

// Not called at all: not evaluated, or behind a condition that is false.
int unevaluated(int n) { return (int)sizeof(unevaluated(n)); }
int dead(int n) {
  if (0)
    return dead(n);
  return n;
}

// The first call that is made is shown, not the first that is written.
int dead_first(int n) {
  if (0)
    return dead_first(n);
  int size = (int)sizeof(dead_first(n));
  return dead_first(size); // expected-warning {{every path through 'dead_first' calls it again}}
}

// Without optimisation nobody knows that one of the two is true.
int tautology(int x) {
  if (x || !x)
    return tautology(x) + 1;
  return 0;
}

// The condition is a constant.
int always(int x) {
  if (x || 1)
    return always(x) + 1; // expected-warning {{every path through 'always' calls it again}}
  return 0;
}

// Not through a pointer, and not where the linker decides.
void through_pointer(void) {
  void (*volatile self)(void) = through_pointer;
  self();
}
void strong(void);
__attribute__((weak)) void replaceable(void) { strong(); }
void strong(void) { replaceable(); }

// As in glibc's headers, it is another function of the same name that is called.
extern inline __attribute__((gnu_inline, always_inline)) int wrapped(int n) {
  return wrapped(n);
}
int uses_wrapped(int n) { return wrapped(n); }

// A loop, and no use of stack.
void tail_loop(int n) { __attribute__((musttail)) return tail_loop(n + 1); }

static void cleanup(int *p);
static void cleanup(int *p) {
  __attribute__((cleanup(cleanup))) int local = *p; // expected-warning {{every path through 'cleanup' calls it again}}
}
void uses_cleanup(int n) { cleanup(&n); }
