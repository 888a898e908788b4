// The pragmas of a header.
#include "types.h"
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_local_header(void) { char text[1500]; use(text); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_parameter_header(struct big b) { use(b.bytes); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_temporary_header(void) { use((char[1500]){0}); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_unbounded_alloca_header(unsigned long n) { char text[n]; use(text); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_alloca_in_loop_header(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wframe-larger-than"
void silent_large_frame_header(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_infinite_header(int n) { return silent_infinite_header(n) + 1; }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_no_progress_header(int n) { return n == 0 ? 0 : 1 + silent_no_progress_header(n); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
unsigned silent_skipped_base_case_header(unsigned n) { return n == 0 ? 1 : 1 + silent_skipped_base_case_header(n - 2); }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_unbounded_header(struct list *l) { return l ? 1 + silent_unbounded_header(l->next) : 0; }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
int silent_unguarded_edge_header_in(struct parser *p);
int silent_unguarded_edge_header(struct parser *p) { if (*p->at == '[') return silent_unguarded_edge_header_in(p); return *p->at++ == '-' ? -silent_unguarded_edge_header(p) : 0; }
int silent_unguarded_edge_header_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = silent_unguarded_edge_header(p); p->depth--; return r; }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
MAX_DEPTH(1000000) int silent_deep_recursion_header(struct list *l) { return l ? 1 + silent_deep_recursion_header(l->next) : 0; }
#pragma clang diagnostic pop
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Winfinite-recursion"
unsigned silent_recursive_header(unsigned a, unsigned b) { return b ? silent_recursive_header(b, a % b) : a; }
#pragma clang diagnostic pop
