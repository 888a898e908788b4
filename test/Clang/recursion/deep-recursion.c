// The example of the page, and near misses.
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -O2 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack stack=64M -emit-obj -o /dev/null %s -verify=silent
// RUN: %clang_cc1 -plugin-arg-offstack recursion=unbounded -plugin-arg-offstack disable=deep-recursion -emit-obj -o /dev/null %s -verify=silent
// silent-no-diagnostics

struct item {
  struct item *child;
};
void name(struct item *i, char *to);

void list(struct item *i, unsigned depth) {
  char text[3000];
  if (!i || depth >= 4096)
    return;
  name(i, text);
  list(i->child, depth + 1); // expected-warning {{the recursion of 'list' is bounded, but 4097 levels of about 2.9 KiB take 11.8 MiB, over the stack of 8 MiB (offstack-deep-recursion)}}
}

void short_list(struct item *i, unsigned depth) {
  char text[3000];
  if (!i || depth >= 40)
    return;
  name(i, text);
  short_list(i->child, depth + 1);
}
