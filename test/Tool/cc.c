// `offstack cc` is clang with the plugin: by command, by link, by the compiler's
// own name.

// RUN: offstack cc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: offstack c++ -x c++ -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: offstack-cc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: offstack-c++ -x c++ -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: offstack %clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: offstack cc %clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: offstack --compiler=%clang cc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: env OFFSTACK_CC=%clang offstack cc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: env "OFFSTACK_CXX='%clang' -x c++" offstack c++ -c %s -o %t.o 2>&1 \
// RUN:   | FileCheck %s
// CHECK: warning: local variable 'buffer' of type 'char[200000]' takes {{.*}} over the limit of 128 KiB (offstack-large-local)

// Options stand before the command or in the environment. The former win, and
// the compiler's own flags win over both.

// RUN: offstack --local=1G --frame=1G cc -c %s -o %t.o 2>&1 | count 0
// RUN: env OFFSTACK_OPTIONS=local=1G:frame=1G offstack-cc -c %s -o %t.o 2>&1 \
// RUN:   | count 0
// RUN: env OFFSTACK_OPTIONS=local=1G:frame=1G offstack --local=128K cc -c %s \
// RUN:   -o %t.o 2>&1 | FileCheck %s
// RUN: env OFFSTACK_OPTIONS=local=1G:frame=1G offstack --local=1G cc -c %s \
// RUN:   -o %t.o -fplugin-arg-offstack-local=128K 2>&1 | FileCheck %s
// RUN: offstack --stack=musl cc -c %s -o %t.o 2>&1 \
// RUN:   | FileCheck %s --check-prefix=MUSL
// MUSL: over the limit of 2 KiB (offstack-large-local)

// Boxing is off, as it is with the plugin alone.

// RUN: offstack cc -S -emit-llvm %s -o - 2>/dev/null \
// RUN:   | FileCheck %s --check-prefix=PLAIN
// RUN: offstack --box cc -S -emit-llvm %s -o - 2>/dev/null \
// RUN:   | FileCheck %s --check-prefix=BOXED
// PLAIN-NOT: @malloc
// BOXED: @malloc(i64 200000)

int use(char *);

int f(void) {
  char buffer[200000];
  return use(buffer);
}
