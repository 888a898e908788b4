// A report changes nothing else: what the compiler prints, in color and with
// its own warnings among it, what it serializes, and what it compiles stay the
// same bytes; so do the findings of -verify.

// RUN: rm -rf %t && mkdir %t
// RUN: %clang -c %s -o %t/a.o -Wall -fcolor-diagnostics \
// RUN:   -fplugin=%offstack_clang --serialize-diagnostics %t/plain.dia \
// RUN:   2> %t/plain.txt && mv %t/a.o %t/plain.o
// RUN: %clang -c %s -o %t/a.o -Wall -fcolor-diagnostics \
// RUN:   -fplugin=%offstack_clang --serialize-diagnostics %t/report.dia \
// RUN:   -fplugin-arg-offstack-report=%t/r.json,%t/r.sarif 2> %t/report.txt
// RUN: cmp %t/plain.txt %t/report.txt
// RUN: cmp %t/plain.dia %t/report.dia
// RUN: cmp %t/plain.o %t/a.o
// RUN: FileCheck %s --input-file=%t/plain.txt --check-prefix=PRINTED
// PRINTED: using the result of an assignment
// PRINTED: offstack-large-local

// Only what Offstack says is in the report.
// RUN: FileCheck %s --input-file=%t/r.json --implicit-check-not='"rule"' \
// RUN:   --implicit-check-not=parentheses
// CHECK: "rule": "large-local"
// CHECK: "message": "allocate it

// Under -Werror the outcome is the same, too.
// RUN: not %clang -fsyntax-only %s -Werror -fplugin=%offstack_clang \
// RUN:   2> %t/plain.txt
// RUN: not %clang -fsyntax-only %s -Werror -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-report=%t/r.json 2> %t/report.txt
// RUN: cmp %t/plain.txt %t/report.txt

// RUN: %clang_cc1 -verify -fsyntax-only %s -Wall \
// RUN:   -plugin-arg-offstack report=%t/r.json
// RUN: %clang_cc1 -verify=expected,error -fsyntax-only %s -DERROR -Wall \
// RUN:   -plugin-arg-offstack report=%t/r.json
// RUN: not %clang_cc1 -verify -fsyntax-only %s -DERROR -Wall \
// RUN:   -plugin-arg-offstack report=%t/r.json 2>&1 \
// RUN:   | FileCheck %s --check-prefix=UNEXPECTED
// UNEXPECTED: diagnostics seen but not expected

void use(const void *);

int f(int n) {
  char buffer[1 << 20]; // expected-warning {{offstack-large-local}} expected-note {{malloc}}
  use(buffer);
  if (n = 3) // expected-warning {{using the result of an assignment}} expected-note 2 {{}}
    return 1;
#ifdef ERROR
  return unknown; // error-error {{undeclared identifier}}
#endif
  return 0;
}
