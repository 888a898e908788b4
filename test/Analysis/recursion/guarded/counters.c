// Depth limits in the shapes that people write. None of these is reported.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int value; };
struct parser { const char *at; int depth; int limit; unsigned short nested; };
int use(int);
void fail(void) __attribute__((noreturn));
int max_depth;
const int fixed_depth = 100;

// A depth argument against a constant; a negative start would go deeper.
// CHECK: cycle argument: guarded
int argument(struct tree *t, int depth) {
  if (!t || depth > 100)
    return 0;
  return argument(t->left, depth + 1) + argument(t->right, depth + 1);
}
// CHECK: cycle argument_equal: guarded
int argument_equal(struct tree *t, int depth) {
  if (!t || depth == 100)
    return 0;
  return argument_equal(t->left, depth + 1) + argument_equal(t->right, depth + 1);
}
// CHECK: cycle argument_after: guarded
int argument_after(struct tree *t, int depth) {
  if (!t)
    return 0;
  int sum = t->value;
  if (depth < 50)
    sum += argument_after(t->left, depth + 1);
  return sum;
}
// CHECK: cycle argument_fails: guarded
int argument_fails(struct tree *t, int depth) {
  if (!t)
    return 0;
  if (depth >= 1000)
    fail();
  return argument_fails(t->left, depth + 1);
}
// CHECK: cycle argument_raised_before: guarded
int argument_raised_before(struct tree *t, int depth) {
  if (!t || ++depth > 64)
    return 0;
  return argument_raised_before(t->left, depth) + argument_raised_before(t->right, depth);
}
// CHECK: cycle argument_limit: guarded
int argument_limit(struct tree *t, int depth, int limit) {
  if (!t || depth >= limit)
    return 0;
  return argument_limit(t->left, depth + 1, limit);
}
// CHECK: cycle global_limit: guarded
int global_limit(struct tree *t, int depth) {
  if (!t || depth >= max_depth)
    return 0;
  return global_limit(t->left, depth + 1);
}
// CHECK: cycle constant_limit: guarded
int constant_limit(struct tree *t, int depth) {
  if (!t || depth >= fixed_depth)
    return 0;
  return constant_limit(t->left, depth + 1);
}
// CHECK: cycle fuel: guarded
int fuel(struct tree *t, int left) {
  if (!t || left <= 0)
    return 0;
  return fuel(t->left, left - 1) + fuel(t->right, left - 1);
}
// CHECK: cycle field: guarded
int field(struct parser *p) {
  if (*p->at != '[')
    return 0;
  if (p->depth >= 100)
    return -1;
  p->depth++;
  p->at++;
  int r = field(p);
  p->depth--;
  return r;
}
// CHECK: cycle field_limit: guarded
int field_limit(struct parser *p) {
  if (*p->at != '[')
    return 0;
  if (++p->depth > p->limit)
    return -1;
  p->at++;
  int r = field_limit(p);
  --p->depth;
  return r;
}
// CHECK: cycle field_saved: guarded
int field_saved(struct parser *p) {
  int saved = p->depth;
  if (*p->at != '[' || saved > 100)
    return 0;
  p->depth = saved + 1;
  p->at++;
  int r = field_saved(p);
  p->depth = saved;
  return r;
}
// CHECK: cycle narrow_field: guarded
int narrow_field(struct parser *p) {
  if (*p->at++ != '(' || p->nested >= 500)
    return 0;
  p->nested++;
  int r = narrow_field(p);
  p->nested--;
  return r;
}
// The counter stays raised when it fails.
// CHECK: cycle left_raised: guarded
int left_raised(struct parser *p) {
  if (*p->at++ != '(')
    return 0;
  if (++p->depth > 100)
    return -1;
  if (left_raised(p) < 0)
    return -1;
  p->depth--;
  return 0;
}
static int global_depth;
int other_writes(void) { return global_depth = 0; }
// CHECK: cycle global: guarded
int global(struct parser *p) {
  if (*p->at++ != '(')
    return 0;
  if (global_depth++ > 100)
    return -1;
  int r = global(p);
  global_depth--;
  return r;
}
static int enter(struct parser *p) {
  if (p->depth >= 100)
    return 0;
  p->depth++;
  return 1;
}
static void leave(struct parser *p) { p->depth--; }
// CHECK: cycle helper: guarded
int helper(struct parser *p) {
  if (*p->at++ != '(')
    return 0;
  if (!enter(p))
    return -1;
  int r = helper(p);
  leave(p);
  return r;
}
static int check(struct parser *p) { return p->depth > 100 ? -1 : 0; }
// CHECK: cycle helper_error: guarded
int helper_error(struct parser *p) {
  int r = check(p);
  if (r)
    return r;
  if (*p->at++ != '(')
    return 0;
  p->depth++;
  r = helper_error(p);
  p->depth--;
  return r;
}
// The loop calls again and again, on one level.
// CHECK: cycle in_loop: guarded
int in_loop(struct parser *p) {
  int n = 0;
  if (++p->depth > 100)
    return -1;
  while (*p->at == '[') {
    p->at++;
    if (in_loop(p) < 0)
      break;
    n++;
  }
  p->depth--;
  return n;
}
// CHECK: cycle value array: guarded
int array(struct parser *p);
int value(struct parser *p) {
  if (*p->at == '[')
    return array(p);
  p->at++;
  return 0;
}
int array(struct parser *p) {
  if (p->depth >= 100)
    return -1;
  p->depth++;
  p->at++;
  int r = 0;
  while (*p->at != ']' && !r)
    r = value(p);
  p->depth--;
  return r;
}
// CHECK: cycle object_of member_of: guarded
int member_of(struct parser *p, int depth);
int object_of(struct parser *p, int depth) {
  if (depth > 20)
    return -1;
  return *p->at++ == '{' ? member_of(p, depth + 1) : 0;
}
int member_of(struct parser *p, int depth) {
  return *p->at++ == ':' ? object_of(p, depth) : 0;
}
struct context { struct parser *parser; };
// CHECK: cycle through_context: guarded
int through_context(struct context *c) {
  if (c->parser->depth > 100 || *c->parser->at++ != '(')
    return 0;
  c->parser->depth++;
  int r = through_context(c);
  c->parser->depth--;
  return r;
}
static int busy;
// CHECK: cycle mark: guarded
int mark(struct parser *p) {
  if (busy)
    return 0;
  busy = 1;
  int r = use(1) ? mark(p) : 0;
  busy = 0;
  return r;
}
struct vertex { int seen; unsigned flags; struct vertex *next[4]; };
// CHECK: cycle visit: guarded
void visit(struct vertex *v) {
  if (v->seen)
    return;
  v->seen = 1;
  for (int i = 0; i < 4; i++)
    visit(v->next[i]);
}
// CHECK: cycle visit_bit: guarded
void visit_bit(struct vertex *v) {
  if (v->flags & 8)
    return;
  v->flags |= 8;
  for (int i = 0; i < 4; i++)
    visit_bit(v->next[i]);
}
char *stack_limit;
// CHECK: cycle stack_left: guarded
int stack_left(struct tree *t) {
  char here;
  if (!t || &here < stack_limit)
    return 0;
  return stack_left(t->left) + stack_left(t->right);
}
// CHECK: cycle frame_left: guarded
int frame_left(struct tree *t) {
  if (!t || (char *)__builtin_frame_address(0) < stack_limit)
    return 0;
  return frame_left(t->left) + frame_left(t->right);
}
// CHECK: cycle first_step: guarded
int first_step(struct tree *t, int depth) {
  if (!t)
    return 0;
  switch (t->value) {
  case 0:
    return 1;
  case 1:
    if (depth < 10)
      return first_step(t->left, depth + 1);
    return 0;
  default:
    return depth < 20 ? first_step(t->right, depth + 2) : 0;
  }
}
// CHECK: cycle long_depth: guarded
int long_depth(struct tree *t, long depth) {
  return t && depth <= 4000 ? 1 + long_depth(t->left, depth + 1) : 0;
}
