// In a function that is in a cycle of calls, an object is held to
// 'recursive-local': there is one on the stack for each call.

// RUN: %clang_cc1 -std=c17 -emit-llvm-only -verify %s \
// RUN:   -plugin-arg-offstack stack=1M -plugin-arg-offstack local=8K \
// RUN:   -plugin-arg-offstack recursive-local=1K
// RUN: %clang_cc1 -std=c17 -emit-llvm-only -O2 -verify %s \
// RUN:   -plugin-arg-offstack stack=1M -plugin-arg-offstack local=8K \
// RUN:   -plugin-arg-offstack recursive-local=1K

// Without code, only a function that calls itself is known to be recursive.
// RUN: %clang_cc1 -std=c17 -fsyntax-only -verify=parsed %s \
// RUN:   -plugin-arg-offstack stack=1M -plugin-arg-offstack local=8K \
// RUN:   -plugin-arg-offstack recursive-local=1K

int use(void *);
struct record {
  char data[2048];
};

int direct(int n) {
  char buffer[2048]; // #buffer
  return n ? direct(n - 1) + use(buffer) : 0;
}
// expected-warning@#buffer {{local variable 'buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack in each call of 'direct', which is recursive, over the limit of 1 KiB: the stack of 1 MiB is full after 512 calls (offstack-large-local)}}
// expected-note@#buffer {{allocate it with malloc and free}}
// parsed-warning@#buffer {{in each call of 'direct', which is recursive, over the limit of 1 KiB}}
// parsed-note@#buffer {{allocate it with malloc and free}}

int even(int n);
int odd(int n) {
  char text[4096]; // #text
  return n ? even(n - 1) + use(text) : 0;
}
int even(int n) { return n ? odd(n - 1) : 1; }
// expected-warning@#text {{local variable 'text' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack in each call of 'odd', which is recursive, over the limit of 1 KiB: the stack of 1 MiB is full after 256 calls (offstack-large-local)}}
// expected-note@#text {{allocate it with malloc and free}}

// Calls a recursive function, and is none.
int silent_caller(int n) {
  char buffer[2048];
  return direct(n) + use(buffer);
}

int silent_small(int n) {
  char buffer[1024];
  return n ? silent_small(n - 1) + use(buffer) : 0;
}

// What is large anywhere is as well, and the message says the worse.
int large_anyway(int n) {
  char buffer[16384]; // #large
  return n ? large_anyway(n - 1) + use(buffer) : 0;
}
// expected-warning@#large {{in each call of 'large_anyway', which is recursive, over the limit of 1 KiB: the stack of 1 MiB is full after 64 calls}}
// expected-note@#large {{allocate it with malloc and free}}
// parsed-warning@#large {{in each call of 'large_anyway', which is recursive, over the limit of 1 KiB: the stack of 1 MiB is full after 64 calls}}
// parsed-note@#large {{allocate it with malloc and free}}

int passed(struct record entry, int n) { // #passed
  return n ? passed(entry, n - 1) + use(&entry) : 0;
}
// expected-warning@#passed {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack in each call of 'passed', which is recursive}}
// expected-note@#passed {{pass it by pointer}}
// parsed-warning@#passed {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack in each call of 'passed', which is recursive}}
// parsed-note@#passed {{pass it by pointer}}

int literal(int n) {
  return n ? literal(n - 1) + use(&(struct record){{0}}) : 0; // #literal
}
// expected-warning@#literal {{compound literal of type 'struct record' takes 2048 bytes (2 KiB) of stack in each call of 'literal', which is recursive}}
// expected-note@#literal {{allocate it with malloc and free}}
// parsed-warning@#literal {{compound literal of type 'struct record' takes 2048 bytes (2 KiB) of stack in each call of 'literal', which is recursive}}
// parsed-note@#literal {{allocate it with malloc and free}}
