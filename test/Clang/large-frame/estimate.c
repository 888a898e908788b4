// Only where no code is laid out is there an estimate, and it says so: never
// both for one function.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify=exact,absent %s \
// RUN:   -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -S -o /dev/null -verify=exact,absent %s \
// RUN:   -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -O2 -emit-codegen-only -verify=absent,optimised %s \
// RUN:   -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -emit-llvm -o /dev/null -verify=estimate,absent %s \
// RUN:   -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -emit-llvm-bc -flto -flto-unit -o /dev/null \
// RUN:   -verify=estimate,absent %s -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -fsyntax-only -verify=estimate,absent %s \
// RUN:   -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -emit-obj -o /dev/null -DBROKEN \
// RUN:   -verify=estimate,absent,broken %s -plugin-arg-offstack frame=2K

int use(const void *);

int emitted(int n) {
  // estimate-warning@-1 {{the locals of 'emitted' take an estimated 3000 bytes (2.9 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
  // exact-warning@-2 {{the frame of 'emitted' takes 3032 bytes (2.9 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // optimised-warning@-3 {{the frame of 'emitted' takes 3032 bytes (2.9 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // exact-note@-4 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // exact-note@-5 {{the rest of the frame is padding 24 bytes, spilled registers 4 bytes}}
  // optimised-note@-6 {{the rest of the frame is padding 16 bytes, saved registers 16 bytes}}
  char a[1500], b[1500];
  // estimate-note@-1 {{'a' takes 1500 bytes (1.4 KiB) (50% of the total)}}
  // estimate-note@-2 {{'b' takes 1500 bytes (1.4 KiB) (50% of the total)}}
  // exact-note@-3 {{'a' takes 1500 bytes (1.4 KiB) (49% of the frame)}}
  // exact-note@-4 {{'b' takes 1500 bytes (1.4 KiB) (49% of the frame)}}
  // optimised-note@-5 {{'a' takes 1500 bytes (1.4 KiB) (49% of the frame)}}
  // optimised-note@-6 {{'b' takes 1500 bytes (1.4 KiB) (49% of the frame)}}
  return use(a) + use(b) + n;
}

// No code is generated for it.
static inline int absent(int n) {
  // absent-warning@-1 {{the locals of 'absent' take an estimated 3200 bytes (3.1 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
  char a[1600], b[1600];
  // absent-note@-1 {{'a' takes 1600 bytes (1.5 KiB) (50% of the total)}}
  // absent-note@-2 {{'b' takes 1600 bytes (1.5 KiB) (50% of the total)}}
  return use(a) + use(b) + n;
}

// Its code is in its caller: there it is told of.
static inline int inlined(int n) {
  // estimate-warning@-1 {{the locals of 'inlined' take an estimated 3400 bytes (3.3 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
  // exact-warning@-2 {{the frame of 'inlined' takes 3432 bytes (3.3 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // exact-note@-3 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // exact-note@-4 {{the rest of the frame is padding 24 bytes, spilled registers 4 bytes}}
  char a[1700], b[1700];
  // estimate-note@-1 {{'a' takes 1700 bytes (1.6 KiB) (50% of the total)}}
  // estimate-note@-2 {{'b' takes 1700 bytes (1.6 KiB) (50% of the total)}}
  // exact-note@-3 {{'a' takes 1700 bytes (1.6 KiB) (50% of the frame)}}
  // exact-note@-4 {{'b' takes 1700 bytes (1.6 KiB) (50% of the frame)}}
  // optimised-note@-5 {{'a' takes 1700 bytes (1.6 KiB) (50% of the frame), inlined from 'inlined'}}
  // optimised-note@-6 {{'b' takes 1700 bytes (1.6 KiB) (50% of the frame), inlined from 'inlined'}}
  return use(a) + use(b) + n;
}
int caller(int n) { return inlined(n); }
// optimised-warning@-1 {{the frame of 'caller' takes 3432 bytes (3.3 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
// optimised-note@-2 {{the rest of the frame is padding 16 bytes, saved registers 16 bytes}}

// The optimiser has nothing to keep.
int forgotten(int n) {
  // estimate-warning@-1 {{the locals of 'forgotten' take an estimated 3600 bytes (3.5 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
  // exact-warning@-2 {{the frame of 'forgotten' takes 3496 bytes (3.4 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // exact-note@-3 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // exact-note@-4 {{the rest of the frame is padding 20 bytes, less 128 bytes in the red zone}}
  char a[1800], b[1800];
  // estimate-note@-1 {{'a' takes 1800 bytes (1.7 KiB) (50% of the total)}}
  // estimate-note@-2 {{'b' takes 1800 bytes (1.7 KiB) (50% of the total)}}
  // exact-note@-3 {{'a' takes 1800 bytes (1.7 KiB) (50% of the frame)}}
  // exact-note@-4 {{'b' takes 1800 bytes (1.7 KiB) (50% of the frame)}}
  a[n] = b[n] = 1;
  return a[n];
}

#ifdef BROKEN
int broken = undeclared; // broken-error {{use of undeclared identifier}}
#endif
