// The ignore list silences by name of function, variable and file, in sections
// that are names of diagnostics.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify -plugin-arg-offstack ignorelist=%S/Inputs/by-function.txt
// RUN: %{check} %s -verify=none -plugin-arg-offstack ignorelist=%S/Inputs/by-file.txt
// RUN: %{check} %s -verify=none -plugin-arg-offstack ignorelist=%S/Inputs/by-main-file.txt
// none-no-diagnostics

#include "types.h"

// By the name of the function, and a near miss of another name.

void silent_large_local_function(void) { char text[1500]; use(text); }
void flagged_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
void silent_large_parameter_function(struct big b) { use(b.bytes); }
void flagged_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
void silent_large_temporary_function(void) { use((char[1500]){0}); }
void flagged_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
void silent_unbounded_alloca_function(unsigned long n) { char text[n]; use(text); }
void flagged_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // expected-warning {{offstack-unbounded-alloca)}}
void silent_alloca_in_loop_function(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
void flagged_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
void silent_large_frame_function(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
void flagged_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
int silent_infinite_function(int n) { return silent_infinite_function(n) + 1; }
int flagged_infinite(int n) { return flagged_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
int silent_no_progress_function(int n) { return n == 0 ? 0 : 1 + silent_no_progress_function(n); }
int flagged_no_progress(int n) { return n == 0 ? 0 : 1 + flagged_no_progress(n); } // expected-warning {{offstack-no-progress)}}
unsigned silent_skipped_base_case_function(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_function(n - 2); }
unsigned flagged_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + flagged_skipped_base_case(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
int silent_unbounded_function(struct list *l) { return l ? 1 + silent_unbounded_function(l->next) : 0; }
int flagged_unbounded(struct list *l) { return l ? 1 + flagged_unbounded(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
int silent_unguarded_edge_function_in(struct parser *p);
int silent_unguarded_edge_function(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_function_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_function(p) : 0; }
int silent_unguarded_edge_function_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_function(p); p->depth--; return r; }
int flagged_unguarded_edge_in(struct parser *p);
int flagged_unguarded_edge(struct parser *p) { if (*p->at == '[') return flagged_unguarded_edge_in(p); return *p->at++ == '-' ? -flagged_unguarded_edge(p) : 0; } // expected-warning {{offstack-unguarded-edge)}}
int flagged_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = flagged_unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_function(struct list *l) { return l ? 1 + silent_deep_recursion_function(l->next) : 0; }
MAX_DEPTH(1000000) int flagged_deep_recursion(struct list *l) { return l ? 1 + flagged_deep_recursion(l->next) : 0; } // expected-warning {{offstack-deep-recursion)}}
unsigned silent_recursive_function(unsigned a, unsigned b) { return b ? silent_recursive_function(b, a % b) : a; }
unsigned flagged_recursive(unsigned a, unsigned b) { return b ? flagged_recursive(b, a % b) : a; } // expected-warning {{offstack-recursive)}}

// The section is that of another diagnostic.

void section_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
void section_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
void section_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
void section_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // expected-warning {{offstack-unbounded-alloca)}}
void section_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
void section_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
int section_infinite(int n) { return section_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
int section_no_progress(int n) { return n == 0 ? 0 : 1 + section_no_progress(n); } // expected-warning {{offstack-no-progress)}}
unsigned section_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + section_skipped_base_case(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
int section_unbounded(struct list *l) { return l ? 1 + section_unbounded(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
int section_unguarded_edge_in(struct parser *p);
int section_unguarded_edge(struct parser *p) { if (*p->at == '[') return section_unguarded_edge_in(p); return *p->at++ == '-' ? -section_unguarded_edge(p) : 0; } // expected-warning {{offstack-unguarded-edge)}}
int section_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = section_unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int section_deep_recursion(struct list *l) { return l ? 1 + section_deep_recursion(l->next) : 0; } // expected-warning {{offstack-deep-recursion)}}
unsigned section_recursive(unsigned a, unsigned b) { return b ? section_recursive(b, a % b) : a; } // expected-warning {{offstack-recursive)}}

// By a glob, in a section for several.

void silent_large_local_glob(void) { char text[1500]; use(text); }
void silent_large_parameter_glob(struct big b) { use(b.bytes); }
void silent_large_temporary_glob(void) { use((char[1500]){0}); }
void silent_unbounded_alloca_glob(unsigned long n) { char text[n]; use(text); }
void silent_alloca_in_loop_glob(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
void silent_large_frame_glob(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
int silent_infinite_glob(int n) { return silent_infinite_glob(n) + 1; }
int silent_no_progress_glob(int n) { return n == 0 ? 0 : 1 + silent_no_progress_glob(n); }
unsigned silent_skipped_base_case_glob(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_glob(n - 2); }
int silent_unbounded_glob(struct list *l) { return l ? 1 + silent_unbounded_glob(l->next) : 0; }
int silent_unguarded_edge_glob_in(struct parser *p);
int silent_unguarded_edge_glob(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_glob_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_glob(p) : 0; }
int silent_unguarded_edge_glob_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_glob(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_glob(struct list *l) { return l ? 1 + silent_deep_recursion_glob(l->next) : 0; }
unsigned silent_recursive_glob(unsigned a, unsigned b) { return b ? silent_recursive_glob(b, a % b) : a; }

// By the name of the variable. Of a frame, only what it names is not counted.

void silent_large_local_variable(void) { char scratch[1500]; use(scratch); }
void variable(void) { char other[1500]; use(other); } // expected-warning {{offstack-large-local)}}
void silent_large_frame_variable(void) { char a[900], b[900], scratch[900]; use(a), use(b), use(scratch); }
void variables(void) { char a[900], b[900], c[900], scratch[900]; use(a), use(b), use(c), use(scratch); } // expected-warning {{offstack-large-frame)}}
