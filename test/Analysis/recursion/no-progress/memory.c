// A recursion whose condition reads memory that is not written on the way.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "


struct node { int value; struct node *next; };
int counter;
volatile int device;
int use(int);
int pure(int) __attribute__((pure, nothrow)) ;

// CHECK: cycle field: no-progress
int field(struct node *n) {
  if (n->value == 0)
    return 0;
  return 1 + field(n);
}
// CHECK: cycle field_lowered: unbounded
int field_lowered(struct node *n) {
  if (n->value == 0)
    return 0;
  n->value--;
  return 1 + field_lowered(n);
}
// CHECK: cycle field_of_next: unbounded structure
int field_of_next(struct node *n) {
  if (n->value == 0)
    return 0;
  return 1 + field_of_next(n->next);
}
// CHECK: cycle not_advanced: no-progress
int not_advanced(struct node *n) {
  if (n->next)
    return 1 + not_advanced(n);
  return 0;
}
// CHECK: cycle global: no-progress
int global(void) { return counter > 3 ? global() : 0; }
// CHECK: cycle global_counted: un
int global_counted(void) {
  if (counter > 3) {
    counter--;
    return global_counted();
  }
  return 0;
}
// CHECK: cycle device_decides: unknown
int device_decides(void) { return device ? device_decides() : 0; }
// CHECK: cycle atomic_decides: unknown
int atomic_decides(_Atomic int *p) { return *p ? atomic_decides(p) : 0; }
// An unknown call may write it.
// CHECK: cycle call_may_write: un
int call_may_write(struct node *n) {
  if (n->value == 0)
    return 0;
  use(1);
  return 1 + call_may_write(n);
}
// CHECK: cycle own_object: no-progress
int own_object(struct node *n) {
  int local[4];
  if (n->value == 0)
    return 0;
  local[n->value & 3] = 1;
  return local[0] + own_object(n);
}
// CHECK: cycle other_object_written: un
int other_object_written(struct node *n, struct node *m) {
  if (n->value == 0)
    return 0;
  m->value = 0;
  return 1 + other_object_written(n, m);
}
// CHECK: cycle element: no-progress
int element(const int *a, int i) {
  if (a[i] < 0)
    return i;
  return element(a, i);
}
// CHECK: cycle next_element: unbounded number
int next_element(const int *a, int i) {
  if (a[i] < 0)
    return i;
  return next_element(a, i + 1);
}
// CHECK: cycle lazy: un
static int *instance;
int *make(void);
int *lazy(void) {
  if (!instance) {
    instance = make();
    return lazy();
  }
  return instance;
}
// CHECK: cycle lazy_forgotten: no-progress
int *lazy_forgotten(void) {
  if (!instance)
    return lazy_forgotten();
  return instance;
}
// Nothing ever sets it: the recursion is never made.
static int never_set;
// CHECK-NOT: cycle never_set_flag:
int never_set_flag(int n) { return never_set ? never_set_flag(n) : 0; }
// CHECK: cycle set_elsewhere: no-progress
static int set_later;
int set_elsewhere(int n) { return set_later ? set_elsewhere(n) : 0; }
void set(void) { set_later = 1; }
