// Code with errors is passed over where it has no meaning, and checked where it
// has.

// RUN: %clang_cc1 -std=c++20 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

struct Incomplete; // expected-note 2 {{forward declaration of 'Incomplete'}}
void use(const void *);

void incomplete() {
  Incomplete Local; // expected-error {{variable has incomplete type 'Incomplete'}}
  use(&Local);
}

void parameter(Incomplete Value) { // expected-error {{variable has incomplete type 'Incomplete'}}
  use(&Value);
}

void negative() {
  char Local[-1]; // expected-error {{array with a negative size}}
  use(Local);
}

void tooLarge() {
  char Local[1UL << 62][16]; // expected-error {{array is too large}}
  use(Local);
}

void unknownType() {
  Unknown Local; // expected-error {{unknown type name 'Unknown'}}
  auto Undeduced = unknown(); // expected-error {{use of undeclared identifier 'unknown'}}
}

void unknownCondition() {
  if (unknown()) { // expected-error {{use of undeclared identifier 'unknown'}}
    char Local[2048];
    // expected-warning@-1 {{local variable 'Local' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(Local);
  }
}

struct Broken {
  Missing Member; // expected-error {{unknown type name 'Missing'}}
  char Data[2048];
  void method() {
    char SilentInBrokenClass[2048];
    use(SilentInBrokenClass);
  }
};

template <class T> void failing() {
  typename T::type Value; // expected-error {{type 'int' cannot be used prior to '::' because it has no members}}
  char Known[2048];
  use(&Value), use(Known);
}
void fail() {
  failing<int>(); // expected-note {{in instantiation of function template specialization 'failing<int>' requested here}}
}

void sound() {
  char Local[2048];
  // expected-warning@-1 {{local variable 'Local' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(Local);
}
