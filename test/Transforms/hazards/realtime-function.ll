; A function that RealtimeSanitizer watches ([[clang::nonblocking]]), and what only
; such functions call, keeps its objects: malloc may block.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)

; CHECK: function 'kept_nonblocking': realtime-function{{$}}
; CHECK: function 'kept_nonblocking': object 'buf': no hazard
define void @kept_nonblocking() sanitize_realtime {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_helper()
  ret void
}

; [[clang::blocking]] says the opposite.
; CHECK: function 'boxed_blocking': no hazard
define void @boxed_blocking() sanitize_realtime_blocking {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Only the nonblocking function calls it.
; CHECK: function 'kept_helper': realtime-function{{$}}
define internal void @kept_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
