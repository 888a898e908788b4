; The box of an object of a run-time size is freed where the stack pointer goes
; back behind the object. Saves and restores stay: the object may be in the frame.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare void @later() nounwind

; CHECK-LABEL: define void @boxed_until_the_restore(
; CHECK:         %saved = call ptr @llvm.stacksave.p0()
; CHECK:         call void @use(
; CHECK:         call void @free(
; CHECK:         call void @llvm.stackrestore.p0(ptr %saved)
; CHECK-NEXT:    call void @later()
; CHECK-NEXT:    ret void
define void @boxed_until_the_restore(i64 %n) {
  %saved = call ptr @llvm.stacksave.p0()
  %buf = alloca i8, i64 %n, align 16
  call void @use(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  call void @later()
  ret void
}

; Near miss: the stack pointer was saved behind the object, which stays.
; CHECK-LABEL: define void @boxed_before_the_save(
; CHECK:         %saved = call ptr @llvm.stacksave.p0()
; CHECK:         call void @llvm.stackrestore.p0(ptr %saved)
; CHECK-NEXT:    call void @later()
; CHECK:         call void @free(
; CHECK:         ret void
define void @boxed_before_the_save(i64 %n) {
  %buf = alloca i8, i64 %n, align 16
  %saved = call ptr @llvm.stacksave.p0()
  call void @use(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  call void @later()
  ret void
}
