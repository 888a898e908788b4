// The example of the page, and near misses.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=certain -emit-obj -o /dev/null %s -verify=silent
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify=silent
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack disable=unbounded -emit-obj -o /dev/null %s -verify=silent
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack stack=musl -emit-obj -o /dev/null %s 2>&1 | FileCheck %s
// CHECK: at about 56 bytes a level, the stack of 128 KiB is full after 2340 levels
// silent-no-diagnostics

struct parser {
  const char *at;
  int depth;
};

int list(struct parser *p);

int value(struct parser *p) {
  if (*p->at == '(')
    return list(p); // expected-warning {{nothing limits the depth of the recursion of 'value', which follows its input: at about 56 bytes a level, the stack of 8 MiB is full after 149796 levels (offstack-unbounded)}} expected-note {{'value' calls 'list' here}} expected-note {{count the depth in 'value' and test it before this call: every way round the cycle passes here}}
  return *p->at++;
}

int list(struct parser *p) {
  int sum = 0;
  for (p->at++; *p->at != ')'; p->at++)
    sum += value(p); // expected-note {{'list' calls 'value' here}}
  return sum;
}

int limited_list(struct parser *p);

int limited_value(struct parser *p) {
  if (*p->at == '(')
    return limited_list(p);
  return *p->at++;
}

int limited_list(struct parser *p) {
  int sum = 0;
  if (p->depth == 100)
    return -1;
  p->depth++;
  for (p->at++; *p->at != ')'; p->at++)
    sum += limited_value(p);
  p->depth--;
  return sum;
}

struct tree {
  struct tree *left, *right;
};

int height(struct tree *t) {
  if (!t)
    return 0;
  int left = height(t->left); // expected-warning {{nothing limits the depth of the recursion of 'height', which follows the links of a data structure}} expected-note {{count the depth}}
  int right = height(t->right);
  return 1 + (left > right ? left : right);
}
