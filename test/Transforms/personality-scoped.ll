; Where the target's default personality uses funclets, a function that
; exceptions can pass keeps its objects; one that they cannot does not.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   -pass-remarks-missed=offstack 2>&1 | FileCheck %s

target triple = "x86_64-pc-windows-msvc"

declare void @throws(ptr)

; CHECK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(call to 'throws') (offstack-scoped-exceptions)
; CHECK-LABEL: define void @kept_may_unwind(
; CHECK:         alloca [8192 x i8]
define void @kept_may_unwind() {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; CHECK-LABEL: define void @boxed_nounwind(
; CHECK:         call ptr @malloc(
define void @boxed_nounwind() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}
