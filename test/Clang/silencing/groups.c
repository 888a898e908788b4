// Warning options act on each diagnostic of their group, and on no other.

// DEFINE: %{check} = %clang_cc1 -std=c23 -I%S/Inputs -plugin-arg-offstack local=1K \
// DEFINE:   -plugin-arg-offstack frame=2K -plugin-arg-offstack recursion=all \
// DEFINE:   -emit-obj -o /dev/null -verify-ignore-unexpected=note

// By default all of them are on.
// RUN: %{check} %s -verify=frame,recursion

// One group off, both, all.
// RUN: %{check} %s -verify=recursion -Wno-frame-larger-than
// RUN: %{check} %s -verify=frame -Wno-infinite-recursion
// RUN: %{check} %s -verify=none -Wno-frame-larger-than -Wno-infinite-recursion
// RUN: %{check} %s -verify=none -w
// RUN: %{check} %s -verify=none -Wno-everything

// The last one wins. -w wins over all.
// RUN: %{check} %s -verify=frame,recursion -Wno-frame-larger-than -Wframe-larger-than
// RUN: %{check} %s -verify=recursion -Wframe-larger-than -Wno-frame-larger-than
// RUN: %{check} %s -verify=frame -Wno-everything -Wframe-larger-than
// RUN: %{check} %s -verify=none -w -Wframe-larger-than

// -Winfinite-recursion turns clang's own warning on, too.
// RUN: %{check} %s -verify=frame,recursion,clang -Winfinite-recursion
// RUN: %{check} %s -verify=frame,recursion,clang -Wno-infinite-recursion -Winfinite-recursion

// Errors of a group, and all but those of a group. Behind an error in the source
// no code is generated, in which recursion is looked for.
// RUN: %{check} %s -verify=frame-as -Werror=frame-larger-than
// RUN: %{check} %s -verify=frame,recursion-as -Werror=infinite-recursion -Wno-error=frame-larger-than -DNO_INFINITE
// RUN: %{check} %s -verify=frame-as -Werror
// RUN: %{check} %s -verify=frame,recursion -Wno-error=frame-larger-than -Wno-error=infinite-recursion -Werror
// RUN: %{check} %s -verify=frame -Werror -Wno-error=frame-larger-than -Wno-infinite-recursion
// RUN: %{check} %s -verify=none -Werror -w

// A group holds the groups in it: -Winfinite-recursion is in -Wall.
// RUN: %{check} %s -verify=frame -Wno-all
// RUN: %{check} %s -verify=frame,recursion,clang -Wno-all -Wmost
// RUN: %{check} %s -verify=frame,recursion,clang -Wall

// Neighbours of the groups turn nothing off.
// RUN: %{check} %s -verify=frame,recursion -Wno-infinite-recursion-x -Wno-unknown-warning-option -Wno-stack-protector -Wno-vla

// none-no-diagnostics

#include "types.h"

void large_local(void) { char text[1500]; use(text); } // frame-warning {{offstack-large-local)}} frame-as-error {{offstack-large-local)}}
void large_parameter(struct big b) { use(b.bytes); } // frame-warning {{offstack-large-parameter)}} frame-as-error {{offstack-large-parameter)}}
void large_temporary(void) { use((char[1500]){0}); } // frame-warning {{offstack-large-temporary)}} frame-as-error {{offstack-large-temporary)}}
void unbounded_alloca(unsigned long n) { char text[n]; use(text); } // frame-warning {{offstack-unbounded-alloca)}} frame-as-error {{offstack-unbounded-alloca)}}
void alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // frame-warning {{offstack-alloca-in-loop)}} frame-as-error {{offstack-alloca-in-loop)}}
void large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // frame-warning {{offstack-large-frame)}} frame-as-error {{offstack-large-frame)}}
#ifndef NO_INFINITE
int infinite(int n) { return infinite(n) + 1; } // recursion-warning {{offstack-infinite)}} recursion-as-error {{offstack-infinite)}} clang-warning {{all paths}}
#endif
int no_progress(int n) { return n == 0 ? 0 : 1 + no_progress(n); } // recursion-warning {{offstack-no-progress)}} recursion-as-error {{offstack-no-progress)}}
unsigned skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + skipped_base_case(n - 2); } // recursion-warning {{offstack-skipped-base-case)}} recursion-as-error {{offstack-skipped-base-case)}}
int unbounded(struct list *l) { return l ? 1 + unbounded(l->next) : 0; } // recursion-warning {{offstack-unbounded)}} recursion-as-error {{offstack-unbounded)}}
int unguarded_edge_in(struct parser *p);
int unguarded_edge(struct parser *p) { if (*p->at == '[') return unguarded_edge_in(p); return *p->at++ == '-' ? -unguarded_edge(p) : 0; } // recursion-warning {{offstack-unguarded-edge)}} recursion-as-error {{offstack-unguarded-edge)}}
int unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int deep_recursion(struct list *l) { return l ? 1 + deep_recursion(l->next) : 0; } // recursion-warning {{offstack-deep-recursion)}} recursion-as-error {{offstack-deep-recursion)}}
unsigned recursive(unsigned a, unsigned b) { return b ? recursive(b, a % b) : a; } // recursion-warning {{offstack-recursive)}} recursion-as-error {{offstack-recursive)}}
