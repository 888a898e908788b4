// Calls that promise to take their caller's frame, in the shapes that loops have,
// and near misses that keep it.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

#define TAIL __attribute__((musttail))
struct node { struct node *next; int value; };
struct tree { struct tree *left, *right; int value; };
int use(int);
int state;

// CHECK: cycle to_the_end: tail
const char *to_the_end(const char *s) { if (!*s) return s; TAIL return to_the_end(s + 1); }
// CHECK: cycle last: tail
struct node *last(struct node *n) { if (!n->next) return n; TAIL return last(n->next); }
// CHECK: cycle find: tail
struct node *find(struct node *n, int v) { if (!n || n->value == v) return n; TAIL return find(n->next, v); }
// CHECK: cycle sum: tail
int sum(struct node *n, int so_far) { if (!n) return so_far; TAIL return sum(n->next, so_far + n->value); }
// CHECK: cycle factorial: tail
unsigned factorial(unsigned n, unsigned product) { if (n < 2) return product; TAIL return factorial(n - 1, product * n); }
// CHECK: cycle collatz: tail
int collatz(unsigned n, int steps) { if (n == 1) return steps; if (n % 2) { TAIL return collatz(3 * n + 1, steps + 1); } TAIL return collatz(n / 2, steps + 1); }
// CHECK: cycle gcd: tail
unsigned gcd(unsigned a, unsigned b) { if (!b) return a; TAIL return gcd(b, a % b); }
// CHECK: cycle nothing_returned: tail
void nothing_returned(int n) { if (n <= 0) return; use(n); TAIL return nothing_returned(n - 1); }
// CHECK: cycle by_case: tail
int by_case(const char *s) { switch (*s) { case 0: return 0; case ' ': TAIL return by_case(s + 1); default: TAIL return by_case(s + 2); } }
// CHECK: cycle in_loop: tail
int in_loop(int n) { for (int i = 0; i < n; i++) if (use(i)) { TAIL return in_loop(i); } return n; }
// CHECK: cycle with_global: tail
int with_global(int n) { if (state > n) return state; state++; TAIL return with_global(n); }
// CHECK: cycle wide: tail
long wide(long n, long m, char c) { if (n == m) return c; TAIL return wide(n + 1, m, c); }
// CHECK: cycle real: tail
double real(double x, double y) { if (x > y) return x; TAIL return real(x * 2, y); }
// CHECK: cycle walk_right: tail
void walk_right(struct tree *t) { if (!t) return; use(t->value); TAIL return walk_right(t->right); }
// CHECK: cycle lower lower_left: tail
struct tree *lower_left(struct tree *t);
struct tree *lower(struct tree *t) { if (!t->right) return t; TAIL return lower_left(t->right); }
struct tree *lower_left(struct tree *t) { if (!t->left) return t; TAIL return lower(t->left); }
// CHECK: cycle state_a state_b state_c: tail
int state_b(const char *), state_c(const char *);
int state_a(const char *s) { if (!*s) return 0; TAIL return state_b(s + 1); }
int state_b(const char *s) { if (*s == 'x') return 1; TAIL return state_c(s + 1); }
int state_c(const char *s) { TAIL return state_a(s); }
// CHECK: cycle even odd: tail
int odd(int n);
int even(int n) { if (n == 0) return 1; TAIL return odd(n - 1); }
int odd(int n) { if (n == 0) return 0; TAIL return even(n - 1); }
// CHECK: cycle counted: tail
int counted(struct node *n, int depth) { if (!n || depth > 100) return depth; TAIL return counted(n->next, depth + 1); }
// CHECK: cycle reversed: tail
struct node *reversed(struct node *n, struct node *before) { if (!n) return before; struct node *next = n->next; n->next = before; TAIL return reversed(next, n); }
// CHECK: cycle ackermann_like: tail
int ackermann_like(int m, int n) { if (m == 0) return n + 1; TAIL return ackermann_like(m - 1, n * 2); }

// One of two calls keeps the frame.
// CHECK: cycle in_order: unbounded structure
void in_order(struct tree *t) { if (!t) return; in_order(t->left); TAIL return in_order(t->right); }
// CHECK: cycle half_even half_odd: unbounded number
int half_odd(int n);
int half_even(int n) { if (n <= 0) return 1; TAIL return half_odd(n - 1); }
int half_odd(int n) { if (n <= 0) return 0; return 1 + half_even(n - 1); }
// The last thing that is done, and not promised.
// CHECK: cycle unpromised: unbounded structure
struct node *unpromised(struct node *n) { if (!n->next) return n; return unpromised(n->next); }
