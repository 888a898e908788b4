// Macros of a system header.
#pragma GCC system_header
#define PASS(...) __VA_ARGS__
#define SYSTEM_LARGE_LOCAL(name) void name(void) { char text[1500]; use(text); }
#define SYSTEM_LARGE_PARAMETER(name) void name(struct big b) { use(b.bytes); }
#define SYSTEM_LARGE_TEMPORARY(name) void name(void) { use((char[1500]){0}); }
#define SYSTEM_UNBOUNDED_ALLOCA(name) void name(unsigned long n) { char text[n]; use(text); }
#define SYSTEM_ALLOCA_IN_LOOP(name) void name(int n) { while (n-- > 0) use(__builtin_alloca(16)); }
#define SYSTEM_LARGE_FRAME(name) void name(void) { char a[900], b[900], c[900]; use(a), use(b), use(c); }
#define SYSTEM_INFINITE(name) int name(int n) { return name(n) + 1; }
#define SYSTEM_NO_PROGRESS(name) int name(int n) { return n == 0 ? 0 : 1 + name(n); }
#define SYSTEM_SKIPPED_BASE_CASE(name) unsigned name(unsigned n) { return n == 0 ? 1 : 1 + name(n - 2); }
#define SYSTEM_UNBOUNDED(name) int name(struct list *l) { return l ? 1 + name(l->next) : 0; }
#define SYSTEM_UNGUARDED_EDGE(name) int name##_in(struct parser *p); int name(struct parser *p) { if (*p->at == '[') return name##_in(p); return *p->at++ == '-' ? -name(p) : 0; } int name##_in(struct parser *p) { if (p->depth >= 100) return -1; p->depth++; p->at++; int r = name(p); p->depth--; return r; }
#define SYSTEM_DEEP_RECURSION(name) MAX_DEPTH(1000000) int name(struct list *l) { return l ? 1 + name(l->next) : 0; }
#define SYSTEM_RECURSIVE(name) unsigned name(unsigned a, unsigned b) { return b ? name(b, a % b) : a; }
