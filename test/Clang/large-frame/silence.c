// What silences a finished frame, and its near misses.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack frame=2K -plugin-arg-offstack local=2500
// RUN: %clang_cc1 -emit-obj -o /dev/null -verify=none %s -DSILENT \
// RUN:   -plugin-arg-offstack frame=2K \
// RUN:   -plugin-arg-offstack disable=large-frame,large-local
// RUN: %clang_cc1 -emit-obj -o /dev/null -verify=none %s -DSILENT \
// RUN:   -plugin-arg-offstack frame=2K -Wno-frame-larger-than
// RUN: %clang_cc1 -emit-obj -o /dev/null -verify=none %s -DSILENT \
// RUN:   -plugin-arg-offstack frame=2K -w
// none-no-diagnostics
// RUN: echo '[large-frame]' > %t.list
// RUN: echo 'fun:frame' >> %t.list
// RUN: echo 'var:second' >> %t.list
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -DSILENT \
// RUN:   -plugin-arg-offstack frame=2K -plugin-arg-offstack ignorelist=%t.list \
// RUN:   -Rpass-analysis=offstack-ignorelist 2>&1 \
// RUN:   | FileCheck %s --check-prefix=LISTED --implicit-check-not=warning
// LISTED: remark: entry 'fun:frame' ({{.*}}:2) is used
// LISTED: remark: entry 'var:second' ({{.*}}:3) is used

int use(const void *);

int frame(void) {
  // expected-warning@-1 {{the frame of 'frame' takes 2424 bytes (2.3 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is padding 20 bytes, spilled registers 4 bytes}}
  char a[1200], b[1200];
  // expected-note@-1 {{'a' takes 1200 bytes (1.1 KiB) (50% of the frame)}}
  // expected-note@-2 {{'b' takes 1200 bytes (1.1 KiB) (50% of the frame)}}
  return use(a) + use(b);
}

// Without one of its two variables it is within the limit.
int variable(void) {
  // expected-warning@-1 {{the frame of 'variable' takes 2424 bytes (2.3 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is padding 20 bytes, spilled registers 4 bytes}}
  char first[1200], second[1200];
  // expected-note@-1 {{'first' takes 1200 bytes (1.1 KiB) (50% of the frame)}}
  // expected-note@-2 {{'second' takes 1200 bytes (1.1 KiB) (50% of the frame)}}
  return use(first) + use(second);
}

#ifndef SILENT
// large-local has told of it, and the rest is small: one problem, one warning.
int silent_beside_large_local(void) {
  char a[3000], b[1200];
  // expected-warning@-1 {{local variable 'a' of type 'char[3000]' takes 3000 bytes (2.9 KiB) of stack, over the limit of 2.4 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return use(a) + use(b);
}

// The rest is over the limit as well.
int beside_large_local(void) {
  // expected-warning@-1 {{the frame of 'beside_large_local' takes 5416 bytes (5.2 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is padding 8 bytes, spilled registers 8 bytes}}
  char a[3000], b[1200], c[1200];
  // expected-warning@-1 {{local variable 'a' of type 'char[3000]' takes 3000 bytes (2.9 KiB) of stack, over the limit of 2.4 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  // expected-note@-3 {{'a' takes 3000 bytes (2.9 KiB) (55% of the frame)}}
  // expected-note@-4 {{'b' takes 1200 bytes (1.1 KiB) (22% of the frame)}}
  // expected-note@-5 {{'c' takes 1200 bytes (1.1 KiB) (22% of the frame)}}
  return use(a) + use(b) + use(c);
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
int silent_pragma(void) {
  char a[1200], b[1200];
  return use(a) + use(b);
}
#pragma clang diagnostic pop

__attribute__((offstack_keep("of the test"))) int silent_kept(void) {
  char a[1200], b[1200];
  return use(a) + use(b);
}

int silent_kept_variable(void) {
  __attribute__((offstack_keep("of the test"))) char a[1200];
  char b[1200];
  return use(a) + use(b);
}
#endif
