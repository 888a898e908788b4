// The objects of a function together, the largest first.

// RUN: %clang_cc1 -std=c17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=2K -plugin-arg-offstack frame=4K

struct record {
  char data[2048];
};
int use(const void *);

void two_and_a_bit(void) {
  // expected-warning@-1 {{the locals of 'two_and_a_bit' take an estimated 4097 bytes (4 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
  char a[2048], b[2048], c;
  // expected-note@-1 {{'a' takes 2048 bytes (2 KiB) (50% of the total)}}
  // expected-note@-2 {{'b' takes 2048 bytes (2 KiB) (50% of the total)}}
  // expected-note@-3 {{'c' takes 1 byte (0% of the total)}}
  use(a), use(b), use(&c);
}

// Exactly the limit is within it.
void silent_at_the_limit(void) {
  char a[2048], b[2048];
  use(a), use(b);
}

void largest_first(void) {
  // expected-warning@-1 {{the locals of 'largest_first' take an estimated 4500 bytes (4.3 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
  char small[500];
  // expected-note@-1 {{'small' takes 500 bytes (11% of the total)}}
  char medium[1000];
  // expected-note@-1 {{'medium' takes 1000 bytes (22% of the total)}}
  char larger[1200];
  // expected-note@-1 {{'larger' takes 1200 bytes (1.1 KiB) (27% of the total)}}
  char largest[1800];
  // expected-note@-1 {{'largest' takes 1800 bytes (1.7 KiB) (40% of the total)}}
  use(small), use(medium), use(larger), use(largest);
}

void one_more_than_listed(void) {
  // expected-warning@-1 {{the locals of 'one_more_than_listed' take an estimated 5100 bytes (4.9 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{1 smaller local takes 100 bytes together}}
  char a[1000], b[1000], c[1000], d[1000], e[1000], f[100];
  // expected-note@-1 {{'a' takes 1000 bytes (20% of the total)}}
  // expected-note@-2 {{'b' takes 1000 bytes (20% of the total)}}
  // expected-note@-3 {{'c' takes 1000 bytes (20% of the total)}}
  // expected-note@-4 {{'d' takes 1000 bytes (20% of the total)}}
  // expected-note@-5 {{'e' takes 1000 bytes (20% of the total)}}
  use(a), use(b), use(c), use(d), use(e), use(f);
}

void many(int i, int j) {
  // expected-warning@-1 {{the locals of 'many' take an estimated 5104 bytes (4.9 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
  // expected-note@-2 {{3 smaller locals take 104 bytes together}}
  char a[1000], b[1000], c[1000], d[1000], e[1000], f[96];
  // expected-note@-1 {{'a' takes 1000 bytes (20% of the total)}}
  // expected-note@-2 {{'b' takes 1000 bytes (20% of the total)}}
  // expected-note@-3 {{'c' takes 1000 bytes (20% of the total)}}
  // expected-note@-4 {{'d' takes 1000 bytes (20% of the total)}}
  // expected-note@-5 {{'e' takes 1000 bytes (20% of the total)}}
  int k = i, l = j;
  use(a), use(b), use(c), use(d), use(e), use(f), use(&k), use(&l);
}

// Parameters are on the stack of the caller.
void silent_parameters(struct record a, struct record b) {
  struct record c;
  use(&a), use(&b), use(&c);
}

void silent_static(void) {
  static char a[2048], b[2048];
  char c[2048];
  use(a), use(b), use(c);
}

// Scopes that exclude each other are added: without optimisation clang gives
// each its own place.
void disjoint_scopes(int which) {
  // expected-note@-1 {{with -O1, locals of scopes that exclude each other share their place: about 4000 bytes (3.9 KiB) less}}
  // expected-warning@-2 {{the locals of 'disjoint_scopes' take an estimated 6000 bytes (5.8 KiB) of stack together, over the limit of 4 KiB (offstack-large-frame)}}
  if (which) {
    char a[2000];
    // expected-note@-1 {{'a' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    use(a);
  } else {
    char b[2000];
    // expected-note@-1 {{'b' takes 2000 bytes (1.9 KiB) (33% of the total)}}
    use(b);
  }
  for (int i = 0; i < which; ++i) {
    // expected-note@-1 {{'i' takes 4 bytes (0% of the total)}}
    char c[1996];
    // expected-note@-1 {{'c' takes 1996 bytes (1.9 KiB) (33% of the total)}}
    use(c);
  }
}

void silent_discarded(void) {
  char a[2000], b[2000];
  if (0) {
    char c[2000];
    use(c);
  }
  use(a), use(b);
}

// Other functions' locals are not counted, nor are prototypes'.
void silent_calls(void) {
  char a[2000], b[2000];
  largest_first();
  use(a), use(b);
}
