// A budget replaces the limits for its function, in both directions.

// RUN: %clang_cc1 -fsyntax-only -verify -plugin-arg-offstack local=4K \
// RUN:   -plugin-arg-offstack frame=8K %s -I%offstack_src/include
// RUN: %clang_cc1 -fsyntax-only -verify -plugin-arg-offstack local=4K \
// RUN:   -plugin-arg-offstack frame=8K -x c -std=c23 -DC %s \
// RUN:   -I%offstack_src/include
// RUN: %clang_cc1 -fsyntax-only -verify=wrong -DWRONG %s \
// RUN:   -I%offstack_src/include

#include <offstack/attributes.h>

void use(void *);

#ifndef WRONG
// Under the budget, over the limits.
[[offstack::budget(64 << 10, "runs on the main thread")]] void large(void) {
  char one[16 << 10], two[16 << 10];
  use(one), use(two);
}

// To the byte.
[[offstack::budget(8192)]] void exact(void) {
  char one[8192];
  use(one);
}
[[offstack::budget(8191)]] void one_more(void) { // expected-note {{the limit is the budget of the function}}
  char one[8192]; // expected-warning {{local variable 'one' of type 'char[8192]' takes 8192 bytes (8 KiB) of stack, over the limit of 7.9 KiB (offstack-large-local)}} expected-note {{to have it moved to the heap}}
  use(one);
}

// Under the limits, over the budget.
[[offstack::budget(100)]] void small(void) { // #small
  // expected-warning@#small {{the locals of 'small' take an estimated 192 bytes of stack together, over the limit of 100 bytes (offstack-large-frame)}}
  // expected-note@#small {{the limit is the budget of the function}}
  char one[64]; // expected-note {{'one' takes 64 bytes (33% of the total)}}
  char two[64]; // expected-note {{'two'}}
  char three[64]; // expected-note {{'three'}}
  use(one), use(two), use(three);
}

// The declaration says it; of two that disagree, the smaller one holds.
OFFSTACK_BUDGET(9000, "measured") void declared(void); // expected-note {{the limit is the budget of the function}}
__attribute__((offstack_budget(20000))) void declared(void);
void declared(void) {
  char over[9001]; // expected-warning {{over the limit of 8.7 KiB}} expected-note {{}}
  char under[4096];
  use(over), use(under);
}

// A named constant.
enum { Constant = 8192 };
[[offstack::budget(Constant)]] void named(void) { // expected-note {{}}
  char one[8193]; // expected-warning {{over the limit of 8 KiB}} expected-note {{}}
  use(one);
}

// A parameter is an object of the function, too.
struct text {
  char bytes[8192];
};
[[offstack::budget(8192)]] void parameter(struct text t) { use(&t); }
void other_parameter(struct text t) { use(&t); } // expected-warning {{parameter 't'}} expected-note {{}}

// A budget of nothing is one.
[[offstack::budget(0)]] void none(void) {}
[[offstack::budget(0)]] void something(void) { // expected-note {{}}
  int one; // expected-warning {{takes 4 bytes of stack, over the limit of 0 bytes}} expected-note {{}}
  use(&one);
}

#ifndef C
// Instances have the budget of their template.
template <int Size> [[offstack::budget(5000)]] void templated() { // expected-note {{the limit is the budget of the function}}
  char bytes[Size]; // expected-warning {{'char[6000]'}} expected-note {{}}
  use(bytes);
}
void instantiate() {
  templated<4999>();
  templated<6000>(); // expected-note {{in instantiation}}
}

// Lambdas are functions of their own.
[[offstack::budget(100000)]] void around() {
  auto Outside = [] {
    char bytes[8192]; // expected-warning {{'bytes'}} expected-note {{}}
    use(bytes);
  };
  auto Inside = []() __attribute__((offstack_budget(10000))) {
    char bytes[8192];
    use(bytes);
  };
  Outside(), Inside();
}
#endif

#else
void f() {
  [[offstack::budget(64)]] char variable[64]; // wrong-warning {{'offstack::budget' attribute only applies to functions}}
}
[[offstack::budget(64)]] int global; // wrong-warning {{'offstack::budget' attribute only applies to functions}}
[[offstack::budget(-64)]] void negative(); // wrong-error {{'offstack::budget' attribute requires a non-negative integral compile time constant expression}}
[[offstack::budget(1ull << 32)]] void too_large(); // wrong-error {{integer constant expression evaluates to value 4294967296 that cannot be represented in a 32-bit unsigned integer type}}
template <int N> [[offstack::budget(N)]] void dependent(); // wrong-error {{'offstack::budget' attribute requires parameter 1 to be an integer constant}}
[[offstack::budget(unknown)]] void unknown_name(); // wrong-error {{use of undeclared identifier 'unknown'}}
[[offstack::budget(global)]] void variable(); // wrong-error {{'offstack::budget' attribute requires parameter 1 to be an integer constant}}
[[offstack::budget(int)]] void type(); // wrong-error {{}}
[[offstack::budget("64")]] void text(); // wrong-error {{'offstack::budget' attribute requires parameter 1 to be an integer constant}}
[[offstack::budget(64, 64)]] void reason(); // wrong-error {{attribute requires a string}}
[[offstack::budget]] void missing(); // wrong-error {{'offstack::budget' attribute takes at least 1 argument}}
[[offstack::budget(64), offstack::budget(64)]] void twice(); // wrong-error {{attribute 'offstack::budget' cannot appear more than once on a declaration}}
[[offstack::max_depth(3)]] OFFSTACK_MAX_DEPTH(4, "why") void deep(); // wrong-error {{attribute 'offstack_max_depth' cannot appear more than once on a declaration}}
[[budget(64)]] void unscoped(); // wrong-warning {{unknown attribute 'budget' ignored}}
#endif
