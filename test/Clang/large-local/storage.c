// Only automatic objects are on the stack.

// RUN: %clang_cc1 -std=c17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

void use(const void *);

char silent_global[4096];
static char silent_static_global[4096];
_Thread_local char silent_thread_local_global[4096];

void silent_static(void) {
  static char buffer[4096];
  use(buffer);
}

void silent_thread_local(void) {
  static _Thread_local char buffer[4096];
  use(buffer);
}

void silent_extern(void) {
  extern char buffer[4096];
  use(buffer);
}

// A string literal is data of the program.
void silent_literal(void) {
  const char *text = "a text";
  use(text);
}

// Prototypes have parameters, but no frame.
struct record {
  char data[2048];
};
void silent_prototype(struct record entry);

void automatic(void) {
  auto char buffer[4096];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(buffer);
}

void registered(void) {
  register struct record entry;
  // expected-warning@-1 {{local variable 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  entry.data[0] = 1;
}

// const is still a copy on the stack.
void constant(int index) {
  const int table[512] = {1, 2, 3};
  // expected-warning@-1 {{local variable 'table' of type 'const int[512]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&table[index]);
}
