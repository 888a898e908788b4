; A naked function keeps its objects: there is no prologue that a call could
; rely on.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-naked-function)

declare void @use(ptr)

; CHECK: function 'kept_naked': naked-function{{$}}
; CHECK: function 'kept_naked': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_naked(
; BOX: %buf = alloca
define void @kept_naked() naked {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  unreachable
}

; CHECK: function 'boxed_clothed': no hazard
; BOX-LABEL: define {{.*}}@boxed_clothed(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_clothed() noinline {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  unreachable
}
