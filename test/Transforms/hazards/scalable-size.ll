; An object whose size is a multiple of the vector length stays on the stack.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)

; CHECK: function 'kept_scalable': object 'buf': scalable-size at '%buf = alloca <vscale x 8192 x i8>
define void @kept_scalable() {
  %buf = alloca <vscale x 8192 x i8>
  call void @use(ptr %buf)
  ret void
}

; A struct of scalable vectors.
; CHECK: function 'kept_tuple': object 'buf': scalable-size at '%buf = alloca { <vscale x 4096 x i8>, <vscale x 4096 x i8> }
define void @kept_tuple() {
  %buf = alloca { <vscale x 4096 x i8>, <vscale x 4096 x i8> }
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_fixed': no hazard
; CHECK: function 'boxed_fixed': object 'buf': no hazard
define void @boxed_fixed() {
  %buf = alloca <8192 x i8>
  call void @use(ptr %buf)
  ret void
}
