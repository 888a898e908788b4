// Where code is generated, the bytes are those of the finished frame, and the
// notes tell what fills it.

// RUN: %clang_cc1 -emit-obj -o /dev/null -verify %s \
// RUN:   -plugin-arg-offstack frame=4K \
// RUN:   -plugin-arg-offstack disable=unbounded-alloca

int use(const void *);

int named(int n) {
  // expected-warning@-1 {{the frame of 'named' takes 5128 bytes (5 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 16 bytes, spilled registers 8 bytes}}
  char small[100], large[4000], medium[1000];
  // expected-note@-1 {{'large' takes 4000 bytes (3.9 KiB) (78% of the frame)}}
  // expected-note@-2 {{'medium' takes 1000 bytes (20% of the frame)}}
  // expected-note@-3 {{'small' takes 100 bytes (2% of the frame)}}
  return use(small) + use(large) + use(medium) + n;
}

// Under the limit, and the first size over it.
int silent_under(void) {
  char a[2000], b[2000];
  return use(a) + use(b);
}
int at(void) {
  // expected-warning@-1 {{the frame of 'at' takes 4104 bytes (4 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{the rest of the frame is padding 20 bytes, spilled registers 4 bytes}}
  char a[2000], b[2080];
  // expected-note@-1 {{'b' takes 2080 bytes (2 KiB) (51% of the frame)}}
  // expected-note@-2 {{'a' takes 2000 bytes (1.9 KiB) (49% of the frame)}}
  return use(a) + use(b);
}

// By the sum of its locals it is under the limit. The argument is not among
// them.
struct record {
  char data[1500];
};
int take(struct record);
int argument(const struct record *records) {
  // expected-warning@-1 {{the frame of 'argument' takes 8040 bytes (7.8 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 3 {{an object of type 'record' without a name takes 1500 bytes (1.4 KiB) (19% of the frame)}}
  // expected-note@-3 {{1 smaller object takes 8 bytes (0% of the frame)}}
  // expected-note@-4 {{the rest of the frame is arguments of calls 1504 bytes (1.4 KiB), padding 16 bytes, spilled registers 12 bytes}}
  char a[2000];
  // expected-note@-1 {{'a' takes 2000 bytes (1.9 KiB) (25% of the frame)}}
  return use(a) + take(records[0]) + take(records[1]) + take(records[2]);
}

// Registers that find no place are told of.
int spilled(int *p) {
  // expected-warning@-1 {{the frame of 'spilled' takes 4152 bytes (4 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{2 smaller objects together take 12 bytes (0% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 24 bytes, spilled registers 16 bytes}}
  char a[4100];
  // expected-note@-1 {{'a' takes 4100 bytes (4 KiB) (99% of the frame)}}
  int sum = use(a);
#define LOAD8(n) p[n] * p[n + 1] + p[n + 2] * p[n + 3] * (p[n + 4] + p[n + 5])
  sum += (LOAD8(0)) * ((LOAD8(8)) + (LOAD8(16)) * ((LOAD8(24)) + use(p)));
  return sum;
}

// What alloca takes comes on top.
int run_time(int n) {
  // expected-warning@-1 {{the frame of 'run_time' takes 4152 bytes (4 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{3 smaller objects together take 20 bytes (0% of the frame)}}
  // expected-note@-3 {{the rest of the frame is spilled registers 16 bytes, padding 8 bytes, saved registers 8 bytes, and what alloca takes at run time}}
  char a[4100], b[n];
  // expected-note@-1 {{'a' takes 4100 bytes (4 KiB) (99% of the frame)}}
  return use(a) + use(b) + use(__builtin_alloca(n));
}

// The red zone is no part of the frame.
int leaf(int n) {
  // expected-warning@-1 {{the frame of 'leaf' takes 4184 bytes (4 KiB) of stack, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{1 smaller object takes 4 bytes (0% of the frame)}}
  // expected-note@-3 {{the rest of the frame is padding 8 bytes, less 128 bytes in the red zone}}
  volatile char a[4300];
  // expected-note@-1 {{'a' takes 4300 bytes (4.1 KiB) (100% of the frame)}}
  a[n] = 1;
  return a[0];
}
