// A box that is asked for and that a hazard forbids is worth a warning where the
// variable is declared, which options and pragmas control as clang's own.

// RUN: %clang_cc1 -O0 -emit-llvm-only -verify %s -plugin-arg-offstack box
// RUN: %clang_cc1 -O2 -emit-llvm-only -verify %s -plugin-arg-offstack box

// Nobody boxes here.
// RUN: %clang_cc1 -emit-llvm-only -verify=none %s
// RUN: %clang_cc1 -emit-llvm-only -verify=none %s -plugin-arg-offstack box \
// RUN:   -Wno-ignored-attributes
// RUN: %clang_cc1 -emit-llvm-only -verify=none %s -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack disable=box-impossible
// none-no-diagnostics

void use(char *);
__attribute__((returns_twice)) int returns_again(void *);

void variable(void *buffer) {
  [[offstack::box]] char asked[64]; // expected-warning {{'asked' stays on the stack although a box is asked for: the function calls one that can return twice: a box that is taken or freed in between would leak, or be freed twice (call to 'returns_again') (offstack-returns-twice) (offstack-box-impossible)}}
  char unasked[64];
  if (!returns_again(buffer)) {
    use(asked);
    use(unasked);
  }
}

[[offstack::box]] void function(void *buffer) {
  char asked[64]; // expected-warning {{'asked' stays on the stack although a box is asked for}}
  char tiny[8];
  if (!returns_again(buffer)) {
    use(asked);
    use(tiny);
  }
}

// Inlined twice, reported once.
__attribute__((always_inline)) static inline void inlined(void) {
  [[offstack::box]] char asked[64]; // expected-warning {{'asked' stays on the stack although a box is asked for}}
  use(asked);
}
void first(void *buffer) {
  if (!returns_again(buffer))
    inlined();
}
void second(void *buffer) {
  if (!returns_again(buffer))
    inlined();
}

void silenced(void *buffer) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wignored-attributes"
  [[offstack::box]] char asked[64];
#pragma clang diagnostic pop
  if (!returns_again(buffer))
    use(asked);
}

// Possible, and done.
void possible(void) {
  [[offstack::box]] char asked[64];
  use(asked);
}
