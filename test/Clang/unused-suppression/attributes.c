// Attributes that make no difference, and near misses that make one: at these
// limits, 'keep' counts from 1 KiB on in functions that may recurse.

// RUN: %clang_cc1 -std=c23 -emit-obj -o /dev/null %s -verify \
// RUN:   -plugin-arg-offstack stack=1M -Wno-frame-larger-than \
// RUN:   -Rpass-analysis=offstack-suppressions
// RUN: %clang_cc1 -std=c23 -emit-obj -o /dev/null %s -verify -O2 \
// RUN:   -plugin-arg-offstack stack=1M -Wno-frame-larger-than \
// RUN:   -Rpass-analysis=offstack

// Without code, nothing is known of recursion.
// RUN: %clang_cc1 -std=c23 -fsyntax-only %s -verify -DNO_CODE \
// RUN:   -plugin-arg-offstack stack=1M -Wno-frame-larger-than \
// RUN:   -Rpass-analysis=offstack-suppressions

// It is off by default, and by name; on a small stack nearly all is of use.
// RUN: %clang_cc1 -std=c23 -emit-obj -o /dev/null %s -verify=none \
// RUN:   -plugin-arg-offstack stack=1M -Wno-frame-larger-than
// RUN: %clang_cc1 -std=c23 -emit-obj -o /dev/null %s -verify=none \
// RUN:   -plugin-arg-offstack stack=1M -Wno-frame-larger-than \
// RUN:   -plugin-arg-offstack disable=unused-suppression \
// RUN:   -Rpass-analysis=offstack-suppressions
// RUN: %clang_cc1 -std=c23 -emit-obj -o /dev/null %s -verify=small \
// RUN:   -plugin-arg-offstack stack=16K -Wno-frame-larger-than \
// RUN:   -Rpass-analysis=offstack-suppressions
// none-no-diagnostics

void use(void *);
#define KEEP [[offstack::keep("why")]]

void variables(unsigned n) {
  KEEP char small[900]; // expected-remark {{'offstack::keep' of 'small' is unused: without it nothing would be reported or moved (offstack-unused-suppression)}}
  KEEP char recursive[1100];
  KEEP char large[20000];
  KEEP char unknown[n];
  char other[900];
  use(small), use(recursive), use(large), use(unknown), use(other);
}

// Together they are over the limit of the frame.
void frame(void) {
  KEEP char one[900];
  char rest[80][900];
  use(one), use(rest);
}

KEEP void function(void) { // expected-remark {{'offstack::keep' of 'function' is unused}}
  char small[900];
  use(small);
}
KEEP void large_function(void) {
  char large[20000];
  use(large);
}
KEEP void takes_alloca(unsigned n) { use(__builtin_alloca(n)); }

// The declaration says it, the definition needs it.
KEEP void declared(void); // expected-remark {{'offstack::keep' of 'declared' is unused}} small-remark {{'offstack::keep' of 'declared' is unused}}
void declared(void) {}
KEEP void elsewhere(void);

struct text {
  char bytes[20000];
};
struct short_text {
  char bytes[16];
};
void parameters(KEEP struct text large, KEEP struct short_text small) { // expected-remark {{'offstack::keep' of 'small' is unused}} small-remark {{'offstack::keep' of 'small' is unused}}
  use(&large), use(&small);
}

[[offstack::budget(1 << 20)]] void needs_little(void) { // expected-remark {{'offstack::budget' of 'needs_little' is unused: the function fits the limits without it}}
  char small[900];
  use(small);
}
[[offstack::budget(1 << 20)]] void needs_half(void) {
  char rest[40][900];
  use(rest);
}
[[offstack::budget(1 << 20)]] void needs_all(void) {
  char large[20000];
  use(large);
}
[[offstack::budget(512)]] void held_to_less(void) {
  char small[9];
  use(small);
}

struct list {
  struct list *next;
};
[[offstack::max_depth(9)]] int recurses(struct list *l) {
  return l ? 1 + recurses(l->next) : 0;
}
int second(struct list *l);
[[offstack::max_depth(9)]] int first(struct list *l) { return second(l); }
int second(struct list *l) { return l ? first(l->next) : 0; }
[[offstack::max_depth(9)]] static inline int never_emitted(int n) { return n; }
#ifndef NO_CODE
[[offstack::max_depth(9)]] int straight(int n) { return n; } // expected-remark {{'offstack::max_depth' of 'straight' is unused: the function is in no recursion that this file shows}} small-remark {{'offstack::max_depth' of 'straight' is unused}}
#else
[[offstack::max_depth(9)]] int straight(int n) { return n; }
#endif
