// Headers: the user's are the user's code, the system's are silent, and pragmas
// of a header act there.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note
// RUN: %{check} %s -verify=frame,recursion,own
// RUN: %{check} %s -verify=frame,recursion,own -DQUOTED
// RUN: %{check} %s -verify=own -DSYSTEM
// RUN: %{check} %s -verify=own -DANGLED -isystem %S/Inputs
// RUN: %{check} %s -verify=own -DANGLED --system-header-prefix=subjects
// RUN: %{check} %s -verify=frame,recursion,own -DANGLED -isystem %S/Inputs -Wsystem-headers
// RUN: %{check} %s -verify=own -DAROUND
// RUN: %{check} %s -verify=own -DPRAGMA
// RUN: %{check} %s -verify=leak -DLEAK

#if defined(SYSTEM)
#include "system-subjects.h"
#elif defined(AROUND)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
#pragma clang diagnostic ignored "-Winfinite-recursion"
#include "subjects.h"
#pragma clang diagnostic pop
#elif defined(PRAGMA)
#include "pragma-subjects.h"
#elif defined(LEAK)
// A header that does not pop silences who includes it, as with clang's warnings.
#include "leaking.h"
#elif defined(ANGLED)
#include <subjects.h>
#else
#include "subjects.h"
#endif
#include "types.h"

void own_large_local(void) { char text[1500]; use(text); } // own-warning {{offstack-large-local)}}
void own_large_parameter(struct big b) { use(b.bytes); } // own-warning {{offstack-large-parameter)}}
void own_large_temporary(void) { use((char[1500]){0}); } // own-warning {{offstack-large-temporary)}}
void own_unbounded_alloca(unsigned long n) { char text[n]; use(text); } // own-warning {{offstack-unbounded-alloca)}}
void own_alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // own-warning {{offstack-alloca-in-loop)}}
void own_large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // own-warning {{offstack-large-frame)}}
int own_infinite(int n) { return own_infinite(n) + 1; } // own-warning {{offstack-infinite)}}
int own_no_progress(int n) { return n == 0 ? 0 : 1 + own_no_progress(n); } // own-warning {{offstack-no-progress)}}
unsigned own_skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + own_skipped_base_case(n - 2); } // own-warning {{offstack-skipped-base-case)}}
int own_unbounded(struct list *l) { return l ? 1 + own_unbounded(l->next) : 0; } // own-warning {{offstack-unbounded)}}
int own_unguarded_edge_in(struct parser *p);
int own_unguarded_edge(struct parser *p) { if (*p->at == '[') return own_unguarded_edge_in(p); return *p->at++ == '-' ? -own_unguarded_edge(p) : 0; } // own-warning {{offstack-unguarded-edge)}}
int own_unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = own_unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int own_deep_recursion(struct list *l) { return l ? 1 + own_deep_recursion(l->next) : 0; } // own-warning {{offstack-deep-recursion)}}
unsigned own_recursive(unsigned a, unsigned b) { return b ? own_recursive(b, a % b) : a; } // own-warning {{offstack-recursive)}}
// leak-no-diagnostics
