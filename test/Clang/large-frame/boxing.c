// With boxing, the frame is what boxing has left of it.

// RUN: %clang_cc1 -O2 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack box -plugin-arg-offstack frame=2K \
// RUN:   -plugin-arg-offstack local=1M

int use(const void *);
int vfork(void);

int silent_boxed(void) {
  char a[1200], b[1200];
  return use(a) + use(b);
}

int kept(void) {
  // expected-warning@-1 {{the frame of 'kept' takes 2408 bytes (2.3 KiB) of stack, over the limit of 2 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is saved registers 8 bytes}}
  char a[1200], b[1200];
  // expected-note@-1 {{'a' takes 1200 bytes (1.1 KiB) (50% of the frame), and stays on the stack (offstack-returns-twice)}}
  // expected-note@-2 {{'b' takes 1200 bytes (1.1 KiB) (50% of the frame), and stays on the stack (offstack-returns-twice)}}
  if (vfork())
    return 0;
  return use(a) + use(b);
}
