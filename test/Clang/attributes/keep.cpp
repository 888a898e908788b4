// Each spelling of keep is accepted where it has a meaning, and silences the
// warnings about what it stands on, and about nothing else.

// RUN: %clang_cc1 -fsyntax-only -verify -plugin-arg-offstack local=4K \
// RUN:   -plugin-arg-offstack frame=8K %s
// RUN: %clang_cc1 -fsyntax-only -verify -plugin-arg-offstack local=4K \
// RUN:   -plugin-arg-offstack frame=8K -x c -std=c23 -DC %s
// RUN: %clang_cc1 -fsyntax-only -verify -plugin-arg-offstack local=4K \
// RUN:   -plugin-arg-offstack frame=8K -x c -std=c99 -DC -DGNU_ONLY %s

void use(char *);

// A local variable, in the spelling of GNU, which may stand behind the name too.
void gnu_variable(void) {
  __attribute__((offstack_keep("measured"))) char before[8192];
  char behind[8192] __attribute__((__offstack_keep__("measured")));
  use(before);
  use(behind);
}

// Its neighbour.
void neighbour(void) {
  __attribute__((offstack_keep("measured"))) char kept[8192];
  char flagged[8192]; // expected-warning {{local variable 'flagged'}} expected-note {{}}
  use(kept);
  use(flagged);
}

// All objects of a function, and all of them together.
__attribute__((offstack_keep("runs on a stack of its own")))
void gnu_function(void) {
  char one[8192], two[4096], three[4096];
  use(one);
  use(two);
  use(three);
}

// What is kept does not count in the sum of the others.
void sum(void) {
  __attribute__((offstack_keep("measured"))) char one[4096];
  char two[4096], three[4096];
  use(one);
  use(two);
  use(three);
}

// The sum of the others can still be large.
void large_sum(void) { // expected-warning {{the locals of 'large_sum' take an estimated 12288 bytes}}
  __attribute__((offstack_keep("measured"))) char one[4096];
  char two[4096], three[4096], four[4096]; // expected-note 3 {{}}
  use(one);
  use(two);
  use(three);
  use(four);
}

struct Text {
  char Bytes[8192];
};

// A parameter.
void gnu_parameter(__attribute__((offstack_keep("an ABI"))) struct Text kept,
                   struct Text flagged) { // expected-warning {{parameter 'flagged'}} expected-note {{}}
  use(kept.Bytes);
  use(flagged.Bytes);
}

#ifndef GNU_ONLY
// The spelling of C++11 and C23.
void standard_variable(void) {
  [[offstack::keep("measured")]] char before[8192];
  char behind [[offstack::keep("measured")]][8192];
  use(before);
  use(behind);
}

[[offstack::keep("runs on a stack of its own")]] void standard_function(void) {
  char one[8192];
  use(one);
}
#endif

// The declaration says it.
__attribute__((offstack_keep("runs on a stack of its own")))
void declared(void);
void declared(void) {
  char one[8192];
  use(one);
}

// So it does where another declaration has another attribute, and where one of
// them asks for the opposite.
__attribute__((offstack_keep("runs on a stack of its own")))
void another(void);
__attribute__((offstack_max_depth(3)))
void another(void) {
  char one[8192];
  use(one);
}
__attribute__((offstack_keep("runs on a stack of its own")))
void opposite(void);
__attribute__((offstack_box))
void opposite(void) {
  char one[8192];
  use(one);
}

// The wish for a box is none to keep: without boxing it is on the stack.
void box(void) {
  __attribute__((offstack_box)) char flagged[8192]; // expected-warning {{local variable 'flagged'}} expected-note {{}}
  use(flagged);
}

#ifndef C
// Instantiations keep what the template keeps.
template <int Size> void templated() {
  [[offstack::keep("measured")]] char kept[Size];
  char flagged[Size]; // expected-warning {{local variable 'flagged'}} expected-note {{}}
  use(kept);
  use(flagged);
}
void instantiate() { templated<8192>(); } // expected-note {{}}

// So do lambdas, for themselves: the function around is another one.
[[offstack::keep("runs on a stack of its own")]] void around() {
  auto Lambda = [] {
    char flagged[8192]; // expected-warning {{local variable 'flagged'}} expected-note {{}}
    use(flagged);
  };
  auto Kept = []() __attribute__((offstack_keep("why"))) {
    char kept[8192];
    use(kept);
  };
  Lambda();
  Kept();
}
#endif
