// The matrix for box-impossible, which is only there when objects are boxed.

// DEFINE: %{check} = %clang_cc1 -std=c23 -emit-obj -o /dev/null %s \
// DEFINE:   -plugin-arg-offstack box -I%S/Inputs
// RUN: %{check} -verify=on
// RUN: %{check} -verify=on -Wno-frame-larger-than -Wno-infinite-recursion
// RUN: %{check} -verify=on -Wno-ignored-attributes -Wignored-attributes
// RUN: %{check} -verify=on -Wno-attributes -Wignored-attributes
// RUN: %{check} -verify=as -Werror=ignored-attributes
// RUN: %{check} -verify=as -Werror
// RUN: %{check} -verify=on -Werror -Wno-error=ignored-attributes
// RUN: %{check} -verify=none -Wno-ignored-attributes
// RUN: %{check} -verify=none -Wno-attributes
// RUN: %{check} -verify=none -w
// RUN: %{check} -verify=none -Wno-everything
// RUN: %{check} -verify=none -plugin-arg-offstack disable=box-impossible
// RUN: %{check} -verify=on -plugin-arg-offstack disable=large-local,boxed
// RUN: %{check} -verify=none -plugin-arg-offstack disable=boxed,box-impossible
// RUN: rm -rf %t && split-file %S/Inputs/attribute-mappings.txt %t
// RUN: %{check} -verify=none --warning-suppression-mappings=%t/here
// RUN: %{check} -verify=on --warning-suppression-mappings=%t/elsewhere
// none-no-diagnostics

#include "asked.h"

void uses_header(void *buffer) { silent_box_impossible_system(buffer); }
#define ASKED(name) [[offstack::box]] char name[64]

void flagged(void *buffer) {
  [[offstack::box]] char asked[64]; // on-warning {{offstack-box-impossible)}} as-error {{offstack-box-impossible)}}
  if (!returns_again(buffer))
    use(asked);
}

void by_macro(void *buffer) {
  ASKED(asked); // on-warning {{offstack-box-impossible)}} as-error {{offstack-box-impossible)}}
  if (!returns_again(buffer))
    use(asked);
}

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void other_group(void *buffer) {
  [[offstack::box]] char asked[64]; // on-warning {{offstack-box-impossible)}} as-error {{offstack-box-impossible)}}
  if (!returns_again(buffer))
    use(asked);
}
#pragma clang diagnostic pop

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wignored-attributes"
void silent_box_impossible_pragma(void *buffer) {
  [[offstack::box]] char asked[64];
  if (!returns_again(buffer))
    use(asked);
}
void silent_box_impossible_macro(void *buffer) {
  ASKED(asked);
  if (!returns_again(buffer))
    use(asked);
}
#pragma clang diagnostic pop

void silent_box_impossible_unasked(void *buffer) {
  char unasked[64];
  if (!returns_again(buffer))
    use(unasked);
}

void behind_pop(void *buffer) {
  [[offstack::box]] char asked[64]; // on-warning {{offstack-box-impossible)}} as-error {{offstack-box-impossible)}}
  if (!returns_again(buffer))
    use(asked);
}
