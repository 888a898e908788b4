// disable= turns diagnostics off by name, one or several, and no other.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -plugin-arg-offstack disable=large-local -verify=large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=large-parameter -verify=large_local,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=large-temporary -verify=large_local,large_parameter,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=unbounded-alloca -verify=large_local,large_parameter,large_temporary,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=alloca-in-loop -verify=large_local,large_parameter,large_temporary,unbounded_alloca,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=large-frame -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=infinite -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=no-progress -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=skipped-base-case -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=unbounded -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=unguarded-edge -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=deep-recursion -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=recursive -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion
// RUN: %{check} %s -plugin-arg-offstack disable=large-local,infinite -verify=large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,large_frame,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion,recursive
// RUN: %{check} %s -plugin-arg-offstack disable=large-local,large-parameter,large-temporary,unbounded-alloca,alloca-in-loop,large-frame,infinite,no-progress,skipped-base-case,unbounded,unguarded-edge,deep-recursion,recursive -verify=none
// RUN: env OFFSTACK_OPTIONS=disable=large-frame,recursive %{check} %s -verify=large_local,large_parameter,large_temporary,unbounded_alloca,alloca_in_loop,infinite,no_progress,skipped_base_case,unbounded,unguarded_edge,deep_recursion
// none-no-diagnostics

#include "types.h"

void on_large_local(void) { char text[1500]; use(text); } // large_local-warning {{offstack-large-local)}}
void on_large_parameter(struct big b) { use(b.bytes); } // large_parameter-warning {{offstack-large-parameter)}}
void on_large_temporary(void) { use((char[1500]){0}); } // large_temporary-warning {{offstack-large-temporary)}}
void on_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // unbounded_alloca-warning {{offstack-unbounded-alloca)}}
void on_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // alloca_in_loop-warning {{offstack-alloca-in-loop)}}
void on_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // large_frame-warning {{offstack-large-frame)}}
int on_infinite(int n) { return on_infinite(n) + 1; } // infinite-warning {{offstack-infinite)}}
int on_no_progress(int n) { return n == 0 ? 0 : 1 + on_no_progress(n); } // no_progress-warning {{offstack-no-progress)}}
unsigned on_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + on_skipped_base_case(n - 2); } // skipped_base_case-warning {{offstack-skipped-base-case)}}
int on_unbounded(struct list *l) { return l ? 1 + on_unbounded(l->next) : 0; } // unbounded-warning {{offstack-unbounded)}}
int on_unguarded_edge_in(struct parser *p);
int on_unguarded_edge(struct parser *p) { if (*p->at == '[') return on_unguarded_edge_in(p); return *p->at++ == '-' ? -on_unguarded_edge(p) : 0; } // unguarded_edge-warning {{offstack-unguarded-edge)}}
int on_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = on_unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int on_deep_recursion(struct list *l) { return l ? 1 + on_deep_recursion(l->next) : 0; } // deep_recursion-warning {{offstack-deep-recursion)}}
unsigned on_recursive(unsigned a, unsigned b) { return b ? on_recursive(b, a % b) : a; } // recursive-warning {{offstack-recursive)}}
