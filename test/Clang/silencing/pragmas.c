// Pragmas act on what is reported behind them, up to the pop.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify

#include "types.h"

// Ignored, and the near miss behind the pop.

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_local_push(void) { char text[1500]; use(text); }
#pragma clang diagnostic pop
void popped_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_parameter_push(struct big b) { use(b.bytes); }
#pragma clang diagnostic pop
void popped_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_temporary_push(void) { use((char[1500]){0}); }
#pragma clang diagnostic pop
void popped_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_unbounded_alloca_push(unsigned long n) { char text[n]; use(text); }
#pragma clang diagnostic pop
void popped_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // expected-warning {{offstack-unbounded-alloca)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_alloca_in_loop_push(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
#pragma clang diagnostic pop
void popped_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_frame_push(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
#pragma clang diagnostic pop
void popped_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_infinite_push(int n) { return silent_infinite_push(n) + 1; }
#pragma clang diagnostic pop
int popped_infinite(int n) { return popped_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_no_progress_push(int n) { return n == 0 ? 0 : 1 + silent_no_progress_push(n); }
#pragma clang diagnostic pop
int popped_no_progress(int n) { return n == 0 ? 0 : 1 + popped_no_progress(n); } // expected-warning {{offstack-no-progress)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
unsigned silent_skipped_base_case_push(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_push(n - 2); }
#pragma clang diagnostic pop
unsigned popped_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + popped_skipped_base_case(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_unbounded_push(struct list *l) { return l ? 1 + silent_unbounded_push(l->next) : 0; }
#pragma clang diagnostic pop
int popped_unbounded(struct list *l) { return l ? 1 + popped_unbounded(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_unguarded_edge_push_in(struct parser *p);
int silent_unguarded_edge_push(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_push_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_push(p) : 0; }
int silent_unguarded_edge_push_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_push(p); p->depth--; return r; }
#pragma clang diagnostic pop
int popped_unguarded_edge_in(struct parser *p);
int popped_unguarded_edge(struct parser *p) { if (*p->at == '[') return popped_unguarded_edge_in(p); return *p->at++ == '-' ? -popped_unguarded_edge(p) : 0; } // expected-warning {{offstack-unguarded-edge)}}
int popped_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = popped_unguarded_edge(p); p->depth--; return r; }
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
MAX_DEPTH(1000000) int silent_deep_recursion_push(struct list *l) { return l ? 1 + silent_deep_recursion_push(l->next) : 0; }
#pragma clang diagnostic pop
MAX_DEPTH(1000000) int popped_deep_recursion(struct list *l) { return l ? 1 + popped_deep_recursion(l->next) : 0; } // expected-warning {{offstack-deep-recursion)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
unsigned silent_recursive_push(unsigned a, unsigned b) { return b ? silent_recursive_push(b, a % b) : a; }
#pragma clang diagnostic pop
unsigned popped_recursive(unsigned a, unsigned b) { return b ? popped_recursive(b, a % b) : a; } // expected-warning {{offstack-recursive)}}

// The other group is ignored.

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
void other_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
void other_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
void other_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
void other_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // expected-warning {{offstack-unbounded-alloca)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
void other_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
void other_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
int other_infinite(int n) { return other_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
int other_no_progress(int n) { return n == 0 ? 0 : 1 + other_no_progress(n); } // expected-warning {{offstack-no-progress)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
unsigned other_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + other_skipped_base_case(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
int other_unbounded(struct list *l) { return l ? 1 + other_unbounded(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
int other_unguarded_edge_in(struct parser *p);
int other_unguarded_edge(struct parser *p) { if (*p->at == '[') return other_unguarded_edge_in(p); return *p->at++ == '-' ? -other_unguarded_edge(p) : 0; } // expected-warning {{offstack-unguarded-edge)}}
int other_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = other_unguarded_edge(p); p->depth--; return r; }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
MAX_DEPTH(1000000) int other_deep_recursion(struct list *l) { return l ? 1 + other_deep_recursion(l->next) : 0; } // expected-warning {{offstack-deep-recursion)}}
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
unsigned other_recursive(unsigned a, unsigned b) { return b ? other_recursive(b, a % b) : a; } // expected-warning {{offstack-recursive)}}
#pragma clang diagnostic pop

// The spelling of GCC, and the operator.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wframe-larger-than"
void silent_large_local_gcc(void) { char text[1500]; use(text); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wframe-larger-than"
void silent_large_parameter_gcc(struct big b) { use(b.bytes); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wframe-larger-than"
void silent_large_temporary_gcc(void) { use((char[1500]){0}); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wframe-larger-than"
void silent_unbounded_alloca_gcc(unsigned long n) { char text[n]; use(text); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wframe-larger-than"
void silent_alloca_in_loop_gcc(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wframe-larger-than"
void silent_large_frame_gcc(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
int silent_infinite_gcc(int n) { return silent_infinite_gcc(n) + 1; }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
int silent_no_progress_gcc(int n) { return n == 0 ? 0 : 1 + silent_no_progress_gcc(n); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
unsigned silent_skipped_base_case_gcc(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_gcc(n - 2); }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
int silent_unbounded_gcc(struct list *l) { return l ? 1 + silent_unbounded_gcc(l->next) : 0; }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
int silent_unguarded_edge_gcc_in(struct parser *p);
int silent_unguarded_edge_gcc(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_gcc_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_gcc(p) : 0; }
int silent_unguarded_edge_gcc_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_gcc(p); p->depth--; return r; }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
MAX_DEPTH(1000000) int silent_deep_recursion_gcc(struct list *l) { return l ? 1 + silent_deep_recursion_gcc(l->next) : 0; }
#pragma GCC diagnostic pop
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winfinite-recursion"
unsigned silent_recursive_gcc(unsigned a, unsigned b) { return b ? silent_recursive_gcc(b, a % b) : a; }
#pragma GCC diagnostic pop
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"")
void silent_large_local_operator(void) { char text[1500]; use(text); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"")
void silent_large_parameter_operator(struct big b) { use(b.bytes); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"")
void silent_large_temporary_operator(void) { use((char[1500]){0}); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"")
void silent_unbounded_alloca_operator(unsigned long n) { char text[n]; use(text); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"")
void silent_alloca_in_loop_operator(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wframe-larger-than\"")
void silent_large_frame_operator(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
int silent_infinite_operator(int n) { return silent_infinite_operator(n) + 1; }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
int silent_no_progress_operator(int n) { return n == 0 ? 0 : 1 + silent_no_progress_operator(n); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
unsigned silent_skipped_base_case_operator(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_operator(n - 2); }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
int silent_unbounded_operator(struct list *l) { return l ? 1 + silent_unbounded_operator(l->next) : 0; }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
int silent_unguarded_edge_operator_in(struct parser *p);
int silent_unguarded_edge_operator(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_operator_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_operator(p) : 0; }
int silent_unguarded_edge_operator_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_operator(p); p->depth--; return r; }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
MAX_DEPTH(1000000) int silent_deep_recursion_operator(struct list *l) { return l ? 1 + silent_deep_recursion_operator(l->next) : 0; }
_Pragma("clang diagnostic pop")
_Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Winfinite-recursion\"")
unsigned silent_recursive_operator(unsigned a, unsigned b) { return b ? silent_recursive_operator(b, a % b) : a; }
_Pragma("clang diagnostic pop")

// -Weverything is every group: off, and one on again behind it.

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Weverything"
void silent_large_local_everything(void) { char text[1500]; use(text); }
void silent_large_parameter_everything(struct big b) { use(b.bytes); }
void silent_large_temporary_everything(void) { use((char[1500]){0}); }
void silent_unbounded_alloca_everything(unsigned long n) { char text[n]; use(text); }
void silent_alloca_in_loop_everything(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
void silent_large_frame_everything(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
int silent_infinite_everything(int n) { return silent_infinite_everything(n) + 1; }
int silent_no_progress_everything(int n) { return n == 0 ? 0 : 1 + silent_no_progress_everything(n); }
unsigned silent_skipped_base_case_everything(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_everything(n - 2); }
int silent_unbounded_everything(struct list *l) { return l ? 1 + silent_unbounded_everything(l->next) : 0; }
int silent_unguarded_edge_everything_in(struct parser *p);
int silent_unguarded_edge_everything(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_everything_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_everything(p) : 0; }
int silent_unguarded_edge_everything_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_everything(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_everything(struct list *l) { return l ? 1 + silent_deep_recursion_everything(l->next) : 0; }
unsigned silent_recursive_everything(unsigned a, unsigned b) { return b ? silent_recursive_everything(b, a % b) : a; }
#pragma clang diagnostic warning "-Wframe-larger-than"
void again_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
void again_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
void again_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
void again_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // expected-warning {{offstack-unbounded-alloca)}}
void again_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
void again_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
int silent_unbounded_still(struct list *l) { return l ? 1 + silent_unbounded_still(l->next) : 0; }
#pragma clang diagnostic pop

// What counts is the place that the diagnostic shows: the variable, the name of
// the function, the call.

void silent_large_local_at_place(void) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  char text[1500];
#pragma clang diagnostic pop
  use(text);
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void beside_large_local(void) {
#pragma clang diagnostic pop
  char text[1500]; // expected-warning {{offstack-large-local)}}
  use(text);
}
void silent_large_parameter_at_place(
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  struct big b
#pragma clang diagnostic pop
  ) { use(b.bytes); }
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void beside_large_parameter(
#pragma clang diagnostic pop
  struct big b // expected-warning {{offstack-large-parameter)}}
  ) { use(b.bytes); }
void silent_large_temporary_at_place(void) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  use((char[1500]){0});
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void beside_large_temporary(void) {
#pragma clang diagnostic pop
  use((char[1500]){0}); // expected-warning {{offstack-large-temporary)}}
}
void silent_unbounded_alloca_at_place(unsigned long n) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  char text[n];
#pragma clang diagnostic pop
  use(text);
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void beside_unbounded_alloca(unsigned long n) {
#pragma clang diagnostic pop
  char text[n]; // expected-warning {{offstack-unbounded-alloca)}}
  use(text);
}
void silent_alloca_in_loop_at_place(int n) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  while (n-- > 0) use(__builtin_alloca(16));
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void beside_alloca_in_loop(int n) {
#pragma clang diagnostic pop
  while (n-- > 0) use(__builtin_alloca(16)); // expected-warning {{offstack-alloca-in-loop)}}
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_frame_at_place(void) {
#pragma clang diagnostic pop
  char a[900], b[900], c[900];
  use(a), use(b), use(c);
}
void beside_large_frame(void) { // expected-warning {{offstack-large-frame)}}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
  char a[900], b[900], c[900];
#pragma clang diagnostic pop
  use(a), use(b), use(c);
}
int silent_infinite_at_place(int n) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
  return silent_infinite_at_place(n) + 1;
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int beside_infinite(int n) {
#pragma clang diagnostic pop
  return beside_infinite(n) + 1; // expected-warning {{offstack-infinite)}}
}
int silent_no_progress_at_place(int n) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
  return n == 0 ? 0 : 1 + silent_no_progress_at_place(n);
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int beside_no_progress(int n) {
#pragma clang diagnostic pop
  return n == 0 ? 0 : 1 + beside_no_progress(n); // expected-warning {{offstack-no-progress)}}
}
unsigned silent_skipped_base_case_at_place(unsigned n) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
  return n == 0 ? 1 : 1 + silent_skipped_base_case_at_place(n - 2);
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
unsigned beside_skipped_base_case(unsigned n) {
#pragma clang diagnostic pop
  return n == 0 ? 1 : 1 + beside_skipped_base_case(n - 2); // expected-warning {{offstack-skipped-base-case)}}
}
int silent_unbounded_at_place(struct list *l) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
  return l ? 1 + silent_unbounded_at_place(l->next) : 0;
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int beside_unbounded(struct list *l) {
#pragma clang diagnostic pop
  return l ? 1 + beside_unbounded(l->next) : 0; // expected-warning {{offstack-unbounded)}}
}
MAX_DEPTH(1000000) int silent_deep_recursion_at_place(struct list *l) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
  return l ? 1 + silent_deep_recursion_at_place(l->next) : 0;
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
MAX_DEPTH(1000000) int beside_deep_recursion(struct list *l) {
#pragma clang diagnostic pop
  return l ? 1 + beside_deep_recursion(l->next) : 0; // expected-warning {{offstack-deep-recursion)}}
}
unsigned silent_recursive_at_place(unsigned a, unsigned b) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
  return b ? silent_recursive_at_place(b, a % b) : a;
#pragma clang diagnostic pop
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
unsigned beside_recursive(unsigned a, unsigned b) {
#pragma clang diagnostic pop
  return b ? beside_recursive(b, a % b) : a; // expected-warning {{offstack-recursive)}}
}
