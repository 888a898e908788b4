; An object that a musttail call passes by value stays on the stack: the call
; copies it, and nothing may come between the call and the return to free a box.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-must-tail-byval)

declare void @use(ptr)
declare void @callee(ptr byval([8192 x i8]))

; CHECK: function 'kept_musttail': no hazard
; CHECK: function 'kept_musttail': object 'buf': must-tail-byval at 'musttail call void @callee(ptr byval([8192 x i8]) %buf)'
; BOX-LABEL: define {{.*}}@kept_musttail(
; BOX: %buf = alloca
define void @kept_musttail(ptr byval([8192 x i8]) %argument) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  musttail call void @callee(ptr byval([8192 x i8]) %buf)
  ret void
}

; A call that is not musttail: the box is freed after it.
; CHECK: function 'boxed_call': no hazard
; CHECK: function 'boxed_call': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_call(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_call() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @callee(ptr byval([8192 x i8]) %buf)
  ret void
}

; A pointer into the object.
; CHECK: function 'kept_part': object 'buf': must-tail-byval at 'musttail call void @callee(ptr byval([8192 x i8]) %part)'
; BOX-LABEL: define {{.*}}@kept_part(
; BOX: %buf = alloca
define void @kept_part(ptr byval([8192 x i8]) %argument) {
  %buf = alloca [8200 x i8]
  call void @use(ptr %buf)
  %part = getelementptr i8, ptr %buf, i64 8
  musttail call void @callee(ptr byval([8192 x i8]) %part)
  ret void
}

; The function's own argument is passed on, not the object.
; CHECK: function 'boxed_other_argument': no hazard
; CHECK: function 'boxed_other_argument': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_other_argument(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_other_argument(ptr byval([8192 x i8]) %argument) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  musttail call void @callee(ptr byval([8192 x i8]) %argument)
  ret void
}
