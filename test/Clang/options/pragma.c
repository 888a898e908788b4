// A pragma acts from its place on, and ends at the pop, even though no warning
// was reported before it.

// RUN: %clang_cc1 -fsyntax-only -verify %s -plugin-arg-offstack local=1K

int use(const void *);

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_ignored(void) {
  char buffer[2048];
  use(buffer);
}
#pragma clang diagnostic pop

void after_pop(void) {
  char buffer[2048];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free}}
  use(buffer);
}

#pragma clang diagnostic error "-Wframe-larger-than"
void as_error(void) {
  char buffer[2048];
  // expected-error@-1 {{local variable 'buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free}}
  use(buffer);
}
