; A function that RealtimeSanitizer watches ([[clang::nonblocking]]), and what
; only such functions call, keeps its objects: malloc may block.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-realtime-function)

declare void @use(ptr)

; CHECK: function 'kept_nonblocking': realtime-function{{$}}
; CHECK: function 'kept_nonblocking': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_nonblocking(
; BOX: %buf = alloca
define void @kept_nonblocking() sanitize_realtime {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_helper()
  ret void
}

; [[clang::blocking]] says the opposite.
; CHECK: function 'boxed_blocking': no hazard
; BOX-LABEL: define {{.*}}@boxed_blocking(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_blocking() sanitize_realtime_blocking {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Only the nonblocking function calls it.
; CHECK: function 'kept_helper': realtime-function{{$}}
; BOX-LABEL: define {{.*}}@kept_helper(
; BOX: %buf = alloca
define internal void @kept_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
