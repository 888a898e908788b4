// What is a loop for alloca: something that runs it again without a return in
// between.

// RUN: %clang_cc1 -std=gnu17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

int more(void);
void use(const void *);
void *alloca(unsigned long);
_Noreturn void fail(void);

void kinds(int n) {
  for (int i = 0; i < n; i++)
    use(alloca(16));
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
  while (more())
    use(alloca(16));
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
  do
    use(alloca(16));
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
  while (more());
  while (use(alloca(16)), more())
  // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
  // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
    ;
  for (;; use(alloca(16)))
  // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
  // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
    if (more())
      break;
}

// A variable-length array is released at the end of its scope.
void silent_array(void) {
  while (more()) {
    char buffer[16];
    use(buffer);
  }
}

void silent_before(void) {
  void *memory = alloca(16);
  for (void *silent = alloca(16); more();)
    use(memory), use(silent);
}

// Constant rounds of a constant size are as good as one alloca.
void silent_few(void) {
  void *rows[8];
  for (int i = 0; i < 8; i++)
    rows[i] = alloca(64);
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      rows[j] = alloca(16);
  use(rows);
}
void many(void) {
  void *rows[8];
  for (int i = 0; i < 8; i++)
    rows[i] = alloca(256);
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
  use(rows);
}

#define ONCE(memory)                                                           \
  do {                                                                         \
    memory = alloca(16);                                                       \
  } while (0)
void silent_once(void) {
  void *memory;
  ONCE(memory);
  use(memory);
}

// The loop ends with it.
int silent_left(void) {
  while (more()) {
    if (more()) {
      use(alloca(16));
      return 1;
    }
    if (more()) {
      use(alloca(16));
      break;
    }
    if (more()) {
      use(alloca(16));
      fail();
    }
  }
  return 0;
}
void continued(void) {
  while (more()) {
    use(alloca(16));
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
    continue;
  }
}
void only_the_switch_is_left(int n) {
  while (more())
    switch (n) {
    case 1:
      use(alloca(16));
      // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
      // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
      break;
    }
}
void outer_goes_on(void) {
  while (more())
    while (more()) {
      use(alloca(16));
      // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
      // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
      break;
    }
}

// Another function's stack is released when that returns.
static inline void helper(void) { use(alloca(16)); }
void silent_call(void) {
  while (more())
    helper();
}

// One problem is one warning.
void unbounded_too(int n) {
  while (more())
    use(alloca(n));
    // expected-warning@-1 {{alloca in a loop takes more stack each time: it is released only when the function returns (offstack-alloca-in-loop)}}
    // expected-note@-2 {{call it once before the loop, or use a function that the loop calls, or the heap}}
}

void silent_unevaluated(void) {
  while (more())
    use((void *)sizeof(alloca(16)));
}
