; What the user asked to keep stays on the stack, and the remark gives the
; user's reason.

; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark
; RUN: FileCheck %s --input-file=%t

declare void @use(ptr)

; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: the user asked to keep it: it is hot (offstack-kept-by-user)
; CHECK-LABEL: define void @kept_object(
; CHECK: %buf = alloca
define void @kept_object() {
  %buf = alloca [8192 x i8], !offstack.user !0
  call void @use(ptr %buf)
  ret void
}

; Another object of the function is not meant.
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: the user asked to keep it: it is hot (offstack-kept-by-user)
; CHECK-LABEL: define void @boxed_neighbour(
; CHECK: %other.box = call ptr @malloc(
; CHECK-NOT: call ptr @malloc(
define void @boxed_neighbour() {
  %buf = alloca [8192 x i8], !offstack.user !0
  %other = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @use(ptr %other)
  ret void
}

; All objects of a function.
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: the user asked to keep it: own stack (offstack-kept-by-user)
; CHECK-LABEL: define void @kept_function(
; CHECK: %buf = alloca
define void @kept_function() "offstack-keep"="own stack" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; The object's own request says more than its function's.
; CHECK-LABEL: define void @boxed_exception(
; CHECK: %buf.box = call ptr @malloc(
define void @boxed_exception() "offstack-keep"="own stack" {
  %buf = alloca [8192 x i8], !offstack.user !1
  call void @use(ptr %buf)
  ret void
}

; A reason is not needed in IR.
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: the user asked to keep it (offstack-kept-by-user)
; CHECK-LABEL: define void @kept_silently(
; CHECK: %buf = alloca
define void @kept_silently() {
  %buf = alloca [8192 x i8], !offstack.user !2
  call void @use(ptr %buf)
  ret void
}

; 'keep' holds where the function has both.
; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: the user asked to keep it (offstack-kept-by-user)
; CHECK-LABEL: define void @kept_against_box(
; CHECK: %buf = alloca
define void @kept_against_box() "offstack-box" "offstack-keep" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; A note that says nothing that is known is none.
; CHECK-LABEL: define void @boxed_unknown(
; CHECK: %buf.box = call ptr @malloc(
define void @boxed_unknown() {
  %buf = alloca [8192 x i8], !offstack.user !3
  call void @use(ptr %buf)
  ret void
}

!0 = !{!"keep", !"it is hot"}
!1 = !{!"box"}
!2 = !{!"keep"}
!3 = !{!"kept", i32 7}
