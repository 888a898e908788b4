; A call that leaves the frame stays one: the box is freed before it. Its mark
; promises that the callee does not touch this frame's objects.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i32 @next(i32) nounwind
declare void @copy(ptr byval([8192 x i8])) nounwind

; A tail call would no longer be a jump if the free came after it.
define i32 @boxed_tail(i32 %n) nounwind {
; CHECK-LABEL: define i32 @boxed_tail(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    [[R:%.*]] = tail call i32 @next(
; CHECK-NEXT:    ret i32 [[R]]
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  ret i32 %r
}

; Near miss: something comes between the call and the return.
define i32 @boxed_not_last(i32 %n) nounwind {
; CHECK-LABEL: define i32 @boxed_not_last(
; CHECK:         [[R:%.*]] = tail call i32 @next(
; CHECK-NEXT:    [[S:%.*]] = add i32 [[R]], 1
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i32 [[S]]
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  %s = add i32 %r, 1
  ret i32 %s
}

; Near miss: the call copies the object itself, so the copy comes first.
define void @boxed_tail_byval() nounwind {
; CHECK-LABEL: define void @boxed_tail_byval(
; CHECK:         tail call void @copy(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  tail call void @copy(ptr byval([8192 x i8]) %buf)
  ret void
}

; The end of a lifetime between call and return is no instruction of the
; machine.
define void @boxed_tail_before_lifetime_end(i32 %n) nounwind {
; CHECK-LABEL: define void @boxed_tail_before_lifetime_end(
; CHECK:         call void @free(
; CHECK-NEXT:    tail call i32 @next(
; CHECK-NEXT:    call void @llvm.lifetime.end.p0(ptr %small)
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  %small = alloca i32
  call void @llvm.lifetime.start.p0(ptr %small)
  call void @use(ptr %buf)
  tail call i32 @next(i32 %n)
  call void @llvm.lifetime.end.p0(ptr %small)
  ret void
}

; Near miss: an intrinsic is no call that leaves, and may carry the mark all the
; same, with the object as its argument.
define void @boxed_tail_intrinsic(ptr %out) nounwind {
; CHECK-LABEL: define void @boxed_tail_intrinsic(
; CHECK:         tail call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr %buf.box,
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  tail call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr %buf, i64 8192, i1 false)
  ret void
}
