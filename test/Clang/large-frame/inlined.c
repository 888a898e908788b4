// A variable that came from another function is told by that function.

// RUN: %clang_cc1 -O2 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack frame=4K
// RUN: %clang_cc1 -O0 -emit-obj -o /dev/null -verify=alone %s \
// RUN:   -plugin-arg-offstack frame=4K
// alone-no-diagnostics

int use(const void *);

static inline int innermost(int n) {
  char text[2000];
  // expected-note@-1 {{'text' takes 2000 bytes (1.9 KiB) (44% of the frame), inlined from 'innermost'}}
  return use(text) + n;
}

static inline int middle(int n) {
  char text[1500];
  // expected-note@-1 {{'text' takes 1500 bytes (1.4 KiB) (33% of the frame), inlined from 'middle'}}
  return use(text) + innermost(n) + use(text);
}

int outermost(int n) {
  // expected-warning@-1 {{the frame of 'outermost' takes 4568 bytes (4.4 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is saved registers 48 bytes, padding 20 bytes}}
  char text[1000];
  // expected-note@-1 {{'text' takes 1000 bytes (22% of the frame)}}
  return use(text) + middle(n) + use(text);
}

// Copies that are not alive at the same time share a slot.
static inline int both(int n) {
  char text[2100];
  // expected-note@-1 {{'text' takes 2100 bytes (2 KiB) (48% of the frame), inlined from 'both'}}
  use(text);
  return n ? use(text) + n : 0;
}
static inline int outer(int n) {
  char text[2200];
  // expected-note@-1 {{'text' takes 2200 bytes (2.1 KiB) (51% of the frame), inlined from 'outer'}}
  use(text);
  int inner = both(n);
  return use(text) + inner;
}
int twice(int n) { return outer(n) + outer(n + 1); }
// expected-warning@-1 {{the frame of 'twice' takes 4344 bytes (4.2 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
// expected-note@-2 {{the rest of the frame is saved registers 32 bytes, padding 12 bytes}}
