; A coroutine that is not split yet keeps its objects: a later pass decides
; which of them live in its frame.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-presplit-coroutine)

declare void @use(ptr)

; CHECK: function 'kept_presplit': presplit-coroutine{{$}}
; CHECK: function 'kept_presplit': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_presplit(
; BOX: %buf = alloca
define void @kept_presplit() presplitcoroutine {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; What CoroSplit leaves is a function like any other.
; CHECK: function 'boxed_split': no hazard
; BOX-LABEL: define {{.*}}@boxed_split(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_split() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
