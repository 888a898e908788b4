; The instructions at the way out that a free must not come behind.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call void @free'

declare void @use(ptr) nounwind
declare i32 @next(i32) nounwind
declare i32 @llvm.experimental.deoptimize.i32(...)

; The lifetime ends behind the tail call: the box is freed before it.
define i32 @boxed_tail_in_the_scope(i32 %n) nounwind {
; CHECK-LABEL: define i32 @boxed_tail_in_the_scope(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    [[R:%.*]] = tail call i32 @next(
; CHECK-NEXT:    ret i32 [[R]]
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 %r
}

; An assumption behind the tail call names the object first: the box is taken
; there, and so cannot be freed before the call.
define void @boxed_assumption_behind_a_tail_call(i32 %n) nounwind {
; CHECK-LABEL: define void @boxed_assumption_behind_a_tail_call(
; CHECK:         tail call i32 @next(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(
; CHECK:         call void @llvm.assume(
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  tail call i32 @next(i32 %n)
  call void @llvm.assume(i1 true) [ "align"(ptr %buf, i64 16) ]
  ret void
}

; Near miss: the box is there before.
define void @boxed_assumption_and_use(i32 %n) nounwind {
; CHECK-LABEL: define void @boxed_assumption_and_use(
; CHECK:         call void @use(ptr [[BOX:%.*]])
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    tail call i32 @next(
; CHECK-NEXT:    call void @llvm.assume(
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  tail call i32 @next(i32 %n)
  call void @llvm.assume(i1 true) [ "align"(ptr %buf, i64 16) ]
  ret void
}

; A call that goes on in the interpreter must stand at the return, as a musttail
; call does.
define i32 @boxed_deoptimize(i1 %c) nounwind {
; CHECK-LABEL: define i32 @boxed_deoptimize(
; CHECK:         call void @use(ptr [[BOX:%[^,]*]])
; CHECK:       rare:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    %r = call i32 (...) @llvm.experimental.deoptimize.i32(
; CHECK-NEXT:    ret i32 %r
; CHECK:       often:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i32 0
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  br i1 %c, label %rare, label %often
rare:
  %r = call i32 (...) @llvm.experimental.deoptimize.i32(i32 1) [ "deopt"() ]
  ret i32 %r
often:
  ret i32 0
}
