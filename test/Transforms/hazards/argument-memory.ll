; Memory that is itself the argument area of a call stays on the stack.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-argument-memory)

declare void @use(ptr)
declare void @take_inalloca(ptr inalloca([8192 x i8]))
declare void @take_byval(ptr byval([8192 x i8]))

; CHECK: function 'kept_inalloca': object 'buf': argument-memory at '%buf = alloca inalloca [8192 x i8]
; BOX-LABEL: define {{.*}}@kept_inalloca(
; BOX: %buf = alloca
define void @kept_inalloca() {
  %buf = alloca inalloca [8192 x i8]
  call void @use(ptr %buf)
  call void @take_inalloca(ptr inalloca([8192 x i8]) %buf)
  ret void
}

; A by-value argument is copied: the object is not the copy.
; CHECK: function 'boxed_byval': no hazard
; CHECK: function 'boxed_byval': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_byval(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_byval() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @take_byval(ptr byval([8192 x i8]) %buf)
  ret void
}
