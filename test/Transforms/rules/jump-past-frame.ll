; A longjmp does not come back: nothing is freed before it, in the frame that it
; starts from and in those that it skips. Their boxes are lost.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare void @longjmp(ptr, i32) noreturn nounwind

; Through memory, a jump may go where the object is still used.
; CHECK-LABEL: define void @boxed_before_a_jump(
; CHECK:         call void @longjmp(
; CHECK-NEXT:    unreachable
; CHECK:         call void @free(
; CHECK-NEXT:    ret void
define void @boxed_before_a_jump(ptr %where, i1 %c) {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  br i1 %c, label %jump, label %out
jump:
  call void @longjmp(ptr %where, i32 1)
  unreachable
out:
  ret void
}

; Near miss: the scope has ended before the jump.
; CHECK-LABEL: define void @boxed_before_the_end_of_a_scope(
; CHECK:         call void @free(
; CHECK:         call void @longjmp(
; CHECK-NEXT:    unreachable
define void @boxed_before_the_end_of_a_scope(ptr %where, i1 %c) {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br i1 %c, label %jump, label %out
jump:
  call void @longjmp(ptr %where, i32 1)
  unreachable
out:
  ret void
}
