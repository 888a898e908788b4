; A function that is left for an interpreter is left for good: boxes are freed
; before it. Objects that the interpreter is to find stay on the stack.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i32 @llvm.experimental.deoptimize.i32(...)

; CHECK-LABEL: define i32 @boxed_before_deoptimization(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    %r = call i32 (...) @llvm.experimental.deoptimize.i32() [ "deopt"(i32 1) ]
; CHECK-NEXT:    ret i32 %r
define i32 @boxed_before_deoptimization() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = call i32 (...) @llvm.experimental.deoptimize.i32() [ "deopt"(i32 1) ]
  ret i32 %r
}

; Near miss: the object is part of the state that goes along.
; CHECK-LABEL: define i32 @kept_in_the_state(
; CHECK:         %buf = alloca
define i32 @kept_in_the_state() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = call i32 (...) @llvm.experimental.deoptimize.i32() [ "deopt"(ptr %buf) ]
  ret i32 %r
}
