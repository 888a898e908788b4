// A frame that comes again at every level of a recursion is held to
// 'recursive-local'. What becomes a loop or a jump is not recursive.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify=expected,O0 %s \
// RUN:   -plugin-arg-offstack disable=large-local \
// RUN:   -plugin-arg-offstack frame=64K -plugin-arg-offstack recursive-local=1K
// RUN: %clang_cc1 -O2 -emit-obj -o /dev/null -verify=expected,O2 %s \
// RUN:   -plugin-arg-offstack disable=large-local \
// RUN:   -plugin-arg-offstack frame=64K -plugin-arg-offstack recursive-local=1K

int use(const void *);

int direct(int n) {
  // O0-warning@-1 {{the frame of 'direct' takes 2024 bytes (1.9 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 4128 levels (offstack-large-frame)}}
  // O2-warning@-2 {{the frame of 'direct' takes 2008 bytes (1.9 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 4161 levels (offstack-large-frame)}}
  // O0-note@-3 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // O0-note@-4 {{the rest of the frame is padding 12 bytes, spilled registers 8 bytes}}
  // O2-note@-5 {{the rest of the frame is saved registers 8 bytes}}
  char text[2000];
  // O0-note@-1 {{'text' takes 2000 bytes (1.9 KiB) (99% of the frame)}}
  // O2-note@-2 {{'text' takes 2000 bytes (1.9 KiB) (100% of the frame)}}
  return n ? direct(n - 1) + use(text) : 0;
}

// The near miss: the same frame, once.
int silent_once(int n) {
  char text[2000];
  return n ? n + use(text) : 0;
}

// Small enough.
int silent_small(int n) {
  char text[900];
  return n ? silent_small(n - 1) + use(text) : 0;
}

int odd(int n);
__attribute__((noinline)) int even(int n) {
  // O0-warning@-1 {{the frame of 'even' takes 2024 bytes (1.9 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 3276 levels (offstack-large-frame)}}
  // O2-warning@-2 {{the frame of 'even' takes 2008 bytes (1.9 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 3297 levels (offstack-large-frame)}}
  // O0-note@-3 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // O0-note@-4 {{the rest of the frame is padding 12 bytes, spilled registers 8 bytes}}
  // O0-note@-5 {{a level of the recursion takes 2560 bytes (2.5 KiB), with the frames of 'odd' and the return addresses}}
  // O2-note@-6 {{the rest of the frame is saved registers 8 bytes}}
  // O2-note@-7 {{a level of the recursion takes 2544 bytes (2.4 KiB), with the frames of 'odd' and the return addresses}}
  char text[2000];
  // O0-note@-1 {{'text' takes 2000 bytes (1.9 KiB) (99% of the frame)}}
  // O2-note@-2 {{'text' takes 2000 bytes (1.9 KiB) (100% of the frame)}}
  return n ? odd(n - 1) + use(text) : 1;
}
__attribute__((noinline)) int odd(int n) {
  char text[500];
  return n ? even(n - 1) + use(text) : 0;
}

static int fill(int n) {
  char text[2000];
  return use(text) + n;
}

// A loop, optimised.
int tail(int n, int sum) {
  char text[1000];
  text[0] = n, text[1] = n;
  if (!n)
    return sum + text[0];
  return tail(n - 1, sum + n);
}

// The depth that the user states times the frame is within 'frame'.
__attribute__((offstack_max_depth(8, "of the tree")))
int silent_shallow(int n) {
  char text[2000];
  return n ? silent_shallow(n - 1) + use(text) : 0;
}

__attribute__((offstack_max_depth(80, "of the tree")))
int deep(int n) {
  // O0-warning@-1 {{the frame of 'deep' takes 2024 bytes (1.9 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 4128 levels (offstack-large-frame)}}
  // O2-warning@-2 {{the frame of 'deep' takes 2008 bytes (1.9 KiB) of stack at every level of its recursion, over the limit of 1 KiB: the stack of 8 MiB is full after 4161 levels (offstack-large-frame)}}
  // O0-note@-3 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // O0-note@-4 {{the rest of the frame is padding 12 bytes, spilled registers 8 bytes}}
  // O2-note@-5 {{the rest of the frame is saved registers 8 bytes}}
  char text[2000];
  // O0-note@-1 {{'text' takes 2000 bytes (1.9 KiB) (99% of the frame)}}
  // O2-note@-2 {{'text' takes 2000 bytes (1.9 KiB) (100% of the frame)}}
  return n ? deep(n - 1) + use(text) : fill(n);
}
