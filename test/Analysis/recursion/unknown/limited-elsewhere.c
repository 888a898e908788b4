// What limits these stands elsewhere: in the data that they walk, in objects that
// each level has its own of. Nothing is proven, and nothing reported. Of each there
// is a near miss that is.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right; int height; int weight; };
struct plain { struct plain *left, *right; int height; int weight; };
struct part { struct part *prior; struct part *inner; int kind; };
struct ctx { struct ctx *up; int depth; int seen; const char *at; };
void *malloc(unsigned long);
void fail(const char *);
int use(int);
int height_limit, part_limit;

// The height of the tree is counted as it is linked, and tested.
static void set_height(struct tree *t) {
  int h = t->left ? t->left->height : 0;
  if (t->right && t->right->height > h)
    h = t->right->height;
  t->height = h + 1;
}
static void check_height(int height) {
  if (height > height_limit)
    fail("too deep");
}
void link(struct tree *t, struct tree *left, struct tree *right) {
  t->left = left;
  t->right = right;
  set_height(t);
  check_height(t->height);
}
// CHECK: cycle walk: unknown structure 'check_height' tests the height
int walk(struct tree *t) { return t ? 1 + walk(t->left) + walk(t->right) : 0; }
// CHECK: cycle through_a through_b: unknown structure 'check_height' tests the height
int through_b(struct tree *t);
int through_a(struct tree *t) { return t ? through_b(t->left) + 1 : 0; }
int through_b(struct tree *t) { return t ? through_a(t->right) + 1 : 0; }

// This height is counted and never tested.
void set_plain(struct plain *p) { p->height = (p->left ? p->left->height : 0) + 1; }
// CHECK: cycle walk_plain: unbounded structure
int walk_plain(struct plain *p) { return p ? 1 + walk_plain(p->left) : 0; }
// It is compared to balance the tree, which says nothing of its depth.
int is_leaning(struct plain *p) { return p->left->height > 1; }
// This one is tested, but it counts no levels.
void set_weight(struct plain *p) {
  p->weight++;
  if (p->weight > height_limit)
    fail("too heavy");
}

// The links are counted, and their number is tested.
void check_parts(struct part *p) {
  int count = 1;
  while (p->prior) {
    p = p->prior;
    count++;
  }
  if (count > part_limit)
    fail("too many");
}
// CHECK: cycle parts: unknown structure 'check_parts' tests the height
int parts(struct part *p) { return p->prior ? parts(p->prior) + p->kind : p->kind; }
// Other links of the same objects are not counted.
// CHECK: cycle inner_parts: unbounded structure
int inner_parts(struct part *p) { return p->inner ? inner_parts(p->inner) + p->kind : p->kind; }
// CHECK: cycle all_parts: unbounded structure
int all_parts(struct part *p) {
  return (p->prior ? all_parts(p->prior) : 0) + (p->inner ? all_parts(p->inner) : 0);
}
// To look for the n-th is no test of the number.
struct part *nth(struct part *p, int n) {
  int at = 0;
  while (p->inner && at < n) {
    p = p->inner;
    at++;
  }
  return p;
}

// Each level has a context, which is one deeper than the one above.
// CHECK: cycle own_context: unknown structure a depth that objects carry may limit it
int own_context(struct ctx *c, struct plain *p) {
  if (!p || c->depth > 100)
    return 0;
  struct ctx own = {c, c->depth + 1, 0, c->at};
  return own_context(&own, p->left) + own_context(&own, p->right);
}
// CHECK: cycle tested_later: unknown structure a depth that objects carry may limit it
int tested_later(struct ctx *c, struct plain *p) {
  struct ctx own;
  own.depth = c->depth + 1;
  if (!p || own.depth > 100)
    return 0;
  return tested_later(&own, p->left);
}
// CHECK: cycle copied_context: unknown structure a depth that objects carry may limit it
int copied_context(struct ctx *c, struct plain *p) {
  struct ctx own = *c;
  if (!p || ++own.depth > 100)
    return 0;
  return copied_context(&own, p->left);
}
// CHECK: cycle allocated: unknown structure a depth that objects carry may limit it
int allocated(struct ctx *c, struct plain *p) {
  if (!p || c->depth >= 64)
    return 0;
  struct ctx *own = malloc(sizeof *own);
  own->depth = c->depth + 1;
  return allocated(own, p->left);
}
// CHECK: cycle budget: unknown structure a depth that objects carry may limit it
int budget(struct ctx *c, struct plain *p) {
  if (!p || c->depth <= 0)
    return 0;
  struct ctx own = {c, c->depth - 1, 0, 0};
  return budget(&own, p->left);
}
// CHECK: cycle first_context: unknown structure a depth that objects carry may limit it
int first_context(struct ctx *c, struct plain *p) {
  struct ctx own;
  own.depth = c ? c->depth + 1 : 0;
  if (!p || own.depth > 64)
    return 0;
  return first_context(&own, p->left);
}
// Counted and not tested.
// CHECK: cycle untested: unbounded structure
int untested(struct ctx *c, struct plain *p) {
  struct ctx own = {c, c->depth + 1, 0, 0};
  return p ? untested(&own, p->left) : 0;
}
// Tested and not counted.
// CHECK: cycle uncounted: unbounded structure
int uncounted(struct ctx *c, struct plain *p) {
  if (!p || c->depth > 100)
    return 0;
  struct ctx own = {c, c->depth, 0, 0};
  return uncounted(&own, p->left);
}
// The one is counted, the other tested.
// CHECK: cycle another: unbounded structure
int another(struct ctx *c, struct plain *p) {
  if (!p || c->seen > 100)
    return 0;
  struct ctx own = {c, c->depth + 1, c->seen, 0};
  return another(&own, p->left);
}
// It is counted down, and tested against a largest number.
// CHECK: cycle counts_down: unbounded structure
int counts_down(struct ctx *c, struct plain *p) {
  if (!p || c->depth > 100)
    return 0;
  struct ctx own = {c, c->depth - 1, 0, 0};
  return counts_down(&own, p->left);
}
// One call goes round the test.
// CHECK: cycle round_it: unbounded structure
int round_it(struct ctx *c, struct plain *p) {
  struct ctx own = {c, c->depth + 1, 0, 0};
  if (!p)
    return 0;
  int sum = round_it(&own, p->right);
  if (own.depth > 100)
    return sum;
  return sum + round_it(&own, p->left);
}

// The slow way of something: it mends, and tries again.
struct store { int used, room; int *data; };
void enlarge(struct store *);
static int grow_and_add(struct store *s, int value);
// CHECK: cycle add grow_and_add: unknown input it tries again what it was called for
int add(struct store *s, int value) {
  if (s->used >= s->room)
    return grow_and_add(s, value);
  s->data[s->used] = value;
  return s->used++;
}
static int grow_and_add(struct store *s, int value) {
  enlarge(s);
  return add(s, value);
}
// This one does something else the second time.
static int skip_and_read(struct ctx *c, int level);
// CHECK: cycle read skip_and_read: unbounded input
int read(struct ctx *c, int level) {
  if (*c->at == '#')
    return skip_and_read(c, level);
  return *c->at + level;
}
static int skip_and_read(struct ctx *c, int level) {
  c->at++;
  return read(c, *c->at);
}
// A test that lets a call pass before which is counted on some paths only.
// CHECK: cycle sometimes: unknown input a test of a counter may limit it
int sometimes(struct ctx *c, int kind) {
  if (c->depth >= c->seen)
    return 0;
  int before = c->depth;
  if (use(kind))
    c->depth++;
  int r = 1 + sometimes(c, use(1));
  c->depth = before + 1;
  r += sometimes(c, use(2));
  c->depth = before;
  return r;
}
// And one that never counts.
// CHECK: cycle never: unbounded input
int never(struct ctx *c, int kind) {
  if (c->depth >= c->seen || *c->at++ != '(')
    return 0;
  return 1 + never(c, use(1));
}
// The smaller part is passed on, and the larger one is done in the loop.
int part(int *a, int low, int high);
// CHECK: cycle sort_smaller: unknown number the smaller part is passed on
void sort_smaller(int *a, int low, int high) {
  while (low < high) {
    int middle = part(a, low, high);
    if (middle - low < high - middle) {
      sort_smaller(a, low, middle - 1);
      low = middle + 1;
    } else {
      sort_smaller(a, middle + 1, high);
      high = middle - 1;
    }
  }
}
// CHECK: cycle sort_first: unbounded number
void sort_first(int *a, int low, int high) {
  while (low < high) {
    int middle = part(a, low, high);
    sort_first(a, low, middle - 1);
    low = middle + 1;
  }
}
// CHECK: cycle sort_both: unbounded number
void sort_both(int *a, int low, int high) {
  if (low >= high)
    return;
  int middle = part(a, low, high);
  sort_both(a, low, middle - 1);
  if (middle - low < high - middle)
    sort_both(a, middle + 1, high);
}
