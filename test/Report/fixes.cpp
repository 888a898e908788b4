// The fixes in a report are the fix-its that clang shows, in characters and not
// in bytes: applied to the source, they mend it.

// RUN: rm -rf %t && mkdir %t && cp %s %t/a.cpp && cd %t
// RUN: %clangxx -c a.cpp -fplugin=%offstack_clang -fplugin-arg-offstack-local=1K \
// RUN:   -fplugin-arg-offstack-report=r.json,r.sarif
// RUN: %python %S/Inputs/check_sarif.py r.sarif
// RUN: FileCheck %s --input-file=r.sarif --check-prefix=SARIF
// RUN: %python %S/Inputs/apply_fixes.py r.json a.cpp > fixed.cpp
// RUN: FileCheck %s --input-file=fixed.cpp --check-prefix=FIXED
// RUN: %clangxx -c fixed.cpp -fplugin=%offstack_clang -Werror \
// RUN:   -fplugin-arg-offstack-local=1K

// SARIF:      "fixes": [
// SARIF:        "uri": "a.cpp",
// SARIF-NEXT:   "uriBaseId": "PWD"
// SARIF:        "deletedRegion": {
// SARIF:        "insertedContent": {
// SARIF-NEXT:   "text": "{{.*}}vector

// FIXED: {{^}}  std::vector<char> plain(2000);
// FIXED: {{^}}  /* äöü */ std::vector<char> behind(SIZE);

#define SIZE 3000

void use(char *);

void f() {
  char plain[2000];
  use(plain);
  /* äöü */ char behind[SIZE];
  use(behind);
}
