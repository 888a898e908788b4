// One problem is one warning: what large-local reports of a recursive function
// does not count in its frame, and the depth that the user states holds for both.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack frame=64K -plugin-arg-offstack recursive-local=1K

int use(const void *);

int direct(int n) {
  char text[2000]; // expected-warning {{offstack-large-local}} expected-note {{allocate it}}
  return n ? direct(n - 1) + use(text) : 0;
}

// None alone, but together.
int together(int n) { // expected-warning {{the frame of 'together' takes}}
  // expected-note@-1 {{smaller object}}
  // expected-note@-2 {{the rest of the frame is}}
  char one[900]; // expected-note {{'one' takes}}
  char two[900]; // expected-note {{'two' takes}}
  return n ? together(n - 1) + use(one) + use(two) : 0;
}

__attribute__((offstack_max_depth(8, "of the tree")))
int silent_shallow(int n) {
  char text[2000];
  return n ? silent_shallow(n - 1) + use(text) : 0;
}
