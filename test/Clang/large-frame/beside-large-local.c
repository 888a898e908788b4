// One problem is one warning: what large-local reports is not counted here.

// RUN: %clang_cc1 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack frame=2K
// RUN: %clang_cc1 -fsyntax-only -verify=frame %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack frame=2K \
// RUN:   -plugin-arg-offstack disable=large-local

int use(const void *);

// frame-warning@+1 {{the locals of 'one_object' take an estimated 8192 bytes (8 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
void one_object(void) {
  char large[8192];
  // expected-warning@-1 {{local variable 'large' of type 'char[8192]' takes 8192 bytes (8 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  // frame-note@-3 {{'large' takes 8192 bytes (8 KiB) (100% of the total)}}
  use(large);
}

// The rest is within the limit.
// frame-warning@+1 {{the locals of 'large_and_small' take an estimated 9192 bytes (8.9 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
void large_and_small(void) {
  char large[8192], small[1000];
  // expected-warning@-1 {{local variable 'large' of type 'char[8192]' takes 8192 bytes (8 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  // frame-note@-3 {{'large' takes 8192 bytes (8 KiB) (89% of the total)}}
  // frame-note@-4 {{'small' takes 1000 bytes (11% of the total)}}
  use(large), use(small);
}

// The rest is over the limit by itself.
void both(void) {
  // expected-warning@-1 {{the locals of 'both' take an estimated 3000 bytes (2.9 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
  // frame-warning@-2 {{the locals of 'both' take an estimated 11192 bytes (10.9 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
  char large[8192];
  // expected-warning@-1 {{local variable 'large' of type 'char[8192]' takes 8192 bytes (8 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  // frame-note@-3 {{'large' takes 8192 bytes (8 KiB) (73% of the total)}}
  char a[1000], b[1000], c[1000];
  // expected-note@-1 {{'a' takes 1000 bytes (33% of the total)}}
  // expected-note@-2 {{'b' takes 1000 bytes (33% of the total)}}
  // expected-note@-3 {{'c' takes 1000 bytes (33% of the total)}}
  // frame-note@-4 {{'a' takes 1000 bytes (9% of the total)}}
  // frame-note@-5 {{'b' takes 1000 bytes (9% of the total)}}
  // frame-note@-6 {{'c' takes 1000 bytes (9% of the total)}}
  use(large), use(a), use(b), use(c);
}

// Where large-local is turned off, the object counts; but the whole group is
// off here, and with it large-frame, whose place is the function's name.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_both_ignored(void) {
  char large[8192];
  use(large);
}
#pragma clang diagnostic pop

// frame-warning@+2 {{the locals of 'object_ignored' take an estimated 8192 bytes (8 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
// expected-warning@+1 {{the locals of 'object_ignored' take an estimated 8192 bytes (8 KiB) of stack together, over the limit of 2 KiB (offstack-large-frame)}}
void object_ignored(void) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  char large[8192];
  // expected-note@-1 {{'large' takes 8192 bytes (8 KiB) (100% of the total)}}
  // frame-note@-2 {{'large' takes 8192 bytes (8 KiB) (100% of the total)}}
#pragma clang diagnostic pop
  use(large);
}
