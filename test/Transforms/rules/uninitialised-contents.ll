; What is in a box is as undefined as what is in an alloca: nothing clears it.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed_undefined(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK-NOT:     {{calloc|memset}}
; CHECK:         call void @use(ptr %buf.box)
define void @boxed_undefined() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; Near miss: the program's own initialisation, as of -ftrivial-auto-var-init,
; fills the box.
; CHECK-LABEL: define void @boxed_initialised(
; CHECK:         call void @llvm.memset.p0.i64(ptr align 16 %buf.box, i8 -86, i64 8192, i1 false)
; CHECK:         call void @use(ptr %buf.box)
define void @boxed_initialised() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.memset.p0.i64(ptr align 16 %buf, i8 -86, i64 8192, i1 false)
  call void @use(ptr %buf)
  ret void
}
