// Pragmas that make a warning an error, and turn one on that the command line
// turns off.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify=level -Wno-frame-larger-than -Wno-infinite-recursion
// RUN: %{check} %s -verify=error -DERROR

#include "types.h"

#ifndef ERROR

// Off by the command line.

void silent_large_local_option(void) { char text[1500]; use(text); }
void silent_large_parameter_option(struct big b) { use(b.bytes); }
void silent_large_temporary_option(void) { use((char[1500]){0}); }
void silent_unbounded_alloca_option(unsigned long n) { char text[n]; use(text); }
void silent_alloca_in_loop_option(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
void silent_large_frame_option(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
int silent_infinite_option(int n) { return silent_infinite_option(n) + 1; }
int silent_no_progress_option(int n) { return n == 0 ? 0 : 1 + silent_no_progress_option(n); }
unsigned silent_skipped_base_case_option(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_option(n - 2); }
int silent_unbounded_option(struct list *l) { return l ? 1 + silent_unbounded_option(l->next) : 0; }
int silent_unguarded_edge_option_in(struct parser *p);
int silent_unguarded_edge_option(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_option_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_option(p) : 0; }
int silent_unguarded_edge_option_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_option(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_option(struct list *l) { return l ? 1 + silent_deep_recursion_option(l->next) : 0; }
unsigned silent_recursive_option(unsigned a, unsigned b) { return b ? silent_recursive_option(b, a % b) : a; }

#pragma clang diagnostic push
#pragma clang diagnostic warning "-Wframe-larger-than"
void on_large_local(void) { char text[1500]; use(text); } // level-warning {{offstack-large-local)}}
void on_large_parameter(struct big b) { use(b.bytes); } // level-warning {{offstack-large-parameter)}}
void on_large_temporary(void) { use((char[1500]){0}); } // level-warning {{offstack-large-temporary)}}
void on_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // level-warning {{offstack-unbounded-alloca)}}
void on_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // level-warning {{offstack-alloca-in-loop)}}
void on_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // level-warning {{offstack-large-frame)}}
int silent_infinite_other_on(int n) { return silent_infinite_other_on(n) + 1; }
int silent_no_progress_other_on(int n) { return n == 0 ? 0 : 1 + silent_no_progress_other_on(n); }
unsigned silent_skipped_base_case_other_on(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_other_on(n - 2); }
int silent_unbounded_other_on(struct list *l) { return l ? 1 + silent_unbounded_other_on(l->next) : 0; }
int silent_unguarded_edge_other_on_in(struct parser *p);
int silent_unguarded_edge_other_on(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_other_on_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_other_on(p) : 0; }
int silent_unguarded_edge_other_on_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_other_on(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_other_on(struct list *l) { return l ? 1 + silent_deep_recursion_other_on(l->next) : 0; }
unsigned silent_recursive_other_on(unsigned a, unsigned b) { return b ? silent_recursive_other_on(b, a % b) : a; }
#pragma clang diagnostic pop
void silent_large_local_off_again(void) { char text[1500]; use(text); }
void silent_large_parameter_off_again(struct big b) { use(b.bytes); }
void silent_large_temporary_off_again(void) { use((char[1500]){0}); }
void silent_unbounded_alloca_off_again(unsigned long n) { char text[n]; use(text); }
void silent_alloca_in_loop_off_again(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
void silent_large_frame_off_again(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
#pragma clang diagnostic push
#pragma clang diagnostic warning "-Winfinite-recursion"
// Clang's own warning of the group is at the brace, of functions that never end.
int on_infinite(int n) { return on_infinite(n) + 1; } // level-warning {{offstack-infinite)}} level-warning {{all paths through this function will call itself}}
int on_no_progress(int n) { return n == 0 ? 0 : 1 + on_no_progress(n); } // level-warning {{offstack-no-progress)}}
unsigned on_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + on_skipped_base_case(n - 2); } // level-warning {{offstack-skipped-base-case)}}
int on_unbounded(struct list *l) { return l ? 1 + on_unbounded(l->next) : 0; } // level-warning {{offstack-unbounded)}}
int on_unguarded_edge_in(struct parser *p);
int on_unguarded_edge(struct parser *p) { if (*p->at == '[') return on_unguarded_edge_in(p); return *p->at++ == '-' ? -on_unguarded_edge(p) : 0; } // level-warning {{offstack-unguarded-edge)}}
int on_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = on_unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int on_deep_recursion(struct list *l) { return l ? 1 + on_deep_recursion(l->next) : 0; } // level-warning {{offstack-deep-recursion)}}
unsigned on_recursive(unsigned a, unsigned b) { return b ? on_recursive(b, a % b) : a; } // level-warning {{offstack-recursive)}}
#pragma clang diagnostic pop

#else

#pragma clang diagnostic push
#pragma clang diagnostic error "-Wframe-larger-than"
void error_large_local(void) { char text[1500]; use(text); } // error-error {{offstack-large-local)}}
void error_large_parameter(struct big b) { use(b.bytes); } // error-error {{offstack-large-parameter)}}
void error_large_temporary(void) { use((char[1500]){0}); } // error-error {{offstack-large-temporary)}}
void error_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // error-error {{offstack-unbounded-alloca)}}
void error_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // error-error {{offstack-alloca-in-loop)}}
void error_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // error-error {{offstack-large-frame)}}
#pragma clang diagnostic pop
void warning_large_local(void) { char text[1500]; use(text); } // error-warning {{offstack-large-local)}}
void warning_large_parameter(struct big b) { use(b.bytes); } // error-warning {{offstack-large-parameter)}}
void warning_large_temporary(void) { use((char[1500]){0}); } // error-warning {{offstack-large-temporary)}}
void warning_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // error-warning {{offstack-unbounded-alloca)}}
void warning_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // error-warning {{offstack-alloca-in-loop)}}
void warning_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // error-warning {{offstack-large-frame)}}

// The compilation ends before the IR is looked at.
int silent_infinite_no_code(int n) { return silent_infinite_no_code(n) + 1; }
int silent_no_progress_no_code(int n) { return n == 0 ? 0 : 1 + silent_no_progress_no_code(n); }
unsigned silent_skipped_base_case_no_code(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_no_code(n - 2); }
int silent_unbounded_no_code(struct list *l) { return l ? 1 + silent_unbounded_no_code(l->next) : 0; }
int silent_unguarded_edge_no_code_in(struct parser *p);
int silent_unguarded_edge_no_code(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_no_code_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_no_code(p) : 0; }
int silent_unguarded_edge_no_code_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_no_code(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_no_code(struct list *l) { return l ? 1 + silent_deep_recursion_no_code(l->next) : 0; }
unsigned silent_recursive_no_code(unsigned a, unsigned b) { return b ? silent_recursive_no_code(b, a % b) : a; }
#endif
