// Each note says what is right for its object. Only a constant becomes static.

// RUN: %clang_cc1 -std=c++17 -fsyntax-only -verify %s
// RUN: %clang_cc1 -std=c++17 -fsyntax-only -verify=free %s -ffreestanding

void use(const void *);

void variable() {
  char text[200000]; // expected-warning {{'text'}} expected-note {{use std::vector or std::make_unique, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap; do not make it static: threads and recursive calls would share it}} free-warning {{'text'}} free-note {{have the caller hand over the memory, or make it smaller: a freestanding program has no heap}}
  use(text);
}

void constant() {
  constexpr char text[200000] = {1}; // expected-warning {{'text'}} expected-note {{make it static: a constant needs no copy on the stack for every call}} free-warning {{'text'}} free-note {{make it static}}
  use(text);
}

struct Text {
  char Bytes[200000];
};
void parameter(Text text) { // expected-warning {{'text'}} expected-note {{pass it by reference}} free-warning {{'text'}} free-note {{pass it by reference}}
  use(&text);
}
