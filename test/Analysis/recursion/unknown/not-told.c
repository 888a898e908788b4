// Where nothing is known, nothing is claimed.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

int use(int);
struct parser { const char *at; int depth; int error; };
void report(struct parser *, const char *, ...);
int enter_recursion(struct parser *);
void leave_recursion(struct parser *);

// CHECK: cycle retry: unknown
int retry(int n) { return use(n) ? n : retry(n); }
// By its name, what it calls may limit it.
// CHECK: cycle limiter: unknown input 'enter_recursion' may limit it
int limiter(struct parser *p) {
  if (*p->at++ != '(' || enter_recursion(p))
    return 0;
  int r = limiter(p);
  leave_recursion(p);
  return r;
}
// The error that the test sets may be looked at before the next call.
// CHECK: cycle soft_test: unknown input a test of a counter may limit it
int soft_test(struct parser *p) {
  p->depth++;
  if (p->depth > 100)
    report(p, "too deep");
  int r = p->error || *p->at++ != '(' ? 0 : soft_test(p);
  p->depth--;
  return r;
}
// CHECK: cycle halves: unknown division what is passed on is divided
int halves(int *a, int low, int high) {
  if (low >= high)
    return 0;
  int middle = low + (high - low) / 2;
  return halves(a, low, middle) + halves(a, middle + 1, high);
}
