// Loops over an array of the function's own compare addresses of the stack. The
// stack that is left is compared with something from outside.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct entry { struct entry *first; int count; };
int list(struct entry *e, struct entry **to);

// CHECK: cycle over_entries: unbounded
int over_entries(struct entry *e) {
  struct entry *found[64], **end = found + list(e, found);
  int r = 0;
  for (struct entry **p = found; p < end; p++)
    r += over_entries(*p);
  return r;
}
// CHECK: cycle backwards: unbounded
int backwards(struct entry *e) {
  struct entry *found[64], **p = found + list(e, found);
  int r = 0;
  while (--p >= found)
    r += backwards(*p);
  return r;
}
// What it is copied to does not overlap.
// CHECK: cycle copies: unbounded
int copies(struct entry *e, unsigned long size) {
  struct entry own;
  unsigned long from = (unsigned long)e, to = (unsigned long)&own;
  if ((from > to ? from - to : to - from) < size || !e)
    return 0;
  own = *e;
  return own.count + copies(e->first, size);
}

extern char *stack_end;
// CHECK: cycle checked: guarded a check of the stack that is left
int checked(struct entry *e) {
  struct entry *found[64], **end = found + list(e, found);
  if ((char *)found < stack_end)
    return -1;
  int r = 0;
  for (struct entry **p = found; p < end; p++)
    r += checked(*p);
  return r;
}
// CHECK: cycle far: guarded a check of the stack that is left
int far(struct entry *e, char *base) {
  char here;
  if (!e || base - &here > 1000000)
    return 0;
  return far(e->first, base);
}
