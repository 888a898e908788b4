; A program's own function of the helper's name is left alone: the helper of all
; boxes has another name then, and is not boxed itself.

; RUN: %opt -passes='offstack-box<local=1;verify>,verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='define internal'

declare void @use(ptr) nounwind

; CHECK: define void @__offstack_out_of_memory(i32 %n) {
define void @__offstack_out_of_memory(i32 %n) {
  ret void
}

; CHECK-LABEL: define void @boxed_two(
; CHECK:         call void @[[HELPER:__offstack_out_of_memory.[0-9]+]](ptr
; CHECK:         call void @[[HELPER]](ptr
define void @boxed_two() nounwind {
  %one = alloca [100 x i8]
  %two = alloca [200 x i8], align 64
  call void @use(ptr %one)
  call void @use(ptr %two)
  ret void
}

; CHECK: define internal void @[[HELPER]](ptr %0, i64 %1, i64 %2)
; CHECK:   alloca [20 x i8]
