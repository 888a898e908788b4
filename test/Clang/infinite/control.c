// The warning is turned off and on as clang's own is.

// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=on,back
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=on -Wno-infinite-recursion
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=none -w
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=clang \
// RUN:   -plugin-arg-offstack disable=infinite

// As when nothing is generated.
// RUN: %clang_cc1 -fsyntax-only %s -verify=on,back
// RUN: %clang_cc1 -fsyntax-only %s -verify=on -Wno-infinite-recursion
// RUN: %clang_cc1 -fsyntax-only %s -verify=none -w
// RUN: %clang_cc1 -fsyntax-only %s -verify=clang \
// RUN:   -plugin-arg-offstack disable=infinite

// A system header's functions are not the user's to mend.
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=on,back -DHEADER \
// RUN:   -isystem %S/Inputs
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -DHEADER -I %S/Inputs 2>&1 \
// RUN:   | FileCheck %s --check-prefix=HEADER
// HEADER: header.h:2:10: warning: every path through 'in_header' calls it again

// none-no-diagnostics

#ifdef HEADER
#include "header.h"
int uses_header(int n) { return in_header(n); }
#endif

int first(int n) {
  return first(n); // back-warning {{every path through 'first' calls it again: the recursion never ends (offstack-infinite)}}
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int ignored(int n) { return ignored(n); }
#pragma clang diagnostic pop

int between(int n) {
  return between(n); // back-warning {{every path through 'between' calls it again}}
}

// Clang's own warning, which is off by default, is turned on, too.
#pragma clang diagnostic push
#pragma clang diagnostic warning "-Winfinite-recursion"
int enabled(int n) { // on-warning {{all paths through this function}} clang-warning {{all paths through this function}}
  return enabled(n); // on-warning {{every path through 'enabled' calls it again}}
}
#pragma clang diagnostic pop
