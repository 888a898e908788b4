// Structs passed by value are copied to the stack by each caller.

// RUN: %clang_cc1 -std=c99 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

struct record {
  char data[2048];
};
struct small {
  char data[1024];
};
int use(void *);

int by_value(struct record entry) {
  // expected-warning@-1 {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-2 {{pass it by pointer: the caller copies it to the stack for every call}}
  return use(&entry);
}

int silent_small(struct small entry) { return use(&entry); }

int silent_by_pointer(struct record *entry) { return use(entry); }

// Array parameters are pointers.
int silent_array(char data[4096]) { return use(data); }
int silent_array_of_structs(struct record data[4]) { return use(data); }

// A declaration alone copies nothing.
int silent_declaration(struct record entry);

// The result is in the caller's frame, where a variable receives it.
struct record silent_result(int from) {
  static struct record records[2];
  return records[from];
}

void receives(void) {
  struct record received = silent_result(1);
  // expected-warning@-1 {{local variable 'received' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  use(&received);
}

union value {
  char text[1500];
  int number;
};

int second(int count, union value value, const struct record constant) {
  // expected-warning@-1 {{parameter 'value' of type 'union value' takes 1500 bytes (1.4 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-2 {{pass it by pointer: the caller copies it to the stack for every call}}
  // expected-warning@-3 {{parameter 'constant' of type 'const struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
  // expected-note@-4 {{pass it by pointer: the caller copies it to the stack for every call}}
  return count + value.number + constant.data[0];
}
