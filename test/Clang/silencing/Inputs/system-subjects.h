// A header that says that it is of the system.
#pragma GCC system_header
#include "types.h"
void silent_large_local_system(void) { char text[1500]; use(text); }
void silent_large_parameter_system(struct big b) { use(b.bytes); }
void silent_large_temporary_system(void) { use((char[1500]){0}); }
void silent_unbounded_alloca_system(unsigned long n) { char text[n]; use(text); }
void silent_alloca_in_loop_system(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
void silent_large_frame_system(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
int silent_infinite_system(int n) { return silent_infinite_system(n) + 1; }
int silent_no_progress_system(int n) { return n == 0 ? 0 : 1 + silent_no_progress_system(n); }
unsigned silent_skipped_base_case_system(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_system(n - 2); }
int silent_unbounded_system(struct list *l) { return l ? 1 + silent_unbounded_system(l->next) : 0; }
int silent_unguarded_edge_system_in(struct parser *p);
int silent_unguarded_edge_system(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_system_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_system(p) : 0; }
int silent_unguarded_edge_system_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_system(p); p->depth--; return r; }
MAX_DEPTH(1000000) int silent_deep_recursion_system(struct list *l) { return l ? 1 + silent_deep_recursion_system(l->next) : 0; }
unsigned silent_recursive_system(unsigned a, unsigned b) { return b ? silent_recursive_system(b, a % b) : a; }
