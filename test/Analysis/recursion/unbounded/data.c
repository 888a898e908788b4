// Nothing limits the depth of these: it follows the data.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int value; };
struct list { struct list *next; int value; };
struct many { struct many **child; int count; };
struct parser { const char *at; int depth; int errors; };
int use(int);
int get(struct parser *);
void free(void *);
struct tree *left_of(struct tree *);

// CHECK: cycle walk: unbounded structure
void walk(struct tree *t) {
  if (!t)
    return;
  walk(t->left);
  walk(t->right);
}
// CHECK: cycle length: unbounded structure
int length(struct list *l) { return l ? 1 + length(l->next) : 0; }
// CHECK: cycle destroy: unbounded structure
void destroy(struct list *l) {
  if (l->next)
    destroy(l->next);
  free(l);
}
// CHECK: cycle children: unbounded structure
int children(struct many *m) {
  int n = 1;
  for (int i = 0; i < m->count; i++)
    n += children(m->child[i]);
  return n;
}
// CHECK: cycle siblings: unbounded structure
int siblings(struct tree *t) {
  int n = 0;
  for (struct tree *c = t->left; c; c = c->right)
    n += siblings(c);
  return n;
}
// CHECK: cycle height: unbounded structure
int height(struct tree *t) {
  if (!t)
    return 0;
  int l = height(t->left), r = height(t->right);
  return 1 + (l > r ? l : r);
}
// CHECK: cycle getter: unbounded structure
int getter(struct tree *t) { return t ? 1 + getter(left_of(t)) : 0; }
// CHECK: cycle chars: unbounded input
int chars(const char *s) { return *s ? 1 + chars(s + 1) : 0; }
// CHECK: cycle nested: unbounded input
const char *nested(const char *s) {
  if (*s++ != '(')
    return s;
  s = nested(s);
  return *s == ')' ? s + 1 : s;
}
// CHECK: cycle parens: unbounded input
int parens(struct parser *p) {
  if (*p->at++ != '(')
    return 0;
  return parens(p);
}
// CHECK: cycle expression term: unbounded input
int term(struct parser *p);
int expression(struct parser *p) {
  int v = term(p);
  while (*p->at == '+') {
    p->at++;
    v += term(p);
  }
  return v;
}
int term(struct parser *p) {
  if (*p->at == '(') {
    p->at++;
    int v = expression(p);
    p->at++;
    return v;
  }
  return *p->at++ - '0';
}
// CHECK: cycle unary: unbounded input
int unary(struct parser *p) {
  if (get(p) == '-')
    return -unary(p);
  return 1;
}
// CHECK: cycle factorial: unbounded number
int factorial(int n) { return n <= 1 ? 1 : n * factorial(n - 1); }
// CHECK: cycle fibonacci: unbounded number
int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
// CHECK: cycle countdown: unbounded number
unsigned countdown(unsigned n) { return n ? 1 + countdown(n - 1) : 0; }
// CHECK: cycle sum: unbounded number
int sum(const int *a, int n) { return n <= 0 ? 0 : a[n - 1] + sum(a, n - 1); }
// CHECK: cycle upwards: unbounded number
int upwards(const int *a, int i, int n) { return i >= n ? 0 : a[i] + upwards(a, i + 1, n); }
// CHECK: cycle hanoi: unbounded number
int hanoi(int n, int from, int to, int over) {
  if (n <= 0)
    return 0;
  return hanoi(n - 1, from, over, to) + 1 + hanoi(n - 1, over, to, from);
}
// CHECK: cycle ackermann: unbounded number
unsigned ackermann(unsigned m, unsigned n) {
  if (m == 0)
    return n + 1;
  if (n == 0)
    return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
// CHECK: cycle is_even is_odd: unbounded number
int is_odd(unsigned n);
int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }
// A counter that is only counted limits nothing.
// CHECK: cycle counted_only: unbounded structure
int counted_only(struct tree *t, int depth) {
  return t ? 1 + counted_only(t->left, depth + 1) : depth;
}
// CHECK: cycle field_counted_only: unbounded input
int field_counted_only(struct parser *p) {
  p->depth++;
  int r = *p->at++ == '(' ? field_counted_only(p) : 0;
  p->depth--;
  return r;
}
// Tested, but never raised.
// CHECK: cycle never_raised: unbounded structure
int never_raised(struct tree *t, int depth) {
  return t && depth < 100 ? 1 + never_raised(t->left, depth) : 0;
}
// CHECK: cycle field_never_raised: unbounded input
int field_never_raised(struct parser *p) {
  if (p->depth > 100)
    return -1;
  return *p->at++ == '(' ? field_never_raised(p) : 0;
}
// Printed, not limited.
// CHECK: cycle tested_for_print: unbounded structure
int printf(const char *, ...);
void tested_for_print(struct tree *t) {
  if (!t)
    return;
  if (t->value > 100)
    printf("large\n");
  tested_for_print(t->left);
}
// CHECK: cycle compare: unbounded structure
int compare(struct tree *a, struct tree *b) {
  if (!a || !b)
    return a == b;
  return a->value == b->value && compare(a->left, b->left) && compare(a->right, b->right);
}
// CHECK: cycle insert: unbounded structure
struct tree *insert(struct tree *t, struct tree *n) {
  if (!t)
    return n;
  if (n->value < t->value)
    t->left = insert(t->left, n);
  else
    t->right = insert(t->right, n);
  return t;
}
// CHECK: cycle copy: unbounded structure
void *malloc(unsigned long);
struct tree *copy(struct tree *t) {
  if (!t)
    return 0;
  struct tree *c = malloc(sizeof *c);
  c->left = copy(t->left);
  c->right = copy(t->right);
  c->value = t->value;
  return c;
}
