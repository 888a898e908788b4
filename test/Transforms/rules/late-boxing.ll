; In a pipeline the pass runs last: it boxes what the optimisations have left.

; RUN: %opt -passes='default<O2>' -S %s | FileCheck %s

target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr)

; An object that never needed memory is gone before the pass sees it.
; CHECK-LABEL: define {{.*}}@kept_in_a_register(
; CHECK-NOT:     malloc
; CHECK:         ret i32 %x
define i32 @kept_in_a_register(i32 %x) {
  %buf = alloca [262144 x i8], align 16
  store i32 %x, ptr %buf
  %result = load i32, ptr %buf
  ret i32 %result
}

; Near miss: its address gets out.
; CHECK-LABEL: define {{.*}}@boxed_memory(
; CHECK:         call {{.*}}ptr @malloc(i64 262144)
define i32 @boxed_memory(i32 %x) nounwind {
  %buf = alloca [262144 x i8], align 16
  store i32 %x, ptr %buf
  call void @use(ptr %buf)
  %result = load i32, ptr %buf
  ret i32 %result
}
