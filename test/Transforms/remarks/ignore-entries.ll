; The pass reports what became of the entries that boxing looks up: in hosts that
; have no Clang plugin to do it.

; RUN: rm -rf %t && split-file %s %t
; RUN: %opt -passes='offstack-box<local=4K;ignorelist=%t/list.txt>' %t/a.ll \
; RUN:   -disable-output -pass-remarks-analysis=offstack-ignorelist \
; RUN:   -pass-remarks-output=%t/yaml 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=remark
; RUN: FileCheck %s --check-prefix=YAML --input-file=%t/yaml

; CHECK: remark: {{.*}}entry 'fun:kept' (list.txt:1) is used (offstack-used-ignore-entry)
; CHECK: remark: {{.*}}entry 'fun:gone' (list.txt:3) is unused (offstack-unused-ignore-entry)
; CHECK: remark: {{.*}}entry 'var:inner' (list.txt:4) is used (offstack-used-ignore-entry)
; Another hazard keeps the object: the entry can go.
; CHECK: remark: {{.*}}entry 'fun:kept_anyway' (list.txt:5) is unused
; YAML:      --- !Analysis
; YAML-NEXT: Pass:            offstack-ignorelist
; YAML-NEXT: Name:            used-ignore-entry

; Nobody hears of it who does not ask, or who turns it off by name.
; RUN: %opt -passes='offstack-box<local=4K;ignorelist=%t/list.txt>' %t/a.ll \
; RUN:   -disable-output 2>&1 | FileCheck %s --allow-empty --check-prefix=SILENT
; RUN: env OFFSTACK_OPTIONS=disable=used-ignore-entry,unused-ignore-entry \
; RUN:   %opt -passes='offstack-box<local=4K;ignorelist=%t/list.txt>' %t/a.ll \
; RUN:   -disable-output -pass-remarks-analysis=offstack-ignorelist 2>&1 \
; RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT

; A module without functions has none to be told of.
; RUN: %opt -passes='offstack-box<local=4K;ignorelist=%t/list.txt>' %t/empty.ll \
; RUN:   -disable-output -pass-remarks-analysis=offstack-ignorelist 2>&1 \
; RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT
; SILENT-NOT: remark

;--- list.txt
fun:kept
[box]
fun:gone
var:inner
fun:kept_anyway
[large-local]
fun:kept
;--- a.ll
declare void @use(ptr)
define void @kept() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
define void @other() {
  %inner = alloca [8192 x i8]
  call void @use(ptr %inner)
  ret void
}
declare i32 @again(ptr) returns_twice
define void @kept_anyway(ptr %target) {
  %buf = alloca [8192 x i8]
  %came = call i32 @again(ptr %target)
  call void @use(ptr %buf)
  ret void
}
;--- empty.ll
declare void @use(ptr)
