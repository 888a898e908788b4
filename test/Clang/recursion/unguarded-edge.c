// The example of the page, and near misses.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack disable=unguarded-edge -emit-obj -o /dev/null %s -verify=silent
// silent-no-diagnostics

struct parser {
  const char *at;
  int depth;
};

int array(struct parser *p);

int value(struct parser *p) {
  if (*p->at == '[')
    return array(p);
  if (*p->at++ == '-')
    return -value(p); // expected-warning {{a guard limits the depth of this recursion, but this call of 'value' goes round it: at about 28 bytes a level, the stack of 8 MiB is full after 299593 levels (offstack-unguarded-edge)}}
  return 0;
}

int array(struct parser *p) {
  if (p->depth >= 100)
    return -1;
  p->depth++;
  p->at++;
  int r = value(p);
  p->depth--;
  return r;
}

// The test of the depth is where every way passes.
int guarded_array(struct parser *p);

int guarded_value(struct parser *p) {
  int r = 0;
  if (p->depth >= 100)
    return -1;
  p->depth++;
  if (*p->at == '[')
    r = guarded_array(p);
  else if (*p->at++ == '-')
    r = -guarded_value(p);
  p->depth--;
  return r;
}

int guarded_array(struct parser *p) {
  p->at++;
  return guarded_value(p);
}
