// What became of each entry of the ignore list, at its line: used is what made a
// difference to a diagnostic or to boxing. Reported are the entries for what is
// looked up in this compilation.

// RUN: rm -rf %t && split-file %s %t

// DEFINE: %{run} = %clang_cc1 -plugin-arg-offstack ignorelist=list.txt \
// DEFINE:   -Rpass-analysis=offstack-ignorelist a.c
// DEFINE: %{check} = FileCheck %s --implicit-check-not=remark \
// DEFINE:   --implicit-check-not=warning --check-prefix

// Boxing and diagnostics.
// RUN: cd %t && %{run} -emit-llvm-only -plugin-arg-offstack box 2>&1 \
// RUN:   | %{check} ALL
// ALL: list.txt:1:1: remark: entry 'fun:everything' (list.txt:1) is used (offstack-used-ignore-entry) [-Rpass-analysis=offstack-ignorelist]
// ALL: list.txt:2:1: remark: entry 'src:*other.c' (list.txt:2) is unused (offstack-unused-ignore-entry) [-Rpass-analysis=offstack-ignorelist]
// ALL: list.txt:4:1: remark: entry 'fun:everything' (list.txt:4) is used
// ALL: list.txt:5:1: remark: entry 'fun:boxed' (list.txt:5) is used
// ALL: list.txt:6:1: remark: entry 'fun:small' (list.txt:6) is unused
// ALL: list.txt:8:1: remark: entry 'var:flagged' (list.txt:8) is used
// ALL: list.txt:9:1: remark: entry 'fun:every*' (list.txt:9) is used
// ALL: list.txt:11:1: remark: entry 'fun:boxed' (list.txt:11) is unused
// ALL: list.txt:13:1: remark: entry 'fun:endless' (list.txt:13) is used
// ALL: list.txt:17:1: remark: entry 'fun:small' (list.txt:17) is unused

// At -O2 too.
// RUN: cd %t && %{run} -O2 -emit-llvm-only -plugin-arg-offstack box 2>&1 \
// RUN:   | %{check} ALL

// Without boxing, what is for boxing is not looked up.
// RUN: cd %t && %{run} -emit-llvm-only 2>&1 | %{check} FLAGGED
// FLAGGED: list.txt:1:1: {{.*}} is used
// FLAGGED: list.txt:2:1: {{.*}} is unused
// FLAGGED: list.txt:8:1: {{.*}} is used
// FLAGGED: list.txt:9:1: {{.*}} is used
// FLAGGED: list.txt:11:1: {{.*}} is unused
// FLAGGED: list.txt:13:1: {{.*}} is used
// FLAGGED: list.txt:17:1: {{.*}} is unused

// Without code, what is for boxing is not, either. Recursion is looked for.
// RUN: cd %t && %{run} -fsyntax-only -plugin-arg-offstack box 2>&1 \
// RUN:   | %{check} PARSED
// PARSED: list.txt:1:1: {{.*}} is used
// PARSED: list.txt:2:1: {{.*}} is unused
// PARSED: list.txt:8:1: {{.*}} is used
// PARSED: list.txt:9:1: {{.*}} is used
// PARSED: list.txt:11:1: {{.*}} is unused
// PARSED: list.txt:13:1: {{.*}} is used
// PARSED: list.txt:17:1: {{.*}} is unused

// What is turned off is not. Nothing is flagged: the frame is not either.
// RUN: cd %t && %{run} -fsyntax-only \
// RUN:   -plugin-arg-offstack disable=large-local,large-parameter,large-temporary,unbounded-alloca,alloca-in-loop,large-frame,infinite,no-progress 2>&1 \
// RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT
// RUN: cd %t && %{run} -emit-llvm-only -w \
// RUN:   -plugin-arg-offstack disable=infinite,no-progress 2>&1 \
// RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT

// The remarks have names of their own.
// RUN: cd %t && %{run} -emit-llvm-only -plugin-arg-offstack \
// RUN:   disable=used-ignore-entry,unused-ignore-entry 2>&1 \
// RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT

// Nobody hears of it who does not ask.
// RUN: cd %t && %clang_cc1 -emit-llvm-only a.c -Rpass-analysis=offstack-box \
// RUN:   -plugin-arg-offstack box -plugin-arg-offstack ignorelist=list.txt 2>&1 \
// RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT
// SILENT-NOT: remark

//--- list.txt
fun:everything
src:*other.c
[box]
fun:everything
fun:boxed
fun:small
[large-local]
var:flagged
fun:every*
[large-frame]
fun:boxed
[infinite]
fun:endless
[address]
global:x
[{box,large-local}]
fun:small
//--- a.c
void use(void *);
void everything(void) {
  char text[1 << 20], small[8];
  use(text);
  use(small);
}
void boxed(void) {
  char flagged[1 << 18];
  use(flagged);
}
void small(void) {
  char text[64];
  use(text);
}
int endless(int n) { return endless(n); }
