; No exception leaves a nounwind function: one that is thrown in it ends the
; program. Its calls stay calls.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)

; CHECK-LABEL: define void @boxed_nounwind(
; CHECK-NOT:     personality
; CHECK:         call void @throws(ptr %buf.box)
; CHECK-NEXT:    call void @free(
; CHECK-NOT:     landingpad
; CHECK:         ret void
define void @boxed_nounwind() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; Near miss: exceptions may leave this one.
; CHECK-LABEL: define void @boxed_unwinding(
; CHECK-SAME:    personality
; CHECK:         invoke void @throws(ptr %buf.box)
define void @boxed_unwinding() {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}
