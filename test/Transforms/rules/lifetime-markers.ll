; A box is freed where the object's lifetime ends. The markers are erased: they
; may name nothing but an alloca.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare void @later() nounwind

; CHECK-LABEL: define void @boxed_with_an_end(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free({{.*}}!offstack.scope
; CHECK-NEXT:    call void @later()
; CHECK-NOT:     lifetime
; CHECK:         ret void
define void @boxed_with_an_end() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @later()
  ret void
}

; Near miss: without an end the object lives until the function returns.
; CHECK-LABEL: define void @boxed_without_an_end(
; CHECK:         call void @later()
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
define void @boxed_without_an_end() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @later()
  ret void
}

; The markers of an object that stays stay with it.
; CHECK-LABEL: define void @kept_small(
; CHECK:         call void @llvm.lifetime.start.p0(ptr %buf)
; CHECK:         call void @llvm.lifetime.end.p0(ptr %buf)
define void @kept_small() {
  %buf = alloca [4096 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}
