// Without optimisation, what scopes that exclude each other could share is told;
// with it, they do.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack frame=4K
// RUN: %clang_cc1 -O1 -emit-obj -o /dev/null -verify=O1 %s \
// RUN:   -plugin-arg-offstack frame=4K
// O1-no-diagnostics
// The estimate knows that, too.
// RUN: %clang_cc1 -O1 -fsyntax-only -verify=O1 %s \
// RUN:   -plugin-arg-offstack frame=4K

int use(const void *);

int arms(int n) {
  // expected-warning@-1 {{the frame of 'arms' takes 5736 bytes (5.6 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{3 smaller objects together take 12 bytes (0% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 20 bytes, spilled registers 4 bytes}}
  // expected-note@-4 {{with -O1, locals of scopes that exclude each other share their place: about 3704 bytes (3.6 KiB) less}}
  switch (n) {
  case 0: {
    char a[2000];
    // expected-note@-1 {{'a' takes 2000 bytes (1.9 KiB) (35% of the frame)}}
    return use(a);
  }
  case 1: {
    char b[1900];
    // expected-note@-1 {{'b' takes 1900 bytes (1.8 KiB) (33% of the frame)}}
    return use(b);
  }
  default:
    for (int i = 0; i < n; ++i) {
      char c[1800];
      // expected-note@-1 {{'c' takes 1800 bytes (1.7 KiB) (31% of the frame)}}
      use(c);
    }
  }
  return 0;
}
