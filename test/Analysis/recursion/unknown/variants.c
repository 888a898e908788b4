// What a call decides, halves, or what a function with a telling name may limit.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - | FileCheck %s --implicit-check-not="cycle "

int use(int);
struct parser { const char *at; int depth, error, count; };
struct tree { struct tree *left; int value; };
void set_error(struct parser *);

// CHECK: cycle range_half: unknown division
int range_half(int *a, int low, int high) {
  if (low >= high)
    return 0;
  int middle = low + ((high - low) / 2);
  return range_half(a, low, middle) + range_half(a, middle + 1, high);
}

// CHECK: cycle length_half: unknown division
int length_half(int *a, int n) {
  if (n < 2)
    return 0;
  return length_half(a, n / 2) + length_half(a + (n / 2), n - (n / 2));
}

// CHECK: cycle range_third: unknown division
int range_third(int *a, int low, int high) {
  if (low >= high)
    return 0;
  int middle = low + ((high - low) / 3);
  return range_third(a, low, middle) + range_third(a, middle + 1, high);
}

// From 2 on, a part is 0: the rest is as long as the whole.
// CHECK: cycle length_third: no-progress argument 1
int length_third(int *a, int n) {
  if (n < 2)
    return 0;
  return length_third(a, n / 3) + length_third(a + (n / 3), n - (n / 3));
}

// CHECK: cycle range_shifted: unknown division
int range_shifted(int *a, int low, int high) {
  if (low >= high)
    return 0;
  int middle = low + ((high - low) >> 1);
  return range_shifted(a, low, middle) + range_shifted(a, middle + 1, high);
}

// CHECK: cycle length_shifted: unknown division
int length_shifted(int *a, int n) {
  if (n < 2)
    return 0;
  return length_shifted(a, n >> 1) + length_shifted(a + (n >> 1), n - (n >> 1));
}

// CHECK: cycle range_tenth: unknown division
int range_tenth(int *a, int low, int high) {
  if (low >= high)
    return 0;
  int middle = low + ((high - low) / 10);
  return range_tenth(a, low, middle) + range_tenth(a, middle + 1, high);
}

// From 2 on, a part is 0: the rest is as long as the whole.
// CHECK: cycle length_tenth: no-progress argument 1
int length_tenth(int *a, int n) {
  if (n < 2)
    return 0;
  return length_tenth(a, n / 10) + length_tenth(a + (n / 10), n - (n / 10));
}
int check_depth(struct parser *);

// CHECK: cycle calls_check_depth: unknown input 'check_depth' may limit it
int calls_check_depth(struct parser *p) {
  if (*p->at++ != '(' || check_depth(p))
    return 0;
  return calls_check_depth(p);
}
int enter_recursion(struct parser *);

// CHECK: cycle calls_enter_recursion: unknown input 'enter_recursion' may limit it
int calls_enter_recursion(struct parser *p) {
  if (*p->at++ != '(' || enter_recursion(p))
    return 0;
  return calls_enter_recursion(p);
}
int nesting_ok(struct parser *);

// CHECK: cycle calls_nesting_ok: unknown input 'nesting_ok' may limit it
int calls_nesting_ok(struct parser *p) {
  if (*p->at++ != '(' || nesting_ok(p))
    return 0;
  return calls_nesting_ok(p);
}
int stack_check(struct parser *);

// CHECK: cycle calls_stack_check: unknown input 'stack_check' may limit it
int calls_stack_check(struct parser *p) {
  if (*p->at++ != '(' || stack_check(p))
    return 0;
  return calls_stack_check(p);
}
int js_stackoverflow(struct parser *);

// CHECK: cycle calls_js_stackoverflow: unknown input 'js_stackoverflow' may limit it
int calls_js_stackoverflow(struct parser *p) {
  if (*p->at++ != '(' || js_stackoverflow(p))
    return 0;
  return calls_js_stackoverflow(p);
}
int RecursionGuard_enter(struct parser *);

// CHECK: cycle calls_RecursionGuard_enter: unknown input 'RecursionGuard_enter' may limit it
int calls_RecursionGuard_enter(struct parser *p) {
  if (*p->at++ != '(' || RecursionGuard_enter(p))
    return 0;
  return calls_RecursionGuard_enter(p);
}
int too_much_recursion(struct parser *);

// CHECK: cycle calls_too_much_recursion: unknown input 'too_much_recursion' may limit it
int calls_too_much_recursion(struct parser *p) {
  if (*p->at++ != '(' || too_much_recursion(p))
    return 0;
  return calls_too_much_recursion(p);
}
int depth_of(struct parser *);

// CHECK: cycle calls_depth_of: unknown input 'depth_of' may limit it
int calls_depth_of(struct parser *p) {
  if (*p->at++ != '(' || depth_of(p))
    return 0;
  return calls_depth_of(p);
}
int stack_limit_reached(struct parser *);

// CHECK: cycle calls_stack_limit_reached: unknown input 'stack_limit_reached' may limit it
int calls_stack_limit_reached(struct parser *p) {
  if (*p->at++ != '(' || stack_limit_reached(p))
    return 0;
  return calls_stack_limit_reached(p);
}
int checkstack(struct parser *);

// CHECK: cycle calls_checkstack: unknown input 'checkstack' may limit it
int calls_checkstack(struct parser *p) {
  if (*p->at++ != '(' || checkstack(p))
    return 0;
  return calls_checkstack(p);
}

// CHECK: cycle soft_flag_10: unknown input a test of a counter may limit it
int soft_flag_10(struct parser *p) {
  if (++p->depth > 10)
    p->error = 1;
  int r = p->error || *p->at++ != '(' ? 0 : soft_flag_10(p);
  p->depth--;
  return r;
}

// CHECK: cycle soft_call_10: unknown input a test of a counter may limit it
int soft_call_10(struct parser *p) {
  if (++p->depth > 10)
    set_error(p);
  int r = p->error || *p->at++ != '(' ? 0 : soft_call_10(p);
  p->depth--;
  return r;
}

// CHECK: cycle soft_flag_100: unknown input a test of a counter may limit it
int soft_flag_100(struct parser *p) {
  if (++p->depth > 100)
    p->error = 1;
  int r = p->error || *p->at++ != '(' ? 0 : soft_flag_100(p);
  p->depth--;
  return r;
}

// CHECK: cycle soft_call_100: unknown input a test of a counter may limit it
int soft_call_100(struct parser *p) {
  if (++p->depth > 100)
    set_error(p);
  int r = p->error || *p->at++ != '(' ? 0 : soft_call_100(p);
  p->depth--;
  return r;
}

// CHECK: cycle soft_flag_1000: unknown input a test of a counter may limit it
int soft_flag_1000(struct parser *p) {
  if (++p->depth > 1000)
    p->error = 1;
  int r = p->error || *p->at++ != '(' ? 0 : soft_flag_1000(p);
  p->depth--;
  return r;
}

// CHECK: cycle soft_call_1000: unknown input a test of a counter may limit it
int soft_call_1000(struct parser *p) {
  if (++p->depth > 1000)
    set_error(p);
  int r = p->error || *p->at++ != '(' ? 0 : soft_call_1000(p);
  p->depth--;
  return r;
}

// CHECK: cycle leaves_1: unknown structure a test of a counter may limit it
int raise_1(struct parser *);
int leaves_1(struct tree *t, struct parser *p) {
  if (!t || raise_1(p))
    return 0;
  int r = leaves_1(t->left, p);
  p->count -= 1;
  return r;
}

// CHECK: cycle leaves_3: unknown structure a test of a counter may limit it
int raise_3(struct parser *);
int leaves_3(struct tree *t, struct parser *p) {
  if (!t || raise_3(p))
    return 0;
  int r = leaves_3(t->left, p);
  p->count -= 3;
  return r;
}

// CHECK: cycle leaves_9: unknown structure a test of a counter may limit it
int raise_9(struct parser *);
int leaves_9(struct tree *t, struct parser *p) {
  if (!t || raise_9(p))
    return 0;
  int r = leaves_9(t->left, p);
  p->count -= 9;
  return r;
}

// CHECK: cycle decided_27: unknown
int decided_27(int n) { return use(n) == 0 ? 0 : decided_27(n); }

// CHECK: cycle decided_28: unknown
int decided_28(int n) { return use(3) ? 0 : decided_28(n); }

// CHECK: cycle decided_29: unknown
int decided_29(int n) { return !use(n + 1) ? 0 : decided_29(n); }

// CHECK: cycle decided_30: unknown
int decided_30(int n) { return use(n) > use(1) ? 0 : decided_30(n); }

// CHECK: cycle v_31: unknown
int v_31(volatile int *p) { return *p ? v_31(p) : 0; }

// CHECK: cycle v_32: unknown
int v_32(volatile int *p) { return !*p ? v_32(p) : 0; }

// CHECK: cycle v_33: unknown
int v_33(volatile int *p) { return 3 < *p ? v_33(p) : 0; }

// CHECK: cycle a_34: unknown
int a_34(_Atomic int *p) { return *p ? a_34(p) : 0; }

// CHECK: cycle a_35: unknown
int a_35(_Atomic int *p) { return !*p ? a_35(p) : 0; }

// CHECK: cycle a_36: unknown
int a_36(_Atomic int *p) { return 3 < *p ? a_36(p) : 0; }

// CHECK: cycle near_counted: unbounded number
int near_counted(int *a, int n) { return n < 2 ? 0 : a[n] + near_counted(a, n - 1); }

// CHECK: cycle near_named: unbounded input
int check_syntax(struct parser *);
int near_named(struct parser *p) {
  if (*p->at++ != '(' || check_syntax(p))
    return 0;
  return near_named(p);
}

// CHECK: cycle near_soft: guarded
int near_soft(struct parser *p) {
  if (++p->depth > 100)
    return -1;
  int r = *p->at++ != '(' ? 0 : near_soft(p);
  p->depth--;
  return r;
}
