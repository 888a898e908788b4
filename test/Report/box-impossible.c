// A box that the user asked for and that cannot be is known again, as every
// warning is, by its function and variable.

// RUN: rm -rf %t && mkdir %t
// RUN: %clang -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-report=%t/r.json
// RUN: FileCheck %s --input-file=%t/r.json
// RUN: %clang -c %s -o %t/a.o -fplugin=%offstack_clang -Werror \
// RUN:   -fplugin-arg-offstack-box \
// RUN:   -fplugin-arg-offstack-baseline=%t/r.json 2>&1 | count 0

// CHECK:      "rule": "box-impossible",
// CHECK-NEXT: "level": "warning",
// CHECK:       "line": [[#@LINE+11]],
// CHECK:      "function": "f",
// CHECK:      "variable": "wanted",
// CHECK-NEXT: "bytes": 64,
// CHECK:      "rule": "returns-twice",
// CHECK-NEXT: "level": "remark",

void use(const void *);
int vfork(void) __attribute__((returns_twice));

void f(void) {
  __attribute__((offstack_box)) char wanted[64];
  if (!vfork())
    use(wanted);
}
