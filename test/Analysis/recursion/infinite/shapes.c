// Every path through these leads back to them.

// RUN: %clang -O0 -w -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - 2>&1 | FileCheck %s --implicit-check-not="cycle " --implicit-check-not="infinite: "
// RUN: %clang -O2 -w -Xclang -disable-llvm-passes -S -emit-llvm %s -o - | %opt -passes='print<offstack-recursion>' -disable-output - 2>&1 | FileCheck %s --implicit-check-not="cycle " --implicit-check-not="infinite: "

struct node { struct node *next; int value; };
int use(int);
int state;
void log_it(const char *, ...);
_Noreturn void stop(void);

// CHECK: infinite: 'plain'
int plain(int n) { return plain(n + 1); }
// CHECK: infinite: 'nothing'
void nothing(void) { nothing(); }
// CHECK: infinite: 'twice'
int twice(int n) { return twice(n - 1) + twice(n - 2); }
// CHECK: infinite: 'each_branch'
int each_branch(int n) { return n ? each_branch(n - 1) : each_branch(1); }
// CHECK: infinite: 'if_else'
int if_else(int n) { if (n > 3) return if_else(n - 1); else return if_else(n + 1); }
// CHECK: infinite: 'each_case'
int each_case(int n) {
  switch (n) {
  case 0: return each_case(1);
  case 1: return each_case(2) + 1;
  default: return each_case(n - 1);
  }
}
// CHECK: infinite: 'ping' calls 'pong'
int pong(int n);
int ping(int n) { return pong(n) + 1; }
int pong(int n) { return ping(n) + 1; }
// CHECK: infinite: 'three_a' calls 'three_b'
int three_b(int), three_c(int);
int three_a(int n) { return three_b(n); }
int three_b(int n) { return three_c(n - 1); }
int three_c(int n) { return three_a(n - 1); }
// CHECK: infinite: 'after_work'
int after_work(int n) { state += n; int r = after_work(n - 1); return r + state; }
// CHECK: infinite: 'before_loop'
int before_loop(int n) { int r = before_loop(n); for (int i = 0; i < n; i++) r += i; return r; }
// CHECK: infinite: 'do_while'
int do_while(int n) { int r = 0; do r += do_while(n); while (n); return r; }
// CHECK: infinite: 'for_ever'
void for_ever(void) { for (;;) for_ever(); }
// CHECK: infinite: 'while_one'
void while_one(int n) { while (1) { state++; while_one(n); } }
// CHECK: infinite: 'constant'
int constant(int n) { if (0) return 1; return constant(n); }
// CHECK: infinite: 'sizeof_true'
int sizeof_true(int n) { if (sizeof(int) == 4) return sizeof_true(n); return 0; }
// CHECK: infinite: 'both_operands'
int both_operands(int n) { return both_operands(n) && both_operands(n + 1); }
// CHECK: infinite: 'condition'
int condition(int n) { if (condition(n - 1)) return 1; return 0; }
// CHECK: infinite: 'loop_condition'
int loop_condition(int n) { while (loop_condition(n)) n++; return n; }
// CHECK: infinite: 'as_argument'
int as_argument(int n) { return use(as_argument(n)); }
// CHECK: infinite: 'as_index'
int as_index(int *a) { return a[as_index(a)]; }
// CHECK: infinite: 'logged'
int logged(int n) { log_it("at %d", n); return logged(n - 1); }
// CHECK: infinite: 'of_list'
int of_list(struct node *n) { return n->value + of_list(n->next); }
// CHECK: infinite: 'stored'
void stored(struct node *n) { n->value = 1; stored(n->next); n->value = 2; }
// CHECK: infinite: 'comma'
int comma(int n) { return comma(n), n; }
// CHECK: infinite: 'cast'
int each_way(int);
void cast(int n) { (void)each_way(n); }
int each_way(int n) { cast(n); return n; }
// CHECK: infinite: 'trap_or'
int trap_or(int n) { if (n < 0) __builtin_trap(); return trap_or(n - 1); }
// CHECK: infinite: 'unreachable_or'
void unreachable_or(int n) { if (n < 0) __builtin_unreachable(); unreachable_or(n - 1); }
// CHECK: infinite: 'local'
static int local(int n) { return local(n) + 1; }
int use_local(int n) { return local(n); }
// CHECK: infinite: 'by_value'
struct pair { int a, b; };
int by_value(struct pair p) { p.a++; return by_value(p); }
// CHECK: infinite: 'vla'
int vla(int n) { int a[n]; a[0] = n; return vla(n + 1) + a[0]; }
// CHECK: infinite: 'float_guard'
double float_guard(double x) { return x * float_guard(x - 1); }
// CHECK: infinite: 'goto_start'
int goto_start(int n) { again: if (goto_start(n)) goto again; return n; }
// CHECK: infinite: 'inner_block'
int inner_block(int n) { { int m = n; { return inner_block(m); } } }
// CHECK: infinite: 'variadic'
int variadic(int n, ...) { return variadic(n, n, n); }
// CHECK: infinite: 'pure_between'
int square(int n) { return n * n; }
int pure_between(int n) { int s = square(n); return pure_between(s); }
// CHECK: infinite: 'leads_there'
int also_there(int);
int leads_there(int n) { return n > 0 ? leads_there(n - 1) : also_there(n); }
int also_there(int n) { return leads_there(n); }
// CHECK: infinite: 'string'
int string(const char *s) { return *s + string(s + 1); }
// CHECK: infinite: 'pointer_to'
void pointer_to(int *p) { *p += 1; pointer_to(p); *p -= 1; }
// CHECK: infinite: 'compare'
int compare(int a, int b) { return a < b ? -compare(b, a) : -compare(a, b); }
// CHECK: infinite: 'default_only'
int default_only(int n) { switch (n) { default: return default_only(n); } }
// CHECK: infinite: 'cleaned'
void free_it(int *p);
int cleaned(int n) { __attribute__((cleanup(free_it))) int kept = n; return cleaned(kept); }
// CHECK: infinite: 'statement'
int statement(int n) { return ({ int m = statement(n); m + 1; }); }

// Near misses: one path ends.
// CHECK: cycle near_return: unbounded number
int near_return(int n) { if (n < 0) return 0; return near_return(n - 1); }
// CHECK: cycle near_case: unknown division
int near_case(int n) { switch (n) { case 0: return 1; default: return near_case(n / 3 * 2); } }
// CHECK: cycle near_stop: unbounded number
void near_stop(int n) { if (n < 0) stop(); near_stop(n - 1); }
// It may loop for ever in place; with 0 it does not.
// CHECK: cycle near_loop: no-progress argument 0 from 0
void near_loop(int n) { while (n) state++; near_loop(n); }
// CHECK: cycle near_or: guarded
int near_or(int n) { return n > 9 || near_or(n + 1); }
