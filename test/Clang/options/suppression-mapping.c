// A suppression mapping silences Offstack's warnings by file, as it does
// clang's own.

// RUN: echo '[frame-larger-than]' > %t.here
// RUN: echo 'src:*suppression-mapping.c' >> %t.here
// RUN: %clang_cc1 -fsyntax-only -verify=silent %s \
// RUN:   --warning-suppression-mappings=%t.here
// silent-no-diagnostics

// Near misses: the mapping is for another file, or for another group.
// RUN: echo '[frame-larger-than]' > %t.elsewhere
// RUN: echo 'src:*another.c' >> %t.elsewhere
// RUN: %clang_cc1 -fsyntax-only -verify %s \
// RUN:   --warning-suppression-mappings=%t.elsewhere
// RUN: echo '[infinite-recursion]' > %t.group
// RUN: echo 'src:*suppression-mapping.c' >> %t.group
// RUN: %clang_cc1 -fsyntax-only -verify %s \
// RUN:   --warning-suppression-mappings=%t.group

void use(char *text);

void work(void) {
  char text[200000]; // expected-warning {{local variable 'text' of type 'char[200000]' takes 200000 bytes (195.3 KiB) of stack, over the limit of 128 KiB (offstack-large-local)}} expected-note {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(text);
}
