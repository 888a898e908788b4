// gdb shows the object of a rare path that became a function, in that function,
// and the other variables in the rest.

// RUN: %clang -O2 -g %s -o %t -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K
// RUN: gdb -q -batch -ex 'break report' -ex run -ex up -ex 'print text[2]' \
// RUN:   -ex 'whatis text' -ex up -ex 'print given' \
// RUN:   -ex continue -ex up -ex 'print text[2]' \
// RUN:   -ex continue -ex up -ex 'print text[2]' %t 2>&1 | FileCheck %s

// CHECK: in goesOn.cold ()
// CHECK: $1 = 9 '\t'
// CHECK: type = char [8192]
// CHECK: in goesOn (given={{.*}}
// CHECK: $2 = 3

// Two paths with an object each, of which the user wrote one.
// CHECK: in either.cold{{.*}} ()
// CHECK: $3 = 7 '\a'
// CHECK: in either.cold{{.*}} ()
// CHECK: $4 = 8 '\b'

#define RARELY(condition) __builtin_expect(!!(condition), 0)

__attribute__((noinline)) int step(int x) {
  __asm__ volatile("" : "+r"(x));
  return x;
}

__attribute__((noinline)) void report(char *text) {
  __asm__ volatile("" ::"r"(text) : "memory");
}

__attribute__((noinline)) int goesOn(int given) {
  int next = step(given);
  if (RARELY(next > 2)) {
    char text[8192];
    text[2] = 9;
    report(text);
  }
  return step(next) + given;
}

__attribute__((noinline)) int either(int given) {
  char text[8192];
  int next = step(given);
  if (RARELY(next > 3)) {
    text[2] = 7;
    report(text);
    return step(next) + 1;
  }
  next = step(next + 1);
  if (RARELY(next > 2)) {
    text[2] = 8;
    report(text);
    return step(next) + 2;
  }
  return step(next) + given;
}

int main(void) { return goesOn(3) + either(4) + either(2) != 16; }
