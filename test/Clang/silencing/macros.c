// What a macro makes is reported where the macro is used. What counts is the state
// there, and not where the macro is defined.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify
// RUN: %{check} %s -verify -O2

#include "types.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
#define DEFINE_LARGE_LOCAL(name) void name(void) { char text[1500]; use(text); }
#pragma clang diagnostic pop
#define DEFINE_LARGE_PARAMETER(name) void name(struct big b) { use(b.bytes); }
#define DEFINE_LARGE_TEMPORARY(name) void name(void) { use((char[1500]){0}); }
#define DEFINE_UNBOUNDED_ALLOCA(name) void name(unsigned long n) { char text[n]; use(text); }
#define DEFINE_ALLOCA_IN_LOOP(name) void name(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
#define DEFINE_LARGE_FRAME(name) void name(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
#define DEFINE_INFINITE(name) int name(int n) { return name(n) + 1; }
#pragma clang diagnostic pop
#define DEFINE_NO_PROGRESS(name) int name(int n) { return n == 0 ? 0 : 1 + name(n); }
#define DEFINE_SKIPPED_BASE_CASE(name) unsigned name(unsigned n) { return n == 0 ? 1 : 1 + name(n - 2); }
#define DEFINE_UNBOUNDED(name) int name(struct list *l) { return l ? 1 + name(l->next) : 0; }
#define DEFINE_UNGUARDED_EDGE(name) int name##_in(struct parser *p); int name(struct parser *p) { if (*p->at == '[') return name##_in(p); return *p->at++ == '-' ? -name(p) : 0; } int name##_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = name(p); p->depth--; return r; }
#define DEFINE_DEEP_RECURSION(name) MAX_DEPTH(1000000) int name(struct list *l) { return l ? 1 + name(l->next) : 0; }
#define DEFINE_RECURSIVE(name) unsigned name(unsigned a, unsigned b) { return b ? name(b, a % b) : a; }

// Two of the definitions are in a pragma: that changes nothing.

DEFINE_LARGE_LOCAL(by_macro_large_local) // expected-warning {{offstack-large-local)}}
DEFINE_LARGE_PARAMETER(by_macro_large_parameter) // expected-warning {{offstack-large-parameter)}}
DEFINE_LARGE_TEMPORARY(by_macro_large_temporary) // expected-warning {{offstack-large-temporary)}}
DEFINE_UNBOUNDED_ALLOCA(by_macro_unbounded_alloca) // expected-warning {{offstack-unbounded-alloca)}}
DEFINE_ALLOCA_IN_LOOP(by_macro_alloca_in_loop) // expected-warning {{offstack-alloca-in-loop)}}
DEFINE_LARGE_FRAME(by_macro_large_frame) // expected-warning {{offstack-large-frame)}}
DEFINE_INFINITE(by_macro_infinite) // expected-warning {{offstack-infinite)}}
DEFINE_NO_PROGRESS(by_macro_no_progress) // expected-warning {{offstack-no-progress)}}
DEFINE_SKIPPED_BASE_CASE(by_macro_skipped_base_case) // expected-warning {{offstack-skipped-base-case)}}
DEFINE_UNBOUNDED(by_macro_unbounded) // expected-warning {{offstack-unbounded)}}
DEFINE_UNGUARDED_EDGE(by_macro_unguarded_edge) // expected-warning {{offstack-unguarded-edge)}}
DEFINE_DEEP_RECURSION(by_macro_deep_recursion) // expected-warning {{offstack-deep-recursion)}}
DEFINE_RECURSIVE(by_macro_recursive) // expected-warning {{offstack-recursive)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
DEFINE_LARGE_LOCAL(silent_large_local_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
DEFINE_LARGE_PARAMETER(silent_large_parameter_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
DEFINE_LARGE_TEMPORARY(silent_large_temporary_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
DEFINE_UNBOUNDED_ALLOCA(silent_unbounded_alloca_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
DEFINE_ALLOCA_IN_LOOP(silent_alloca_in_loop_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
DEFINE_LARGE_FRAME(silent_large_frame_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_INFINITE(silent_infinite_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_NO_PROGRESS(silent_no_progress_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_SKIPPED_BASE_CASE(silent_skipped_base_case_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_UNBOUNDED(silent_unbounded_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_UNGUARDED_EDGE(silent_unguarded_edge_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_DEEP_RECURSION(silent_deep_recursion_macro)
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
DEFINE_RECURSIVE(silent_recursive_macro)
#pragma clang diagnostic pop

// A macro can bring its pragma with it.

#define QUIET_LARGE_LOCAL(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"") \
  DEFINE_LARGE_LOCAL(name) _Pragma("clang diagnostic pop")
QUIET_LARGE_LOCAL(silent_large_local_in_macro)
#define QUIET_LARGE_PARAMETER(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"") \
  DEFINE_LARGE_PARAMETER(name) _Pragma("clang diagnostic pop")
QUIET_LARGE_PARAMETER(silent_large_parameter_in_macro)
#define QUIET_LARGE_TEMPORARY(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"") \
  DEFINE_LARGE_TEMPORARY(name) _Pragma("clang diagnostic pop")
QUIET_LARGE_TEMPORARY(silent_large_temporary_in_macro)
#define QUIET_UNBOUNDED_ALLOCA(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"") \
  DEFINE_UNBOUNDED_ALLOCA(name) _Pragma("clang diagnostic pop")
QUIET_UNBOUNDED_ALLOCA(silent_unbounded_alloca_in_macro)
#define QUIET_ALLOCA_IN_LOOP(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"") \
  DEFINE_ALLOCA_IN_LOOP(name) _Pragma("clang diagnostic pop")
QUIET_ALLOCA_IN_LOOP(silent_alloca_in_loop_in_macro)
#define QUIET_LARGE_FRAME(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"") \
  DEFINE_LARGE_FRAME(name) _Pragma("clang diagnostic pop")
QUIET_LARGE_FRAME(silent_large_frame_in_macro)
#define QUIET_INFINITE(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_INFINITE(name) _Pragma("clang diagnostic pop")
QUIET_INFINITE(silent_infinite_in_macro)
#define QUIET_NO_PROGRESS(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_NO_PROGRESS(name) _Pragma("clang diagnostic pop")
QUIET_NO_PROGRESS(silent_no_progress_in_macro)
#define QUIET_SKIPPED_BASE_CASE(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_SKIPPED_BASE_CASE(name) _Pragma("clang diagnostic pop")
QUIET_SKIPPED_BASE_CASE(silent_skipped_base_case_in_macro)
#define QUIET_UNBOUNDED(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_UNBOUNDED(name) _Pragma("clang diagnostic pop")
QUIET_UNBOUNDED(silent_unbounded_in_macro)
#define QUIET_UNGUARDED_EDGE(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_UNGUARDED_EDGE(name) _Pragma("clang diagnostic pop")
QUIET_UNGUARDED_EDGE(silent_unguarded_edge_in_macro)
#define QUIET_DEEP_RECURSION(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_DEEP_RECURSION(name) _Pragma("clang diagnostic pop")
QUIET_DEEP_RECURSION(silent_deep_recursion_in_macro)
#define QUIET_RECURSIVE(name) \
  _Pragma("clang diagnostic push") \
  _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"") \
  DEFINE_RECURSIVE(name) _Pragma("clang diagnostic pop")
QUIET_RECURSIVE(silent_recursive_in_macro)

// Arguments are the user's text, also of a macro of a system header. What such a
// macro says itself is silent: the name of a variable, but not that of a function.

#include "system/macros.h"
PASS(void argument(void) { char text[1500]; use(text); }) // expected-warning {{offstack-large-local)}}
SYSTEM_LARGE_LOCAL(silent_large_local_system_macro)
SYSTEM_LARGE_PARAMETER(silent_large_parameter_system_macro)
SYSTEM_LARGE_TEMPORARY(silent_large_temporary_system_macro)
SYSTEM_UNBOUNDED_ALLOCA(silent_unbounded_alloca_system_macro)
SYSTEM_ALLOCA_IN_LOOP(silent_alloca_in_loop_system_macro)
SYSTEM_LARGE_FRAME(system_macro_large_frame) // expected-warning {{offstack-large-frame)}}
SYSTEM_INFINITE(system_macro_infinite) // expected-warning {{offstack-infinite)}}
SYSTEM_NO_PROGRESS(system_macro_no_progress) // expected-warning {{offstack-no-progress)}}
SYSTEM_SKIPPED_BASE_CASE(system_macro_skipped_base_case) // expected-warning {{offstack-skipped-base-case)}}
SYSTEM_UNBOUNDED(system_macro_unbounded) // expected-warning {{offstack-unbounded)}}
SYSTEM_UNGUARDED_EDGE(system_macro_unguarded_edge) // expected-warning {{offstack-unguarded-edge)}}
SYSTEM_DEEP_RECURSION(system_macro_deep_recursion) // expected-warning {{offstack-deep-recursion)}}
SYSTEM_RECURSIVE(system_macro_recursive) // expected-warning {{offstack-recursive)}}
