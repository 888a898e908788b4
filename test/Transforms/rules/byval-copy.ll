; A boxed object is passed by value like any other: the call copies it to the
; stack of the callee. The copy is not boxed, and is reported where it arrives.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t.ll 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --input-file=%t.ll
; REMARK: 'copy' (8192 bytes) is kept on the stack: {{.*}}(offstack-byval-argument)

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed_source(
; CHECK:         call void @kept_copy(ptr byval([8192 x i8]) %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_source() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  call void @kept_copy(ptr byval([8192 x i8]) %buf)
  ret void
}

; The mark `tail` allows a byval argument of this frame: the copy is made first.
; CHECK-LABEL: define void @boxed_source_of_a_tail_call(
; CHECK:         tail call void @kept_copy(ptr byval([8192 x i8]) %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_source_of_a_tail_call() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  tail call void @kept_copy(ptr byval([8192 x i8]) %buf)
  ret void
}

; Near miss: the other end of the call.
; CHECK-LABEL: define void @kept_copy(
; CHECK-NEXT:    call void @use(ptr %copy)
; CHECK-NEXT:    ret void
define void @kept_copy(ptr byval([8192 x i8]) %copy) nounwind {
  call void @use(ptr %copy)
  ret void
}
