; Nothing is freed where the program does not go on: the process ends, or the
; frame is left by other means.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare void @leave() nounwind

; CHECK-LABEL: define void @boxed_before_no_return(
; CHECK:         call void @leave()
; CHECK-NEXT:    unreachable
define void @boxed_before_no_return() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  call void @leave()
  unreachable
}

; Near miss: the call returns.
; CHECK-LABEL: define void @boxed_before_return(
; CHECK:         call void @leave()
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
define void @boxed_before_return() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  call void @leave()
  ret void
}
