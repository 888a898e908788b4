// Pointers that are handed on, and twins in which each round has another one.
// The quick look that spares cycles a proof may not spare the first kind.
// RUN: %clang_cc1 -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -O2 -emit-obj -o /dev/null %s -verify

struct head {
  int kind;
};
struct node {
  struct head head;
  struct node *next;
  int stop;
};
struct node *last;

int same(struct node *n) {
  return n->stop ? same(n) : 0; // expected-warning {{the recursion of 'same' makes no progress}}
}
int walks(struct node *n) { return n->stop ? walks(n->next) : 0; }

int by_local(struct node *n) {
  struct node *m = n;
  return n->stop ? by_local(m) : 0; // expected-warning {{the recursion of 'by_local' makes no progress}}
}
int local_walks(struct node *n) {
  struct node *m = n->next;
  return n->stop ? local_walks(m) : 0;
}

int handed_on(struct node *n);
static int hand_on(struct node *n) { return handed_on(n); } // expected-note {{'hand_on' calls 'handed_on' here}}
int handed_on(struct node *n) {
  return n->stop ? hand_on(n) : 0; // expected-warning {{the recursion of 'handed_on' makes no progress}} expected-note {{'handed_on' calls 'hand_on' here}}
}
int walks_by_two(struct node *n);
static int hand_on_two(struct node *n) { return walks_by_two(n); }
int walks_by_two(struct node *n) { return n->stop ? hand_on_two(n->next) : 0; }

static struct node *identity(struct node *n) { return n; }
static struct node *following(struct node *n) { return n->next; }
int by_call(struct node *n) {
  return n->stop ? by_call(identity(n)) : 0; // expected-warning {{the recursion of 'by_call' makes no progress}}
}
int call_walks(struct node *n) {
  return n->stop ? call_walks(following(n)) : 0;
}

int first_field(struct node *n) {
  return n->stop ? first_field((struct node *)&n->head) : 0; // expected-warning {{the recursion of 'first_field' makes no progress}}
}
int moves(struct node *n) { return n->stop ? moves(n + 1) : 0; }

int by_global(struct node *n) {
  if (n)
    return 0;
  last = n;
  return by_global(last); // expected-warning {{the recursion of 'by_global' makes no progress: when 'n' is null}}
}
int global_changes(struct node *n) { return n ? 0 : global_changes(last); }

int by_array(struct node *n) {
  struct node *pair[2];
  pair[0] = n;
  return n->stop ? by_array(pair[0]) : 0; // expected-warning {{the recursion of 'by_array' makes no progress}}
}
int array_walks(struct node *n) {
  struct node *pair[2];
  pair[0] = n->next;
  return n->stop ? array_walks(pair[0]) : 0;
}

int by_pointer(struct node *n) {
  struct node local, *at = &local;
  local.next = n;
  return n->stop ? by_pointer(at->next) : 0; // expected-warning {{the recursion of 'by_pointer' makes no progress}}
}
