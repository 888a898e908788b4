// --warning-suppression-mappings silences by group and file.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: rm -rf %t && split-file %S/Inputs/mappings.txt %t
// RUN: %{check} %s -verify=recursion,own-recursion --warning-suppression-mappings=%t/frame-here
// RUN: %{check} %s -verify=frame,own-frame --warning-suppression-mappings=%t/recursion-here
// RUN: %{check} %s -verify=none --warning-suppression-mappings=%t/both-here
// RUN: %{check} %s -verify=own-frame,own-recursion --warning-suppression-mappings=%t/header-only
// RUN: %{check} %s -verify=frame,recursion --warning-suppression-mappings=%t/main-only
// RUN: %{check} %s -verify=frame,recursion,own-frame,own-recursion --warning-suppression-mappings=%t/elsewhere
// RUN: %{check} %s -verify=frame,recursion,own-frame,own-recursion --warning-suppression-mappings=%t/another-group
// RUN: %{check} %s -verify=frame,recursion --warning-suppression-mappings=%t/but-header
// none-no-diagnostics

#include "subjects.h"

void own_large_local(void) { char text[1500]; use(text); } // own-frame-warning {{offstack-large-local)}}
void own_large_parameter(struct big b) { use(b.bytes); } // own-frame-warning {{offstack-large-parameter)}}
void own_large_temporary(void) { use((char[1500]){0}); } // own-frame-warning {{offstack-large-temporary)}}
void own_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // own-frame-warning {{offstack-unbounded-alloca)}}
void own_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // own-frame-warning {{offstack-alloca-in-loop)}}
void own_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // own-frame-warning {{offstack-large-frame)}}
int own_infinite(int n) { return own_infinite(n) + 1; } // own-recursion-warning {{offstack-infinite)}}
int own_no_progress(int n) { return n == 0 ? 0 : 1 + own_no_progress(n); } // own-recursion-warning {{offstack-no-progress)}}
unsigned own_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + own_skipped_base_case(n - 2); } // own-recursion-warning {{offstack-skipped-base-case)}}
int own_unbounded(struct list *l) { return l ? 1 + own_unbounded(l->next) : 0; } // own-recursion-warning {{offstack-unbounded)}}
int own_unguarded_edge_in(struct parser *p);
int own_unguarded_edge(struct parser *p) { if (*p->at == '[') return own_unguarded_edge_in(p); return *p->at++ == '-' ? -own_unguarded_edge(p) : 0; } // own-recursion-warning {{offstack-unguarded-edge)}}
int own_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = own_unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int own_deep_recursion(struct list *l) { return l ? 1 + own_deep_recursion(l->next) : 0; } // own-recursion-warning {{offstack-deep-recursion)}}
unsigned own_recursive(unsigned a, unsigned b) { return b ? own_recursive(b, a % b) : a; } // own-recursion-warning {{offstack-recursive)}}
