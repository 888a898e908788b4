// What is in progress, or has been seen, is marked in the object or in a table,
// and tested at entry or before the call.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct node {
  struct node **to;
  int count, number, low;
  unsigned char color;
};

// CHECK: cycle by_caller: guarded a mark of what is in progress
void by_caller(struct node *n) {
  n->color |= 1;
  for (int i = 0; i < n->count; i++)
    if (!(n->to[i]->color & 1))
      by_caller(n->to[i]);
}
// Another bit is tested.
// CHECK: cycle other_bit: unbounded structure
void other_bit(struct node *n) {
  n->color |= 1;
  for (int i = 0; i < n->count; i++)
    if (!(n->to[i]->color & 2))
      other_bit(n->to[i]);
}
// The mark is on the caller of the object that is gone into.
// CHECK: cycle own_mark: unbounded structure
void own_mark(struct node *n) {
  n->color |= 1;
  for (int i = 0; i < n->count; i++)
    if (n->color & 1)
      own_mark(n->to[i]);
}
// White is 3, gray 0, black 4; each of the two stores makes it not white.
// CHECK: cycle colored: guarded a mark of what is in progress
void colored(struct node *n) {
  if (n->count > 1)
    n->color &= ~7;
  else
    n->color = (n->color & ~3) | 4;
  if (n->to[0]->color & 3)
    colored(n->to[0]);
}
// One of the two keeps it white.
// CHECK: cycle kept_white: unbounded structure
void kept_white(struct node *n) {
  if (n->count > 1)
    n->color &= ~7;
  else
    n->color |= 4;
  if (n->to[0]->color & 3)
    kept_white(n->to[0]);
}

static int last;
// CHECK: cycle numbered: guarded a mark of what is in progress
int numbered(struct node *n) {
  n->number = n->low = ++last;
  for (int i = 0; i < n->count; i++)
    if (!n->to[i]->number && numbered(n->to[i]) < n->low)
      n->low = n->to[i]->low;
  return n->low;
}

static char seen[100], to[100][100];
// CHECK: cycle in_table: guarded a mark of what is in progress
void in_table(int n) {
  seen[n] = 1;
  for (int i = 0; i < 100; i++)
    if (to[n][i] && !seen[i])
      in_table(i);
}
// It tests itself and not what it calls for.
// CHECK: cycle tests_itself: unbounded input
void tests_itself(int n) {
  seen[n] = 1;
  for (int i = 0; i < 100; i++)
    if (to[n][i] && seen[n])
      tests_itself(i);
}
// CHECK: cycle at_entry: guarded a mark of what is in progress
void at_entry(int n, char *mark) {
  if (mark[n])
    return;
  mark[n] = 1;
  for (int i = 0; i < 100; i++)
    if (to[n][i])
      at_entry(i, mark);
}
// What is written does not fail the test.
// CHECK: cycle not_done: unbounded input
void not_done(int n, char *mark) {
  if (mark[n] == 2)
    return;
  mark[n] = 1;
  for (int i = 0; i < 100; i++)
    if (to[n][i])
      not_done(i, mark);
}
// The place next to it is written.
// CHECK: cycle next_to_it: unbounded input
void next_to_it(int n, char *mark) {
  if (mark[n])
    return;
  mark[n + 1] = 1;
  for (int i = 0; i < 100; i++)
    if (to[n][i])
      next_to_it(i, mark);
}
// CHECK: cycle marks enters: guarded a mark of what is in progress
void enters(struct node *n);
void marks(struct node *n) {
  n->color = 1;
  enters(n);
}
void enters(struct node *n) {
  for (int i = 0; i < n->count; i++)
    if (!n->to[i]->color)
      marks(n->to[i]);
}
// One of its calls comes before the mark.
// CHECK: cycle too_late: unbounded structure
void too_late(struct node *n) {
  if (!n->to[0]->color)
    too_late(n->to[0]);
  n->color = 1;
  if (!n->to[1]->color)
    too_late(n->to[1]);
}
// CHECK: cycle flood: guarded a mark of what is in progress
int flood(char *map, int x, int y) {
  if (x < 0 || y < 0 || x >= 64 || y >= 64 || map[y * 64 + x])
    return 0;
  map[y * 64 + x] = 1;
  return 1 + flood(map, x + 1, y) + flood(map, x - 1, y) +
         flood(map, x, y + 1) + flood(map, x, y - 1);
}
