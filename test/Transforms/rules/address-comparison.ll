; An address may be compared, stored and returned when its object is gone. Only
; what may read or write through it holds the box.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define i1 @boxed_compared(
; CHECK:         %is_other = icmp eq ptr %buf.box, %other
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret i1 %is_other
define i1 @boxed_compared(ptr %other) {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %is_other = icmp eq ptr %buf, %other
  ret i1 %is_other
}

; An address that is returned dangles, as one in the frame would.
; CHECK-LABEL: define ptr @boxed_returned(
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    ret ptr %buf.box
define ptr @boxed_returned(ptr %other) {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %is_other = icmp eq ptr %buf, %other
  ret ptr %buf
}

; Near miss: a read behind the scope, which has to come before the free.
; CHECK-LABEL: define i8 @boxed_read(
; CHECK:         %value = load i8, ptr %buf.box
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret i8 %value
define i8 @boxed_read(ptr %other) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  %value = load i8, ptr %buf
  ret i8 %value
}
