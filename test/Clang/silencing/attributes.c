// Attributes silence what they are about, where they stand, and nothing else.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify

#include "types.h"

#define KEEP [[offstack::keep("why")]]
#define BUDGET(n) [[offstack::budget(n, "why")]]
#define DEPTH(n) [[offstack::max_depth(n, "why")]]

// keep on a function: its objects, and not its recursion.

KEEP void silent_large_local_keep(void) { char text[1500]; use(text); }
KEEP void silent_large_parameter_keep(struct big b) { use(b.bytes); }
KEEP void silent_large_temporary_keep(void) { use((char[1500]){0}); }
KEEP void silent_alloca_in_loop_keep(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
KEEP void silent_large_frame_keep(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
KEEP int kept_infinite(int n) { return kept_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
KEEP int kept_no_progress(int n) { return n == 0 ? 0 : 1 + kept_no_progress(n); } // expected-warning {{offstack-no-progress)}}
KEEP unsigned kept_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + kept_skipped_base_case(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
KEEP int kept_unbounded(struct list *l) { return l ? 1 + kept_unbounded(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
int kept_unguarded_edge_in(struct parser *p);
KEEP int kept_unguarded_edge(struct parser *p) { if (*p->at == '[') return kept_unguarded_edge_in(p); return *p->at++ == '-' ? -kept_unguarded_edge(p) : 0; } // expected-warning {{offstack-unguarded-edge)}}
int kept_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = kept_unguarded_edge(p); p->depth--; return r; }
KEEP MAX_DEPTH(1000000) int kept_deep_recursion(struct list *l) { return l ? 1 + kept_deep_recursion(l->next) : 0; } // expected-warning {{offstack-deep-recursion)}}
KEEP unsigned kept_recursive(unsigned a, unsigned b) { return b ? kept_recursive(b, a % b) : a; } // expected-warning {{offstack-recursive)}}

// On one object of two.

void silent_large_local_kept(void) { KEEP char text[1500]; use(text); }
void beside_kept(void) { KEEP char one[1100]; char two[1100]; use(one), use(two); } // expected-warning {{'two' of type}}
void silent_large_frame_kept(void) { char a[900], b[900]; KEEP char c[900]; use(a), use(b), use(c); }
void enough_left(void) { char a[900], b[900], c[900]; KEEP char d[900]; use(a), use(b), use(c), use(d); } // expected-warning {{offstack-large-frame)}}

// On a parameter, in the definition.

struct text { char bytes[1500]; };
void silent_parameter(KEEP struct text t) { use(t.bytes); }
void parameter(struct text t) { use(t.bytes); } // expected-warning {{parameter 't'}}
void declared(KEEP struct text t);

// On a declaration in front of the definition, and behind it.

KEEP void silent_large_local_declared(void);
void silent_large_local_declared(void) { char text[1500]; use(text); }
void too_late(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
KEEP void too_late(void); // expected-warning {{attribute declaration must precede definition}}

// A budget: enough of it, or too little.

BUDGET(3000) void silent_large_local_budget(void) { char text[1500]; use(text); }
BUDGET(1400) void over_budget_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
BUDGET(3000) void silent_large_parameter_budget(struct big b) { use(b.bytes); }
BUDGET(1400) void over_budget_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
BUDGET(3000) void silent_large_temporary_budget(void) { use((char[1500]){0}); }
BUDGET(1400) void over_budget_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
BUDGET(3000) void silent_large_frame_budget(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
BUDGET(2600) void over_budget_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}

// What has no bound is over every budget.

BUDGET(3000) void budgeted_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
BUDGET(3000) int budgeted_infinite(int n) { return budgeted_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
BUDGET(3000) int budgeted_no_progress(int n) { return n == 0 ? 0 : 1 + budgeted_no_progress(n); } // expected-warning {{offstack-no-progress)}}
BUDGET(3000) unsigned budgeted_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + budgeted_skipped_base_case(n - 2); } // expected-warning {{offstack-skipped-base-case)}}
BUDGET(3000) int budgeted_unbounded(struct list *l) { return l ? 1 + budgeted_unbounded(l->next) : 0; } // expected-warning {{offstack-unbounded)}}
int budgeted_unguarded_edge_in(struct parser *p);
BUDGET(3000) int budgeted_unguarded_edge(struct parser *p) { if (*p->at == '[') return budgeted_unguarded_edge_in(p); return *p->at++ == '-' ? -budgeted_unguarded_edge(p) : 0; } // expected-warning {{offstack-unguarded-edge)}}
int budgeted_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = budgeted_unguarded_edge(p); p->depth--; return r; }
BUDGET(3000) MAX_DEPTH(1000000) int budgeted_deep_recursion(struct list *l) { return l ? 1 + budgeted_deep_recursion(l->next) : 0; } // expected-warning {{offstack-deep-recursion)}}
BUDGET(3000) unsigned budgeted_recursive(unsigned a, unsigned b) { return b ? budgeted_recursive(b, a % b) : a; } // expected-warning {{offstack-recursive)}}

// A depth: not for what certainly never ends, and not for objects. With
// recursion=all, what is bounded is reported as recursive.

DEPTH(9) void deep_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
DEPTH(9) void deep_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
DEPTH(9) void deep_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
DEPTH(9) void deep_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
DEPTH(9) void deep_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
DEPTH(9) int deep_infinite(int n) { return deep_infinite(n) + 1; } // expected-warning {{offstack-infinite)}}
DEPTH(9) int deep_no_progress(int n) { return n == 0 ? 0 : 1 + deep_no_progress(n); } // expected-warning {{offstack-no-progress)}}
DEPTH(9) unsigned silent_skipped_base_case_depth(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_depth(n - 2); } // expected-warning {{offstack-recursive)}}
DEPTH(9) int silent_unbounded_depth(struct list *l) { return l ? 1 + silent_unbounded_depth(l->next) : 0; } // expected-warning {{offstack-recursive)}}
int silent_unguarded_edge_depth_in(struct parser *p);
DEPTH(9) int silent_unguarded_edge_depth(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_depth_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_depth(p) : 0; } // expected-warning {{offstack-recursive)}}
int silent_unguarded_edge_depth_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_depth(p); p->depth--; return r; }
DEPTH(9) int silent_deep_recursion_depth(struct list *l);
MAX_DEPTH(1000000) int silent_deep_recursion_depth(struct list *l) { return l ? 1 + silent_deep_recursion_depth(l->next) : 0; } // expected-warning {{offstack-recursive)}}

// box asks for a box, and silences nothing where nobody boxes.

[[offstack::box]] void boxed_large_local(void) { char text[1500]; use(text); } // expected-warning {{offstack-large-local)}}
[[offstack::box]] void boxed_large_parameter(struct big b) { use(b.bytes); } // expected-warning {{offstack-large-parameter)}}
[[offstack::box]] void boxed_large_temporary(void) { use((char[1500]){0}); } // expected-warning {{offstack-large-temporary)}}
[[offstack::box]] void boxed_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // expected-warning {{offstack-alloca-in-loop)}}
[[offstack::box]] void boxed_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // expected-warning {{offstack-large-frame)}}
