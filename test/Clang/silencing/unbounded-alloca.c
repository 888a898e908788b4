// The matrix for unbounded-alloca, which is off by default, as its group is.

// DEFINE: %{check} = %clang_cc1 -std=c23 -emit-obj -o /dev/null %s \
// DEFINE:   -I%S/Inputs -verify-ignore-unexpected=note
// RUN: %{check} -verify=pragma
// RUN: %{check} -verify=pragma -Wframe-larger-than -Winfinite-recursion
// RUN: %{check} -verify=on,pragma -Walloca
// RUN: %{check} -verify=on,pragma -Wno-alloca -Walloca
// RUN: %{check} -verify=pragma -Walloca -Wno-alloca
// RUN: %{check} -verify=on,pragma -Walloca -Wno-frame-larger-than -Wno-vla
// RUN: %{check} -verify=as -Werror=alloca
// RUN: %{check} -verify=as -Walloca -Werror
// RUN: %{check} -verify=on,pragma -Walloca -Werror -Wno-error=alloca
// RUN: %{check} -verify=none -Walloca -w
// RUN: %{check} -verify=pragma -Walloca -Wno-everything
// RUN: %{check} -verify=none -Walloca \
// RUN:   -plugin-arg-offstack disable=unbounded-alloca
// RUN: %{check} -verify=on,pragma -Walloca \
// RUN:   -plugin-arg-offstack disable=large-local,alloca-in-loop
// RUN: rm -rf %t && split-file %S/Inputs/alloca-mappings.txt %t
// RUN: %{check} -verify=pragma -Walloca --warning-suppression-mappings=%t/here
// RUN: %{check} -verify=on,pragma -Walloca \
// RUN:   --warning-suppression-mappings=%t/elsewhere
// RUN: %{check} -verify=none -Walloca -plugin-arg-offstack ignorelist=%t/list
// RUN: %{check} -verify=on,pragma -Walloca \
// RUN:   -plugin-arg-offstack ignorelist=%t/other-list
// none-no-diagnostics

#include "types.h"
#include "system/unbounded.h"
#define DECLARE(name, n) char name[n]

void flagged(unsigned long n) {
  char text[n]; // on-warning {{offstack-unbounded-alloca)}} as-error {{offstack-unbounded-alloca)}}
  use(text);
}

void by_macro(unsigned long n) {
  DECLARE(text, n); // on-warning {{offstack-unbounded-alloca)}} as-error {{offstack-unbounded-alloca)}}
  use(text);
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
#pragma clang diagnostic ignored "-Wvla"
void other_group(unsigned long n) {
  char text[n]; // on-warning {{offstack-unbounded-alloca)}} as-error {{offstack-unbounded-alloca)}}
  use(text);
}
#pragma clang diagnostic pop

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Walloca"
void silent_unbounded_alloca_pragma(unsigned long n) {
  char text[n];
  use(text);
}
void silent_unbounded_alloca_macro(unsigned long n) {
  DECLARE(text, n);
  use(text);
}
#pragma clang diagnostic pop

#pragma clang diagnostic push
#pragma clang diagnostic warning "-Walloca"
void by_pragma(unsigned long n) {
  char text[n]; // pragma-warning {{offstack-unbounded-alloca)}} as-warning {{offstack-unbounded-alloca)}}
  use(text);
}
#pragma clang diagnostic pop

void silent_unbounded_alloca_keep(unsigned long n) {
  [[offstack::keep("callers pass 64 at most")]] char text[n];
  use(text);
}
[[offstack::keep("why")]] void silent_unbounded_alloca_kept(unsigned long n) {
  char text[n];
  use(text);
}

// What has no bound is over every budget.
[[offstack::budget(1 << 30)]] void budget(unsigned long n) {
  char text[n]; // on-warning {{offstack-unbounded-alloca)}} as-error {{offstack-unbounded-alloca)}}
  use(text);
}

void silent_unbounded_alloca_bounded(unsigned long n) {
  char text[n & 63];
  use(text);
}
