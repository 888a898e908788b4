; The test for null splits the block that a box is taken in. What has its place
; in the entry block does not move out of it.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare void @llvm.localescape(...)

; A static alloca behind the first use would become a dynamic one.
; CHECK-LABEL: define void @boxed_before_an_alloca(
; CHECK-NEXT:  entry:
; CHECK:         %small = alloca i32
; CHECK:         br i1 {{.*}}, label %[[OOM:.*]], label %[[GO:.*]], !prof
; CHECK:         call void @use(ptr %buf.box)
; CHECK:         call void @use(ptr %small)
define void @boxed_before_an_alloca() {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %small = alloca i32
  call void @use(ptr %small)
  ret void
}

; The verifier wants this call in the entry block.
; CHECK-LABEL: define void @boxed_before_an_escape(
; CHECK-NEXT:  entry:
; CHECK:         call void (...) @llvm.localescape(ptr %small)
; CHECK:         br i1
; CHECK:         call void @use(ptr %buf.box)
define void @boxed_before_an_escape() {
entry:
  %buf = alloca [8192 x i8], align 16
  %small = alloca i32
  call void @use(ptr %buf)
  call void (...) @llvm.localescape(ptr %small)
  ret void
}

; So does a box that is taken only when it is large.
; CHECK-LABEL: define void @boxed_dynamic_before_an_alloca(
; CHECK-NEXT:  entry:
; CHECK:         %small = alloca i32
; CHECK:         br i1
; CHECK:         call void @use(ptr %small)
define void @boxed_dynamic_before_an_alloca(i64 %n) {
entry:
  %buf = alloca i8, i64 %n, align 16
  call void @use(ptr %buf)
  %small = alloca i32
  call void @use(ptr %small)
  ret void
}

; Near miss: an alloca whose size only run time tells has its place behind the
; box, where it was.
; CHECK-LABEL: define void @boxed_before_a_dynamic_alloca(
; CHECK:         call void @use(ptr %buf.box)
; CHECK:         %other = alloca i8, i64 %n
define void @boxed_before_a_dynamic_alloca(i64 %n) {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %other = alloca i8, i64 %n
  call void @use(ptr %other)
  ret void
}
