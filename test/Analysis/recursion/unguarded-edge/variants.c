// Each guard of a table, with each of some ways round it, and once without any.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

struct tree { struct tree *left, *right, *other, *child[3]; int value; };
struct parser { int depth; };
int depth;

// CHECK: cycle argument_other_child: unguarded-edge structure
int argument_other_child(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  if (t->value == 7) n += argument_other_child(t->right, d);
  if (d < 100) {
    n += argument_other_child(t->left, d + 1);
  }
  return n;
}

// CHECK: cycle argument_in_loop: unguarded-edge structure
int argument_in_loop(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  for (int i = 0; i < 3; i++) n += argument_in_loop(t->child[i], d);
  if (d < 100) {
    n += argument_in_loop(t->left, d + 1);
  }
  return n;
}

// CHECK: cycle argument_in_switch: unguarded-edge structure
int argument_in_switch(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  switch (t->value) { case 1: n++; break; case 2: n += argument_in_switch(t->left, d); break; }
  if (d < 100) {
    n += argument_in_switch(t->left, d + 1);
  }
  return n;
}

// CHECK: cycle argument_in_else: unguarded-edge structure
int argument_in_else(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  if (n > t->value) n--; else n += argument_in_else(t->other, d);
  if (d < 100) {
    n += argument_in_else(t->left, d + 1);
  }
  return n;
}

// CHECK: cycle argument_while_list: unguarded-edge structure
int argument_while_list(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  for (struct tree *c = t->right; c; c = c->right) n += argument_while_list(c, d);
  if (d < 100) {
    n += argument_while_list(t->left, d + 1);
  }
  return n;
}

// CHECK: cycle argument_nothing: guarded
int argument_nothing(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  if (d < 100) {
    n += argument_nothing(t->left, d + 1);
  }
  return n;
}

// CHECK: cycle unsigned_argument_other_child: unguarded-edge structure
int unsigned_argument_other_child(struct tree *t, unsigned d) {
  int n = 0;
  if (!t)
    return 0;
  if (t->value == 7) n += unsigned_argument_other_child(t->right, d);
  if (d <= 64) {
    n += unsigned_argument_other_child(t->left, d + 2);
  }
  return n;
}

// CHECK: cycle unsigned_argument_in_loop: unguarded-edge structure
int unsigned_argument_in_loop(struct tree *t, unsigned d) {
  int n = 0;
  if (!t)
    return 0;
  for (int i = 0; i < 3; i++) n += unsigned_argument_in_loop(t->child[i], d);
  if (d <= 64) {
    n += unsigned_argument_in_loop(t->left, d + 2);
  }
  return n;
}

// CHECK: cycle unsigned_argument_in_switch: unguarded-edge structure
int unsigned_argument_in_switch(struct tree *t, unsigned d) {
  int n = 0;
  if (!t)
    return 0;
  switch (t->value) { case 1: n++; break; case 2: n += unsigned_argument_in_switch(t->left, d); break; }
  if (d <= 64) {
    n += unsigned_argument_in_switch(t->left, d + 2);
  }
  return n;
}

// CHECK: cycle unsigned_argument_in_else: unguarded-edge structure
int unsigned_argument_in_else(struct tree *t, unsigned d) {
  int n = 0;
  if (!t)
    return 0;
  if (n > t->value) n--; else n += unsigned_argument_in_else(t->other, d);
  if (d <= 64) {
    n += unsigned_argument_in_else(t->left, d + 2);
  }
  return n;
}

// CHECK: cycle unsigned_argument_while_list: unguarded-edge structure
int unsigned_argument_while_list(struct tree *t, unsigned d) {
  int n = 0;
  if (!t)
    return 0;
  for (struct tree *c = t->right; c; c = c->right) n += unsigned_argument_while_list(c, d);
  if (d <= 64) {
    n += unsigned_argument_while_list(t->left, d + 2);
  }
  return n;
}

// CHECK: cycle unsigned_argument_nothing: bounded
int unsigned_argument_nothing(struct tree *t, unsigned d) {
  int n = 0;
  if (!t)
    return 0;
  if (d <= 64) {
    n += unsigned_argument_nothing(t->left, d + 2);
  }
  return n;
}

// CHECK: cycle limit_other_child: unguarded-edge structure
int limit_other_child(struct tree *t, int d, int m) {
  int n = 0;
  if (!t)
    return 0;
  if (t->value == 7) n += limit_other_child(t->right, d, m);
  if (d < m) {
    n += limit_other_child(t->left, d + 1, m);
  }
  return n;
}

// CHECK: cycle limit_in_loop: unguarded-edge structure
int limit_in_loop(struct tree *t, int d, int m) {
  int n = 0;
  if (!t)
    return 0;
  for (int i = 0; i < 3; i++) n += limit_in_loop(t->child[i], d, m);
  if (d < m) {
    n += limit_in_loop(t->left, d + 1, m);
  }
  return n;
}

// CHECK: cycle limit_in_switch: unguarded-edge structure
int limit_in_switch(struct tree *t, int d, int m) {
  int n = 0;
  if (!t)
    return 0;
  switch (t->value) { case 1: n++; break; case 2: n += limit_in_switch(t->left, d, m); break; }
  if (d < m) {
    n += limit_in_switch(t->left, d + 1, m);
  }
  return n;
}

// CHECK: cycle limit_in_else: unguarded-edge structure
int limit_in_else(struct tree *t, int d, int m) {
  int n = 0;
  if (!t)
    return 0;
  if (n > t->value) n--; else n += limit_in_else(t->other, d, m);
  if (d < m) {
    n += limit_in_else(t->left, d + 1, m);
  }
  return n;
}

// CHECK: cycle limit_while_list: unguarded-edge structure
int limit_while_list(struct tree *t, int d, int m) {
  int n = 0;
  if (!t)
    return 0;
  for (struct tree *c = t->right; c; c = c->right) n += limit_while_list(c, d, m);
  if (d < m) {
    n += limit_while_list(t->left, d + 1, m);
  }
  return n;
}

// CHECK: cycle limit_nothing: guarded
int limit_nothing(struct tree *t, int d, int m) {
  int n = 0;
  if (!t)
    return 0;
  if (d < m) {
    n += limit_nothing(t->left, d + 1, m);
  }
  return n;
}

// CHECK: cycle fuel_other_child: unguarded-edge structure
int fuel_other_child(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  if (t->value == 7) n += fuel_other_child(t->right, d);
  if (d > 0) {
    n += fuel_other_child(t->left, d - 1);
  }
  return n;
}

// CHECK: cycle fuel_in_loop: unguarded-edge structure
int fuel_in_loop(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  for (int i = 0; i < 3; i++) n += fuel_in_loop(t->child[i], d);
  if (d > 0) {
    n += fuel_in_loop(t->left, d - 1);
  }
  return n;
}

// CHECK: cycle fuel_in_switch: unguarded-edge structure
int fuel_in_switch(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  switch (t->value) { case 1: n++; break; case 2: n += fuel_in_switch(t->left, d); break; }
  if (d > 0) {
    n += fuel_in_switch(t->left, d - 1);
  }
  return n;
}

// CHECK: cycle fuel_in_else: unguarded-edge structure
int fuel_in_else(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  if (n > t->value) n--; else n += fuel_in_else(t->other, d);
  if (d > 0) {
    n += fuel_in_else(t->left, d - 1);
  }
  return n;
}

// CHECK: cycle fuel_while_list: unguarded-edge structure
int fuel_while_list(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  for (struct tree *c = t->right; c; c = c->right) n += fuel_while_list(c, d);
  if (d > 0) {
    n += fuel_while_list(t->left, d - 1);
  }
  return n;
}

// CHECK: cycle fuel_nothing: guarded
int fuel_nothing(struct tree *t, int d) {
  int n = 0;
  if (!t)
    return 0;
  if (d > 0) {
    n += fuel_nothing(t->left, d - 1);
  }
  return n;
}

// CHECK: cycle global_other_child: unguarded-edge structure
int global_other_child(struct tree *t, void *d) {
  int n = 0;
  if (!t)
    return 0;
  if (t->value == 7) n += global_other_child(t->right, d);
  if (depth < 50) {
    depth++;
    n += global_other_child(t->left, d);
    depth--;
  }
  return n;
}

// CHECK: cycle global_in_loop: unguarded-edge structure
int global_in_loop(struct tree *t, void *d) {
  int n = 0;
  if (!t)
    return 0;
  for (int i = 0; i < 3; i++) n += global_in_loop(t->child[i], d);
  if (depth < 50) {
    depth++;
    n += global_in_loop(t->left, d);
    depth--;
  }
  return n;
}

// CHECK: cycle global_in_switch: unguarded-edge structure
int global_in_switch(struct tree *t, void *d) {
  int n = 0;
  if (!t)
    return 0;
  switch (t->value) { case 1: n++; break; case 2: n += global_in_switch(t->left, d); break; }
  if (depth < 50) {
    depth++;
    n += global_in_switch(t->left, d);
    depth--;
  }
  return n;
}

// CHECK: cycle global_in_else: unguarded-edge structure
int global_in_else(struct tree *t, void *d) {
  int n = 0;
  if (!t)
    return 0;
  if (n > t->value) n--; else n += global_in_else(t->other, d);
  if (depth < 50) {
    depth++;
    n += global_in_else(t->left, d);
    depth--;
  }
  return n;
}

// CHECK: cycle global_while_list: unguarded-edge structure
int global_while_list(struct tree *t, void *d) {
  int n = 0;
  if (!t)
    return 0;
  for (struct tree *c = t->right; c; c = c->right) n += global_while_list(c, d);
  if (depth < 50) {
    depth++;
    n += global_while_list(t->left, d);
    depth--;
  }
  return n;
}

// CHECK: cycle global_nothing: guarded
int global_nothing(struct tree *t, void *d) {
  int n = 0;
  if (!t)
    return 0;
  if (depth < 50) {
    depth++;
    n += global_nothing(t->left, d);
    depth--;
  }
  return n;
}

// CHECK: cycle field_other_child: unguarded-edge structure
int field_other_child(struct tree *t, struct parser *d) {
  int n = 0;
  if (!t)
    return 0;
  if (t->value == 7) n += field_other_child(t->right, d);
  if (d->depth < 30) {
    d->depth++;
    n += field_other_child(t->left, d);
    d->depth--;
  }
  return n;
}

// CHECK: cycle field_in_loop: unguarded-edge structure
int field_in_loop(struct tree *t, struct parser *d) {
  int n = 0;
  if (!t)
    return 0;
  for (int i = 0; i < 3; i++) n += field_in_loop(t->child[i], d);
  if (d->depth < 30) {
    d->depth++;
    n += field_in_loop(t->left, d);
    d->depth--;
  }
  return n;
}

// CHECK: cycle field_in_switch: unguarded-edge structure
int field_in_switch(struct tree *t, struct parser *d) {
  int n = 0;
  if (!t)
    return 0;
  switch (t->value) { case 1: n++; break; case 2: n += field_in_switch(t->left, d); break; }
  if (d->depth < 30) {
    d->depth++;
    n += field_in_switch(t->left, d);
    d->depth--;
  }
  return n;
}

// CHECK: cycle field_in_else: unguarded-edge structure
int field_in_else(struct tree *t, struct parser *d) {
  int n = 0;
  if (!t)
    return 0;
  if (n > t->value) n--; else n += field_in_else(t->other, d);
  if (d->depth < 30) {
    d->depth++;
    n += field_in_else(t->left, d);
    d->depth--;
  }
  return n;
}

// CHECK: cycle field_while_list: unguarded-edge structure
int field_while_list(struct tree *t, struct parser *d) {
  int n = 0;
  if (!t)
    return 0;
  for (struct tree *c = t->right; c; c = c->right) n += field_while_list(c, d);
  if (d->depth < 30) {
    d->depth++;
    n += field_while_list(t->left, d);
    d->depth--;
  }
  return n;
}

// CHECK: cycle field_nothing: guarded
int field_nothing(struct tree *t, struct parser *d) {
  int n = 0;
  if (!t)
    return 0;
  if (d->depth < 30) {
    d->depth++;
    n += field_nothing(t->left, d);
    d->depth--;
  }
  return n;
}
