// What a report in Offstack's own format has of a warning.

// RUN: rm -rf %t && mkdir %t
// RUN: %clang -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=1K -fplugin-arg-offstack-report=%t/r.json
// RUN: FileCheck %s --input-file=%t/r.json
// The build of another day writes the same bytes.
// RUN: mv %t/r.json %t/first.json
// RUN: %clang -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=1K -fplugin-arg-offstack-report=%t/r.json
// RUN: cmp %t/first.json %t/r.json

// CHECK:      "schema": "offstack-report",
// CHECK-NEXT: "version": 1,
// CHECK-NEXT: "tool": {
// CHECK-NEXT:  "name": "Offstack",
// CHECK-NEXT:  "version": "{{[0-9.]+}}"
// CHECK-NEXT: },
// CHECK-NEXT: "units": [
// CHECK-NEXT:  {
// CHECK-NEXT:   "source": "{{.*}}json.c",
// CHECK-NEXT:   "output": "{{.*}}a.o",
// CHECK-NEXT:   "directory": "{{.*}}",
// CHECK-NEXT:   "plugin": "OffstackClang"
// CHECK-NEXT:  }
// CHECK-NEXT: ],
// CHECK-NEXT: "findings": [
// CHECK-NEXT:  {
// CHECK-NEXT:   "rule": "large-local",
// CHECK-NEXT:   "level": "warning",
// CHECK-NEXT:   "message": "local variable 'buffer' of type 'char[4096]' takes 4096 bytes (4 KiB) of stack, over the limit of 1 KiB (offstack-large-local)",
// CHECK-NEXT:   "location": {
// CHECK-NEXT:    "file": "{{.*}}json.c",
// CHECK-NEXT:    "line": [[#@LINE+29]],
// CHECK-NEXT:    "column": 22
// CHECK-NEXT:   },
// CHECK-NEXT:   "function": "f",
// CHECK-NEXT:   "symbol": "f",
// CHECK-NEXT:   "variable": "buffer",
// CHECK-NEXT:   "type": "char[4096]",
// CHECK-NEXT:   "bytes": 4096,
// CHECK-NEXT:   "limitBytes": 1024,
// CHECK-NEXT:   "stackBytes": 8388608,
// CHECK:        "notes": [
// CHECK-NEXT:    {
// CHECK-NEXT:     "message": "allocate it with malloc
// CHECK:        "fingerprint": "{{[0-9a-f]+}}",
// CHECK-NEXT:   "units": [
// CHECK-NEXT:    0
// CHECK-NEXT:   ]
// CHECK-NEXT:  },
// The largest comes first; a column counts characters and not bytes.
// CHECK:        "rule": "large-local",
// CHECK:         "line": [[#@LINE+12]],
// CHECK-NEXT:    "column": 35
// CHECK:        "isLocalToFile": true,
// CHECK:        "bytes": 2048,
// CHECK-NOT:    "rule"

void use(const void *);

void f(void) {
  /* no tabs */ char buffer[4096];
  use(buffer);
}
static void g(void) { /*ää*/ char small[2048];
  use(small);
}
void h(void) { g(); }
