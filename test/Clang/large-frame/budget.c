// A function with a budget is held to that, however small, by its finished
// frame.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s

int use(const void *);

__attribute__((offstack_budget(1000, "interrupts"))) int silent_within(void) {
  char a[500], b[400];
  return use(a) + use(b);
}

__attribute__((offstack_budget(900, "interrupts"))) int over(void) {
  // expected-warning@-1 {{the frame of 'over' takes 920 bytes of stack, over the limit of 900 bytes (offstack-large-frame)}}
  // expected-note@-2 {{the limit is the budget of the function}}
  // expected-note@-3 {{the rest of the frame is padding 16 bytes, spilled registers 4 bytes}}
  char a[500], b[400];
  // expected-note@-1 {{'a' takes 500 bytes (54% of the frame)}}
  // expected-note@-2 {{'b' takes 400 bytes (43% of the frame)}}
  return use(a) + use(b);
}

__attribute__((offstack_budget(20000, "once"))) int silent_recursive(int n) {
  char a[9000];
  return n ? silent_recursive(n - 1) + use(a) : 0;
}

int silent_without(void) {
  char a[5000], b[4000];
  return use(a) + use(b);
}
