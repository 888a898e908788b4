// In a macro, the place is the expansion, as for clang's own warnings.

// RUN: not %clang_cc1 -fsyntax-only -Werror %s -plugin-arg-offstack local=1K \
// RUN:   -fno-caret-diagnostics 2>&1 | FileCheck %s

void use(const void *);

#define DECLARE_BUFFER(name) char name[2048]
#define BUFFER_SIZE 2048
#define DEFINE_FUNCTION(name)                                                  \
  void name(void) {                                                            \
    char in_macro[2048];                                                       \
    use(in_macro);                                                             \
  }

// CHECK: macros.c:[[#@LINE+2]]:18: error: local variable 'from_macro' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local) [-Werror,-Wframe-larger-than]
void declared(void) {
  DECLARE_BUFFER(from_macro);
  use(from_macro);
}

// CHECK: macros.c:[[#@LINE+4]]:8: error: local variable 'sized' of type 'char[2048]'
// CHECK-NEXT: macros.c:9:21: note: its size comes from macro 'BUFFER_SIZE'
// CHECK-NEXT: macros.c:[[#@LINE+2]]:8: note: allocate it
void sized(void) {
  char sized[BUFFER_SIZE];
  use(sized);
}

// Each expansion is a function of its own.
// CHECK: macros.c:[[#@LINE+4]]:1: error: local variable 'in_macro' of type 'char[2048]'
// CHECK-NEXT: macros.c:12:10: note: expanded from macro 'DEFINE_FUNCTION'
// CHECK: macros.c:[[#@LINE+3]]:1: error: local variable 'in_macro' of type 'char[2048]'
// CHECK-NEXT: macros.c:12:10: note: expanded from macro 'DEFINE_FUNCTION'
DEFINE_FUNCTION(first)
DEFINE_FUNCTION(second)

// CHECK-NOT: error:
