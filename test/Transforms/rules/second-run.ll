; Running twice, as at compile and at link time, changes nothing the second
; time and says nothing again, whatever the limit.

; RUN: %opt -passes='offstack-box<local=4K>' -S %s -o %t.once.ll
; RUN: FileCheck %s --check-prefix=ONCE < %t.once.ll
; RUN: %opt -passes='offstack-box<local=1>' -pass-remarks=offstack \
; RUN:   -pass-remarks-missed=offstack -S %t.once.ll -o %t.twice.ll 2>&1 \
; RUN:   | FileCheck %s --check-prefix=QUIET --allow-empty
; RUN: sed -e 1d -e 's,; preds.*,,' %t.once.ll > %t.once.body
; RUN: sed -e 1d -e 's,; preds.*,,' %t.twice.ll > %t.twice.body
; RUN: %opt -passes=verify,offstack-verify -disable-output %t.twice.ll
; RUN: diff %t.once.body %t.twice.body

; ONCE-DAG: !offstack.box
; ONCE-DAG: !offstack.slot
; ONCE-DAG: @malloc(i64 100)
; ONCE-DAG: alloca i8, i64 %n, align 16, !offstack.kept
; QUIET-NOT: remark

declare void @use(ptr)

define void @boxed_once() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; What stays fills the frame the second time as it did the first time.
define void @boxed_beside_kept() {
  %stays = alloca [600000 x i8], align 16, !offstack.user !0
  %buf = alloca [100 x i8], align 16
  call void @use(ptr %stays)
  call void @use(ptr %buf)
  ret void
}

define void @boxed_dynamic(i64 %n) {
  %vla = alloca i8, i64 %n, align 16
  call void @use(ptr %vla)
  ret void
}

!0 = !{!"keep", !""}
