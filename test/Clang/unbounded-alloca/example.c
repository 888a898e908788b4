// The example of docs/diagnostics/unbounded-alloca.md.

// RUN: %clang_cc1 -fsyntax-only -Walloca -verify %s

typedef unsigned long size_t;
void *memcpy(void *, const void *, size_t);
void send(const char *, size_t);

void reply(const char *text, size_t length) {
  char message[length + 1];
  // expected-warning@-1 {{nothing limits the size of 'message': it can take more than the stack of 8 MiB (offstack-unbounded-alloca)}}
  // expected-note@-2 {{compare the size with a constant first, or allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap when it is large}}
  memcpy(message, text, length);
  message[length] = '\n';
  send(message, length + 1);
}
