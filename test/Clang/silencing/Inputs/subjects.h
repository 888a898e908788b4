// One subject of each diagnostic.
#include "types.h"

void large_local(void) { char text[1500]; use(text); } // frame-warning {{offstack-large-local)}}
void large_parameter(struct big b) { use(b.bytes); } // frame-warning {{offstack-large-parameter)}}
void large_temporary(void) { use((char[1500]){0}); } // frame-warning {{offstack-large-temporary)}}
void unbounded_alloca(unsigned long n) { char text[n]; use(text); } // frame-warning {{offstack-unbounded-alloca)}}
void alloca_in_loop(int n) { while (n-- > 0) use(__builtin_alloca(16)); } // frame-warning {{offstack-alloca-in-loop)}}
void large_frame(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); } // frame-warning {{offstack-large-frame)}}
int infinite(int n) { return infinite(n) + 1; } // recursion-warning {{offstack-infinite)}}
int no_progress(int n) { return n == 0 ? 0 : 1 + no_progress(n); } // recursion-warning {{offstack-no-progress)}}
unsigned skipped_base_case(unsigned n) { return n == 0 ? 1 : 1 + skipped_base_case(n - 2); } // recursion-warning {{offstack-skipped-base-case)}}
int unbounded(struct list *l) { return l ? 1 + unbounded(l->next) : 0; } // recursion-warning {{offstack-unbounded)}}
int unguarded_edge_in(struct parser *p);
int unguarded_edge(struct parser *p) { if (*p->at == '[') return unguarded_edge_in(p); return *p->at++ == '-' ? -unguarded_edge(p) : 0; } // recursion-warning {{offstack-unguarded-edge)}}
int unguarded_edge_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = unguarded_edge(p); p->depth--; return r; }
MAX_DEPTH(1000000) int deep_recursion(struct list *l) { return l ? 1 + deep_recursion(l->next) : 0; } // recursion-warning {{offstack-deep-recursion)}}
unsigned recursive(unsigned a, unsigned b) { return b ? recursive(b, a % b) : a; } // recursion-warning {{offstack-recursive)}}
