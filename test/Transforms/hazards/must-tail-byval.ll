; An object that a musttail call passes by value stays on the stack: the call copies
; it, and nothing may come between the call and the return to free a box.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare void @callee(ptr byval([8192 x i8]))

; CHECK: function 'kept_musttail': no hazard
; CHECK: function 'kept_musttail': object 'buf': must-tail-byval at 'musttail call void @callee(ptr byval([8192 x i8]) %buf)'
define void @kept_musttail(ptr byval([8192 x i8]) %argument) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  musttail call void @callee(ptr byval([8192 x i8]) %buf)
  ret void
}

; A call that is not musttail: the box is freed after it.
; CHECK: function 'boxed_call': no hazard
; CHECK: function 'boxed_call': object 'buf': no hazard
define void @boxed_call() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @callee(ptr byval([8192 x i8]) %buf)
  ret void
}

; A pointer into the object.
; CHECK: function 'kept_part': object 'buf': must-tail-byval at 'musttail call void @callee(ptr byval([8192 x i8]) %part)'
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
define void @boxed_other_argument(ptr byval([8192 x i8]) %argument) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  musttail call void @callee(ptr byval([8192 x i8]) %argument)
  ret void
}
