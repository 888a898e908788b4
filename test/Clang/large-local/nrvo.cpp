// A variable that is built in the caller's return slot is not in the frame.

// RUN: %clang_cc1 -std=c++17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K
// RUN: %clang_cc1 -std=c++17 -fsyntax-only -verify=expected,copied %s \
// RUN:   -fno-elide-constructors -plugin-arg-offstack local=1K

struct Big {
  char Data[4096];
};
void use(const void *);

Big silentNamedReturn() {
  Big Result;
  // copied-warning@-1 {{local variable 'Result' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // copied-note@-2 {{use std::vector or std::make_unique}}
  use(&Result);
  return Result;
}

template <class T> T silentInTemplate() {
  T Result;
  // copied-warning@-1 {{local variable 'Result' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // copied-note@-2 {{use std::vector or std::make_unique}}
  use(&Result);
  return Result;
}
template Big silentInTemplate<Big>(); // copied-note {{in instantiation of function template specialization 'silentInTemplate<Big>' requested here}}

// Two candidates share one slot: neither gets it.
Big eitherOr(int Which) {
  Big First, Second;
  // expected-warning@-1 {{local variable 'First' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  // expected-warning@-3 {{local variable 'Second' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-4 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&First), use(&Second);
  if (Which)
    return First;
  return Second;
}

Big notReturned() {
  Big Local;
  // expected-warning@-1 {{local variable 'Local' of type 'Big' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&Local);
  return Big();
}
