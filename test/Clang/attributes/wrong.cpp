// What is wrong with an attribute is told in clang's own words.

// RUN: %clang_cc1 -fsyntax-only -verify %s
// RUN: %clang_cc1 -fsyntax-only -verify -x c -std=c23 %s

// Globals, static locals and types have no place on the stack.
[[offstack::keep("why")]] int global; // expected-warning {{'offstack::keep' attribute only applies to local variables, parameters and functions}}
__attribute__((offstack_box)) int another; // expected-warning {{'offstack_box' attribute only applies to local variables and functions}}
struct [[offstack::keep("why")]] Type { // expected-warning {{'offstack::keep' attribute only applies to local variables, parameters and functions}}
  [[offstack::box]] int Field; // expected-warning {{'offstack::box' attribute only applies to local variables and functions}}
};
typedef int Name __attribute__((offstack_keep("why"))); // expected-warning {{'offstack_keep' attribute only applies to local variables, parameters and functions}}

// A parameter is its caller's: it cannot be boxed.
void parameter([[offstack::box]] int argument); // expected-warning {{'offstack::box' attribute only applies to local variables and functions}}

void locals(void) {
  [[offstack::keep("why")]] static int kept; // expected-warning {{'offstack::keep' attribute only applies to local variables, parameters and functions}}
  [[offstack::box]] extern int elsewhere; // expected-warning {{'offstack::box' attribute only applies to local variables and functions}}
  int [[offstack::keep("why")]] type; // expected-error {{'offstack::keep' attribute cannot be applied to types}}
  [[offstack::keep("why")]]; // expected-error {{'offstack::keep' attribute cannot be applied to a statement}}
}

// Arguments.
void arguments(void) {
  [[offstack::keep]] int silent; // expected-error {{'offstack::keep' attribute takes one argument}}
  [[offstack::keep("why", "why")]] int wordy; // expected-error {{'offstack::keep' attribute takes one argument}}
  [[offstack::keep(7)]] int number; // expected-error {{attribute requires a string}}
  [[offstack::box("why")]] int reason; // expected-error {{'offstack::box' attribute takes no arguments}}
}

// One thing cannot be both.
void both(void) {
  [[offstack::keep("why"), offstack::box]] int kept; // expected-error {{'offstack::box' and 'offstack::keep' attributes are not compatible}}
  __attribute__((offstack_box, offstack_keep("why"))) int boxed; // expected-error {{'offstack_keep' and 'offstack::box' attributes are not compatible}}
}

// A variable can be an exception in its function.
[[offstack::keep("why")]] void exception(void) {
  [[offstack::box]] int boxed;
  [[offstack::keep("more")]] int kept;
}

// Another attribute of this scope is not ours.
[[offstack::kept("why")]] void misspelled(void); // expected-warning {{unknown attribute 'offstack::kept' ignored}}

// Nor is one without a scope, or with another.
[[keep("why")]] void unscoped(void); // expected-warning {{unknown attribute 'keep' ignored}}
[[other::box]] void scoped(void); // expected-warning {{unknown attribute 'other::box' ignored}}
