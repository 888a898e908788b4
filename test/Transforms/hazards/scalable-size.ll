; An object whose size is a multiple of the vector length stays on the stack.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' is kept on the stack: {{.*}}(offstack-scalable-size)

declare void @use(ptr)

; CHECK: function 'kept_scalable': object 'buf': scalable-size at '%buf = alloca <vscale x 8192 x i8>
; BOX-LABEL: define {{.*}}@kept_scalable(
; BOX: %buf = alloca
define void @kept_scalable() {
  %buf = alloca <vscale x 8192 x i8>
  call void @use(ptr %buf)
  ret void
}

; A struct of scalable vectors.
; CHECK: function 'kept_tuple': object 'buf': scalable-size at '%buf = alloca { <vscale x 4096 x i8>, <vscale x 4096 x i8> }
; BOX-LABEL: define {{.*}}@kept_tuple(
; BOX: %buf = alloca
define void @kept_tuple() {
  %buf = alloca { <vscale x 4096 x i8>, <vscale x 4096 x i8> }
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_fixed': no hazard
; CHECK: function 'boxed_fixed': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_fixed(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_fixed() {
  %buf = alloca <8192 x i8>
  call void @use(ptr %buf)
  ret void
}
