// Statement expressions, _Generic, __builtin_choose_expr and computed goto.

// RUN: %clang_cc1 -std=gnu17 -fsyntax-only -verify %s \
// RUN:   -plugin-arg-offstack local=1K

int use(const void *);

int statement_expression(void) {
  return ({
    char buffer[4096];
    // expected-warning@-1 {{local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(buffer);
  });
}

int silent_typeof(void) {
  typeof(({
    char buffer[4096];
    use(buffer);
  })) result = 1;
  return result;
}

int silent_choose(void) {
  return __builtin_choose_expr(1, use(0), ({
    char buffer[4096];
    use(buffer);
  }));
}

int choose(void) {
  return __builtin_choose_expr(0, use(0), ({
    char buffer[4096];
    // expected-warning@-1 {{local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(buffer);
  }));
}

int silent_generic(int x) {
  return _Generic(x, int: use(0), char *: ({
    char buffer[4096];
    use(buffer);
  }));
}

int generic(int x) {
  return _Generic(x, char *: use(0), int: ({
    char buffer[4096];
    // expected-warning@-1 {{local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
    // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
    use(buffer);
  }));
}

int computed_goto(int x) {
  void *targets[] = {&&first, &&second};
  goto *targets[x];
first:
  return 1;
second:;
  char buffer[4096];
  // expected-warning@-1 {{local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
  // expected-note@-2 {{allocate it with malloc and free, or compile with '-fplugin-arg-offstack-box' to have it moved to the heap}}
  return use(buffer);
}
