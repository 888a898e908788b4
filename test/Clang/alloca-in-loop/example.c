// The example of docs/diagnostics/alloca-in-loop.md.

// RUN: %clang_cc1 -fsyntax-only -verify %s

typedef unsigned long size_t;
size_t strlen(const char *);
char *strcpy(char *, const char *);
void send(char *);

void send_all(int count, const char **lines) {
  for (int i = 0; i < count; i++) {
    char *copy = __builtin_alloca(strlen(lines[i]) + 1);
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
    send(strcpy(copy, lines[i]));
  }
}
