; An object has one address in all its lives: one box serves an object that a
; loop brings to life again and again.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i1 @more() nounwind

; CHECK-LABEL: define void @boxed_many_lives(
; CHECK:         call ptr @malloc(
; CHECK:       loop:
; CHECK-NOT:     {{malloc|free}}
; CHECK:       out:
; CHECK-NEXT:    call void @free(
define void @boxed_many_lives() {
entry:
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  %again = call i1 @more()
  br i1 %again, label %loop, label %out
out:
  ret void
}

; Near miss: two objects of two scopes are two, whatever their addresses are.
; CHECK-LABEL: define void @boxed_two_objects(
; CHECK:         %one.box = call ptr @malloc(
; CHECK:         call void @free(ptr %one.box)
; CHECK:         %two.box = call ptr @malloc(
; CHECK:         call void @free(ptr %two.box)
define void @boxed_two_objects(i1 %c) {
entry:
  %one = alloca [8192 x i8], align 16
  %two = alloca [8192 x i8], align 16
  br i1 %c, label %first, label %second
first:
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  br label %out
second:
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  br label %out
out:
  ret void
}
