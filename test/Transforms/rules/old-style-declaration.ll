; C of the old style declares library functions without parameters. Boxes call
; them with the right ones, and the verifier knows them all the same.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare ptr @malloc(i32)
declare i32 @free(...)
declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed_by_another_type(
; CHECK:         %buf.box = call ptr @malloc(i64 8192)
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    ret void
define void @boxed_by_another_type() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; Near miss: under the limit, the names are not looked at.
; CHECK-LABEL: define void @kept_small(
; CHECK:         %buf = alloca
define void @kept_small() nounwind {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  ret void
}
