// A position in the input is counted and tested against the length of it. That
// is no limit: the input says how long it is.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct parser {
  const char *text;
  unsigned long length, at;
  int *open, top, room;
};

// CHECK: cycle in_field: unbounded input
int in_field(struct parser *p) {
  if (p->at >= p->length || p->text[p->at] != '[')
    return 1;
  p->at++;
  int r = in_field(p);
  p->at++;
  return r;
}
// CHECK: cycle by_pointer: unbounded input
int by_pointer(const char *s, unsigned long length, unsigned long *at) {
  if (*at >= length || s[*at] != '[')
    return 1;
  ++*at;
  int r = by_pointer(s, length, at);
  ++*at;
  return r;
}
// CHECK: cycle by_value: unbounded number
int by_value(const char *s, unsigned long length, unsigned long at) {
  return at < length && s[at] == '[' ? 1 + by_value(s, length, at + 1) : 1;
}
// CHECK: cycle value array: unbounded input
int array(struct parser *p);
int value(struct parser *p) {
  if (p->at >= p->length)
    return -1;
  if (p->text[p->at] == '[')
    return array(p);
  p->at++;
  return 0;
}
int array(struct parser *p) {
  p->at++;
  while (p->at < p->length && p->text[p->at] != ']')
    if (value(p))
      return -1;
  p->at++;
  return 0;
}
// The top of a stack comes back, and how much room there is, is a limit.
// CHECK: cycle with_stack: guarded a counter in memory
int with_stack(struct parser *p) {
  if (p->top >= p->room || p->text[p->at] == ']')
    return -1;
  p->open[p->top++] = p->text[p->at++];
  int r = with_stack(p);
  if (p->open[--p->top] != '[')
    return -1;
  return r;
}
// Nothing is read from where the number says: so many may be seen.
// CHECK: cycle so_many: guarded a counter in memory
int so_many(struct parser *p) {
  if (p->at >= p->length || *p->text != '[')
    return 1;
  p->at++;
  p->text++;
  return so_many(p);
}
// CHECK: cycle up_to_ten: guarded a counter in memory
int up_to_ten(struct parser *p) {
  if (p->at >= 10 || p->text[p->at] != '[')
    return 1;
  p->at++;
  return up_to_ten(p);
}
