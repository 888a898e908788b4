// With boxing on, the report of the Clang plugin has what was boxed and what was
// kept as well, at the variables, without -g; the compiler prints none of it.

// RUN: rm -rf %t && mkdir %t
// RUN: %clang -O1 -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K \
// RUN:   -fplugin-arg-offstack-disable=large-local,large-frame \
// RUN:   -fplugin-arg-offstack-frame=32K \
// RUN:   -fplugin-arg-offstack-report=%t/r.json,%t/r.sarif 2>&1 | count 0
// RUN: FileCheck %s --input-file=%t/r.json --implicit-check-not='"rule"'
// RUN: %python %S/Inputs/check_sarif.py %t/r.sarif
// RUN: FileCheck %s --input-file=%t/r.sarif --check-prefix=SARIF

// The object file is the one without a report.
// RUN: mv %t/a.o %t/report.o
// RUN: %clang -O1 -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K \
// RUN:   -fplugin-arg-offstack-disable=large-local,large-frame \
// RUN:   -fplugin-arg-offstack-frame=32K
// RUN: cmp %t/report.o %t/a.o

// The remarks that are asked for are printed as ever.
// RUN: %clang -O1 -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K -gmlt \
// RUN:   -fplugin-arg-offstack-disable=large-local,large-frame -Rpass=offstack \
// RUN:   2> %t/plain.txt
// RUN: %clang -O1 -c %s -o %t/a.o -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K -gmlt \
// RUN:   -fplugin-arg-offstack-disable=large-local,large-frame -Rpass=offstack \
// RUN:   -fplugin-arg-offstack-report=%t/r.json 2> %t/report.txt
// RUN: cmp %t/plain.txt %t/report.txt
// RUN: grep -c offstack-boxed %t/plain.txt

// CHECK:      "rule": "frame-over-limit",
// CHECK-NEXT: "level": "remark",
// CHECK:       "file": "{{.*}}boxes.c",
// CHECK-NEXT:  "line": [[#@LINE+30]]
// CHECK:      "function": "keeps",
// CHECK:      "parts": [
// CHECK:        "name": "kept",
// CHECK-NEXT:   "bytes": 65536
// CHECK:      "rule": "returns-twice",
// CHECK:       "line": [[#@LINE+25]],
// CHECK:      "variable": "kept",
// CHECK-NEXT: "bytes": 65536,
// CHECK:      "rule": "boxed",
// CHECK-NEXT: "level": "remark",
// CHECK-NEXT: "message": "'buffer' (8192 bytes) is boxed: over the limit of 4 KiB (offstack-boxed)",
// CHECK:       "line": [[#@LINE+14]],
// CHECK:      "function": "moves",
// CHECK:      "variable": "buffer",

// SARIF: "id": "returns-twice",
// SARIF:   "text": "an object stays on the stack: {{.*}}. See docs/hazards/returns-twice.md."
// SARIF: "ruleId": "boxed",
// SARIF: "kind": "informational",
// SARIF-NEXT: "level": "none",

void use(const void *);
int vfork(void) __attribute__((returns_twice));

void moves(void) {
  char buffer[8192];
  use(buffer);
}

void keeps(void) {
  char kept[65536];
  if (!vfork())
    use(kept);
}
