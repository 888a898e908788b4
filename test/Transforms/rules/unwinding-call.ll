; A call that may throw while a box is held becomes an invoke, whose landing pad
; frees the box and lets the exception go on.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)
declare void @quiet(ptr) nounwind

; CHECK-LABEL: define void @boxed_may_throw(
; CHECK:         invoke void @throws(ptr %buf.box)
; CHECK-NEXT:            to label %{{.*}} unwind label %offstack.unwind
; CHECK:       offstack.unwind:
; CHECK-NEXT:    %[[PAD:.*]] = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    resume { ptr, i32 } %[[PAD]]
define void @boxed_may_throw() {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; Near miss: a call that does not throw stays a call.
; CHECK-LABEL: define void @boxed_cannot_throw(
; CHECK-NOT:     invoke
; CHECK:         call void @quiet(ptr %buf.box)
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
define void @boxed_cannot_throw() {
  %buf = alloca [8192 x i8], align 16
  call void @quiet(ptr %buf)
  ret void
}

; Near miss: so does one that throws when no box is held.
; CHECK-LABEL: define void @boxed_throws_before(
; CHECK-NOT:     invoke
; CHECK:         call void @throws(ptr null)
; CHECK:         call ptr @malloc(
define void @boxed_throws_before() {
  call void @throws(ptr null)
  %buf = alloca [8192 x i8], align 16
  call void @quiet(ptr %buf)
  ret void
}
