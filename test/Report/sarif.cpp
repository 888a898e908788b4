// What a SARIF report has: rules with help, places, notes, the cycle of a
// recursion as a code flow, fingerprints. Inputs/check_sarif.py knows the
// standard.

// RUN: rm -rf %t && mkdir %t && cp %s %t/a.cpp && cd %t
// RUN: %clangxx -c a.cpp -fplugin=%offstack_clang \
// RUN:   -fplugin-arg-offstack-local=1K -fplugin-arg-offstack-frame=2K \
// RUN:   -fplugin-arg-offstack-report=r.sarif
// RUN: %python %S/Inputs/check_sarif.py r.sarif
// RUN: FileCheck %s --input-file=r.sarif

// The checker notices a wrong index, an unknown property, a missing one, and a
// level that its kind forbids.
// RUN: sed 's/"ruleIndex": 1/"ruleIndex": 7/' r.sarif > bad.sarif
// RUN: not %python %S/Inputs/check_sarif.py bad.sarif
// RUN: sed 's/"startColumn"/"column"/' r.sarif > bad.sarif
// RUN: not %python %S/Inputs/check_sarif.py bad.sarif
// RUN: sed 's/"startLine": [0-9]*,//' r.sarif > bad.sarif
// RUN: not %python %S/Inputs/check_sarif.py bad.sarif
// RUN: sed 's/"level": "warning",/"level": "none",/' r.sarif > bad.sarif
// RUN: not %python %S/Inputs/check_sarif.py bad.sarif

// CHECK:      "version": "2.1.0",
// CHECK:      "name": "Offstack",
// CHECK:      "rules": [
// CHECK:        "id": "infinite",
// CHECK:        "help": {
// CHECK-NEXT:    "text": "{{.*}}disable=infinite{{.*}}-Wno-infinite-recursion{{.*}}docs/diagnostics/infinite.md."
// CHECK:        "id": "large-frame",
// CHECK:      "originalUriBaseIds": {
// CHECK-NEXT:  "PWD": {
// CHECK-NEXT:   "uri": "file:///{{.*}}/"
// CHECK:      "columnKind": "unicodeCodePoints",
// CHECK:      "ruleId": "large-frame",
// CHECK-NEXT: "ruleIndex": 1,
// CHECK-NEXT: "level": "warning",
// CHECK:        "uri": "a.cpp",
// CHECK-NEXT:   "uriBaseId": "PWD"
// CHECK:        "fullyQualifiedName": "ns::Parser::parse",
// CHECK-NEXT:   "decoratedName": "_ZN2ns6Parser5parseEv",
// CHECK-NEXT:   "kind": "function"
// CHECK:      "relatedLocations": [
// CHECK:        "text": "'a' takes 1000 bytes (33% of the frame)"
// CHECK:      "partialFingerprints": {
// CHECK-NEXT:  "offstackFinding/v1": "{{[0-9a-f]+}}"
// CHECK:      "properties": {
// CHECK:       "bytes": {{30[0-9][0-9]}},
// CHECK-NEXT:  "limitBytes": 2048,
// CHECK:       "parts": [
// CHECK:        "kind": "variable",
// CHECK-NEXT:   "name": "a",
// CHECK-NEXT:   "bytes": 1000,
// CHECK:      "ruleId": "infinite",
// CHECK-NEXT: "ruleIndex": 0,
// CHECK:      "codeFlows": [
// CHECK:        "threadFlows": [
// CHECK:          "text": "even calls odd"
// CHECK:          "text": "odd calls even"

void use(const void *);

namespace ns {
struct Parser {
  void parse();
};
} // namespace ns

void ns::Parser::parse() {
  char a[1000], b[1000], c[1000];
  use(a);
  use(b);
  use(c);
}

void odd(int);
void even(int n) {
  use(&n);
  odd(n);
}
void odd(int n) {
  use(&n);
  even(n);
}
