; An object of no bytes never gets a box: malloc(0) may return null, which would
; look like a failure.

; RUN: %opt -passes='offstack-box<local=0;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @kept_empty(
; CHECK-NEXT:    %buf = alloca [0 x i8]
; CHECK-NEXT:    call void @use(ptr %buf)
; CHECK-NEXT:    ret void
define void @kept_empty() {
  %buf = alloca [0 x i8]
  call void @use(ptr %buf)
  ret void
}

; Not even when its user asks for one.
; CHECK-LABEL: define void @kept_empty_asked_for(
; CHECK-NEXT:    %buf = alloca [0 x i8]
define void @kept_empty_asked_for() {
  %buf = alloca [0 x i8], !offstack.user !0
  call void @use(ptr %buf)
  ret void
}

; Near miss: one byte.
; CHECK-LABEL: define void @boxed_one_byte(
; CHECK:         call ptr @malloc(i64 1)
define void @boxed_one_byte() {
  %buf = alloca [1 x i8]
  call void @use(ptr %buf)
  ret void
}

; A VLA that has no element at run time stays as well: 0 is not over the limit.
; CHECK-LABEL: define void @boxed_unless_empty(
; CHECK:         icmp ugt i64 {{.*}}, 0
define void @boxed_unless_empty(i64 %n) {
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  ret void
}

!0 = !{!"box"}
