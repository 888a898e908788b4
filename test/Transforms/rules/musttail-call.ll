; Nothing may stand between a musttail call and its return, and its callee may
; not use this frame's objects: boxes are freed before it.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i32 @next(i32) nounwind

; CHECK-LABEL: define i32 @boxed_musttail(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    %r = musttail call i32 @next(
; CHECK-NEXT:    ret i32 %r
define i32 @boxed_musttail(i32 %n) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = musttail call i32 @next(i32 %n)
  ret i32 %r
}

; Near miss: a call that must not be a jump may use the object.
; CHECK-LABEL: define i32 @boxed_notail(
; CHECK:         %r = notail call i32 @next(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i32 %r
define i32 @boxed_notail(i32 %n) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = notail call i32 @next(i32 %n)
  ret i32 %r
}

; An argument that was passed by value here, and goes on like that, is no object
; of this frame.
; CHECK-LABEL: define void @boxed_passing_on(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    musttail call void @take(
; CHECK-NEXT:    ret void
define void @boxed_passing_on(ptr byval([8192 x i8]) %in) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  musttail call void @take(ptr byval([8192 x i8]) %in)
  ret void
}

; Near miss: the callee gets a copy of the object. There is no place to free a
; box: see the hazard must-tail-byval.
; CHECK-LABEL: define void @kept_copied(
; CHECK:         %buf = alloca [8192 x i8]
; CHECK:         musttail call void @take(
define void @kept_copied(ptr byval([8192 x i8]) %in) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  musttail call void @take(ptr byval([8192 x i8]) %buf)
  ret void
}

declare void @take(ptr byval([8192 x i8])) nounwind
