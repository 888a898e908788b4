// What has led to the call does not hold in what it calls.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct payload { int size, zero; const char *data; };
int put(char *to, const char *from, int size);

// CHECK: cycle write_part: unknown structure what has led to it does not hold again
int write_part(char *to, const struct payload *p, int offset, int amount) {
  int rest = p->size - offset;
  if (rest <= 0)
    return put(to, 0, amount);
  if (rest < amount) {
    if (write_part(to + rest, p, offset + rest, amount - rest))
      return 1;
    amount = rest;
  }
  return put(to, p->data + offset, amount);
}
// The rest is not all that is passed by.
// CHECK: cycle write_half: unbounded structure
int write_half(char *to, const struct payload *p, int offset, int amount) {
  int rest = p->size - offset;
  if (rest <= 0)
    return put(to, 0, amount);
  if (rest < amount) {
    if (write_half(to + rest, p, offset + p->zero, amount - rest))
      return 1;
    amount = rest;
  }
  return put(to, p->data + offset, amount);
}

// CHECK: cycle digits: unknown number what has led to it does not hold again
int digits(int n) {
  if (n < 0)
    return put("-", 0, 1) + digits(-n);
  return put("0", 0, n);
}
// CHECK: cycle shrink: unbounded number
int shrink(int n, int by) {
  if (n > by)
    return 1 + shrink(n - by, by + 1);
  return 0;
}

struct set { int count, *members; };
int has(const struct set *s, int n);
// CHECK: cycle meet: unknown {{.*}}what has led to it does not hold again
int meet(const struct set *a, const struct set *b, int from) {
  if (a->count > b->count)
    return meet(b, a, from + 1);
  for (int i = 0; i < a->count; i++)
    if (has(b, a->members[i]))
      return 1;
  return 0;
}
// They may be equal, and change places for ever.
// CHECK: cycle meet_equal: unbounded number
int meet_equal(const struct set *a, const struct set *b, int from) {
  if (a->count >= b->count)
    return meet_equal(b, a, from + 1);
  return has(b, from);
}

struct thread { struct thread *main; void (*handler)(int); int top, *stack; };
void leave(int);
// CHECK: cycle raise_in: unknown structure what has led to it does not hold again
void raise_in(struct thread *t, int code) {
  if (t->handler) {
    t->handler(code);
  } else if (t->main->handler) {
    t->main->stack[t->main->top++] = code;
    raise_in(t->main, code);
  } else {
    leave(code);
  }
}
// Another field is tested, and the chain goes on.
// CHECK: cycle raise_up: unbounded structure
void raise_up(struct thread *t, int code) {
  if (t->handler)
    t->handler(code);
  else if (t->main->stack)
    raise_up(t->main, code);
  else
    leave(code);
}
// What is tested is written in between.
// CHECK: cycle cleared: unbounded structure
void cleared(struct thread *t, int code) {
  if (t->handler) {
    t->handler(code);
  } else if (t->main->handler) {
    t->main->handler = 0;
    cleared(t->main, code);
  } else {
    leave(code);
  }
}
