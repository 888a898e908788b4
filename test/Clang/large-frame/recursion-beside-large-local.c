// What large-local reports in a recursive function does not count in its frame.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack recursive-local=1K

int use(const void *);

int silent_frame(int n) {
  char text[2000];
  // expected-warning@-1 {{local variable 'text' of type 'char[2000]' takes 2000 bytes (1.9 KiB) of stack in each call of 'silent_frame', which is recursive, over the limit of 1 KiB: the stack of 8 MiB is full after 4194 calls (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap; do not make it static: threads and recursive calls would share it}}
  return n ? silent_frame(n - 1) + use(text) : 0;
}

// The rest is over the limit by itself.
int both(int n) {
  // expected-warning@-1 {{the frame of 'both' takes 3240 bytes (3.1 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 2582 levels (offstack-large-frame)}}
  // expected-note@-2 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 20 bytes, spilled registers 16 bytes}}
  char text[2000], a[600], b[600];
  // expected-warning@-1 {{local variable 'text' of type 'char[2000]' takes 2000 bytes (1.9 KiB) of stack in each call of 'both', which is recursive, over the limit of 1 KiB: the stack of 8 MiB is full after 4194 calls (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap; do not make it static: threads and recursive calls would share it}}
  // expected-note@-3 {{'text' takes 2000 bytes (1.9 KiB) (62% of the frame)}}
  // expected-note@-4 {{'a' takes 600 bytes (19% of the frame)}}
  // expected-note@-5 {{'b' takes 600 bytes (19% of the frame)}}
  return n ? both(n - 1) + use(text) + use(a) + use(b) : 0;
}

// Inlined from a function that is not recursive: large-local has nothing to say.
static inline __attribute__((always_inline)) int format(int n) {
  char line[1200];
  // expected-note@-1 {{'line' takes 1200 bytes (1.1 KiB) (98% of the frame), inlined from 'format'}}
  return use(line) + n;
}
int with_inlined(int n) {
  // expected-warning@-1 {{the frame of 'with_inlined' takes 1224 bytes (1.1 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 6808 levels (offstack-large-frame)}}
  // expected-note@-2 {{2 smaller objects together take 8 bytes (1% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 8 bytes, spilled registers 8 bytes}}
  return n ? with_inlined(n - 1) + format(n) : 0;
}
