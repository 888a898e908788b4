; A call without the mark `tail` may use the object through a pointer that was
; stored somewhere: boxes are freed behind it, and it does not get the mark.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i32 @next(i32) nounwind

; CHECK-LABEL: define i32 @boxed_unmarked(
; CHECK:         %r = call i32 @next(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i32 %r
define i32 @boxed_unmarked(i32 %n) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = call i32 @next(i32 %n)
  ret i32 %r
}

; Near miss: the mark.
; CHECK-LABEL: define i32 @boxed_marked(
; CHECK:         call void @free(
; CHECK-NEXT:    %r = tail call i32 @next(
; CHECK-NEXT:    ret i32 %r
define i32 @boxed_marked(i32 %n) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  ret i32 %r
}
