; A call that becomes an invoke is still made once, with its attributes, its
; operand bundles and its metadata.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare i32 @throws(ptr)
declare ptr @get()
declare ptr @objc_retainAutoreleasedReturnValue(ptr)

; CHECK-LABEL: define i32 @boxed_attributes(
; CHECK:         %{{.*}} = invoke i32 @throws(ptr %buf.box) #[[KEPT:[0-9]+]]
; CHECK-NEXT:            to label %{{.*}} unwind label %offstack.unwind, !prof !{{[0-9]+}}, !range !{{[0-9]+}}, !annotation
define i32 @boxed_attributes() {
  %buf = alloca [8192 x i8], align 16
  %r = call i32 @throws(ptr %buf) convergent noduplicate nomerge, !prof !0, !range !1, !annotation !2
  ret i32 %r
}

; CHECK-LABEL: define void @boxed_bundles(
; CHECK:         invoke i32 %callee(ptr %buf.box) [ "kcfi"(i32 5) ]
; CHECK:         invoke i32 %callee(ptr %buf.box) [ "ptrauth"(i32 0, i64 7) ]
; CHECK:         invoke ptr @get() [ "clang.arc.attachedcall"(ptr @objc_retainAutoreleasedReturnValue) ]
; CHECK:         invoke i32 @throws(ptr null) [ "deopt"(i32 1) ]
define void @boxed_bundles(ptr %callee) {
  %buf = alloca [8192 x i8], align 16
  call i32 %callee(ptr %buf) [ "kcfi"(i32 5) ]
  call i32 %callee(ptr %buf) [ "ptrauth"(i32 0, i64 7) ]
  call ptr @get() [ "clang.arc.attachedcall"(ptr @objc_retainAutoreleasedReturnValue) ]
  call i32 @throws(ptr null) [ "deopt"(i32 1) ]
  store volatile i8 0, ptr %buf
  ret void
}

; Near miss: a bundle that has the object recorded by its place in the frame
; (the hazard frame-record).
; CHECK-LABEL: define void @kept_recorded(
; CHECK:         %buf = alloca
; CHECK:         call i32 @throws(ptr null) [ "deopt"(ptr %buf) ]
define void @kept_recorded() {
  %buf = alloca [8192 x i8], align 16
  call i32 @throws(ptr null) [ "deopt"(ptr %buf) ]
  store volatile i8 0, ptr %buf
  ret void
}

; CHECK: attributes #[[KEPT]] = { convergent noduplicate nomerge }

!0 = !{!"branch_weights", i32 7}
!1 = !{i32 0, i32 10}
!2 = !{!"note"}
