; An object that nothing uses takes no box. It is removed, with its markers.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s --implicit-check-not='call void @llvm'

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @removed(
; CHECK-NEXT:    ret void
define void @removed() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}

; What only code that is never reached uses is not used.
; CHECK-LABEL: define void @removed_dead_use(
; CHECK-NEXT:  entry:
; CHECK-NEXT:    ret void
; CHECK:         call void @use(ptr poison)
define void @removed_dead_use() {
entry:
  %buf = alloca [8192 x i8], align 16
  ret void
dead:
  call void @use(ptr %buf)
  unreachable
}

; Near miss: one use that is reached.
; CHECK-LABEL: define void @boxed_used(
; CHECK:         call ptr @malloc(
define void @boxed_used() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}
