// What a function may do instead of calling itself for ever.
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -fcxx-exceptions -fexceptions -emit-obj -o /dev/null %s -verify
// RUN: %clang_cc1 -plugin-arg-offstack disable=no-progress -fcxx-exceptions -fexceptions -emit-obj -o /dev/null -O2 %s -verify

extern "C" {
[[noreturn]] void exit(int);
[[noreturn]] void abort(void);
[[noreturn]] void __assert_fail(const char *, const char *, unsigned,
                                const char *);
typedef struct {
  long regs[25];
} jmp_buf[1];
int _setjmp(jmp_buf) __attribute__((returns_twice));
[[noreturn]] void longjmp(jmp_buf, int);
int puts(const char *);
}
void opaque();
jmp_buf env;

void throws(int n) {
  if (n == 0)
    throw n;
  throws(n - 1);
}

void throws_inside_check(int n);
static void check(int n) {
  if (n == 0)
    throw n;
}
void throws_inside_check(int n) {
  check(n);
  throws_inside_check(n - 1);
}

void checks_nothing(int n);
static int twice(int n) { return n * 2; }
void checks_nothing(int n) {
  twice(n);
  checks_nothing(n - 1); // expected-warning {{every path through 'checks_nothing' calls it again: the recursion never ends (offstack-infinite)}}
}

void exits(int n) {
  if (n == 0)
    exit(0);
  exits(n - 1);
}

void aborts(int n) {
  if (n == 0)
    abort();
  aborts(n - 1);
}

// An assertion is no base case: a release does not contain it.
void asserts(int n) {
  n > 0 ? (void)0 : __assert_fail("n > 0", "f.c", 1, "asserts");
  asserts(n - 1); // expected-warning {{every path through 'asserts' calls it again}}
}

void traps(int n) {
  if (n == 0)
    __builtin_trap();
  traps(n - 1); // expected-warning {{every path through 'traps' calls it again}}
}

int missing_return(int n) {
  if (n)
    missing_return(n - 1);
} // expected-warning {{non-void function does not return a value}}

void jumps(int n) {
  if (n == 0)
    longjmp(env, 1);
  jumps(n - 1);
}

void jumped_to(int n) {
  if (_setjmp(env))
    return;
  jumped_to(n + 1);
}

void loops_instead(int n) {
  while (n)
    ;
  loops_instead(n);
}

// It may be a fatal() that is not declared noreturn.
void opaque_sometimes(int n) {
  if (n == 0)
    opaque();
  opaque_sometimes(n - 1);
}

// Nobody would end a recursion with a call that is made each time.
void opaque_always(int n) {
  opaque();
  opaque_always(n - 1); // expected-warning {{every path through 'opaque_always' calls it again}}
}

void logs_sometimes(int n) {
  if (n == 0)
    puts("zero");
  logs_sometimes(n - 1); // expected-warning {{every path through 'logs_sometimes' calls it again}}
}

void returns_from_catch() {
  try {
    opaque();
  } catch (...) {
    return;
  }
  returns_from_catch();
}

void goes_on_from_catch() {
  try {
    opaque();
  } catch (...) {
  }
  goes_on_from_catch(); // expected-warning {{every path through 'goes_on_from_catch' calls it again}}
}

void rethrows() {
  try {
    opaque();
  } catch (...) {
    throw;
  }
  rethrows();
}

// Nothing throws: the handler is never entered.
void tries_itself() {
  try {
    tries_itself(); // expected-warning {{every path through 'tries_itself' calls it again}}
  } catch (...) {
    return;
  }
}

struct Guard {
  Guard();
  ~Guard();
};

// Cleaning up behind an exception that opaque() may throw is no way out.
void with_local() {
  Guard g;
  opaque();
  with_local(); // expected-warning {{every path through 'with_local' calls it again}}
}

void is_noexcept() noexcept {
  opaque();
  is_noexcept(); // expected-warning {{every path through 'is_noexcept' calls it again}}
}

[[noreturn]] void never_returns() {
  never_returns(); // expected-warning {{every path through 'never_returns' calls it again}}
}
