// Warning options and Offstack's own, in every spelling.

// RUN: %clang_cc1 -fsyntax-only %s -plugin-arg-offstack local=1K 2>&1 \
// RUN:   | FileCheck %s
// RUN: %clang -fsyntax-only %s -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=1K 2>&1 | FileCheck %s
// RUN: %clang -fsyntax-only %s -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-stack=64K 2>&1 | FileCheck %s
// RUN: env OFFSTACK_OPTIONS=local=1K %clang_cc1 -fsyntax-only %s 2>&1 \
// RUN:   | FileCheck %s
// RUN: env OFFSTACK_OPTIONS=local=1G %clang_cc1 -fsyntax-only %s \
// RUN:   -plugin-arg-offstack local=1K 2>&1 | FileCheck %s
// CHECK: warning: local variable 'buffer' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local) [-Wframe-larger-than]
// CHECK: 1 warning generated.

// RUN: not %clang_cc1 -fsyntax-only %s -plugin-arg-offstack local=1K \
// RUN:   -Werror=frame-larger-than 2>&1 | FileCheck %s --check-prefix=ERROR
// ERROR: error: local variable 'buffer' {{.*}} [-Werror,-Wframe-larger-than]

// RUN: %clang_cc1 -fsyntax-only %s -plugin-arg-offstack frame=1K 2>&1 \
// RUN:   | FileCheck %s --check-prefix=FRAME
// FRAME: warning: the locals of 'f' take an estimated 2048 bytes (2 KiB) of stack together, over the limit of 1 KiB (offstack-large-frame) [-Wframe-larger-than]

// RUN: %clang_cc1 -fsyntax-only %s 2>&1 | count 0
// RUN: %clang_cc1 -fsyntax-only -w %s -plugin-arg-offstack local=1K 2>&1 \
// RUN:   | count 0
// RUN: %clang_cc1 -fsyntax-only -Wno-frame-larger-than %s \
// RUN:   -plugin-arg-offstack local=1K 2>&1 | count 0
// RUN: %clang_cc1 -fsyntax-only %s -plugin-arg-offstack local=1K \
// RUN:   -plugin-arg-offstack disable=large-local 2>&1 | count 0

int use(const void *);

void f(void) {
  char buffer[2048];
  use(buffer);
}
