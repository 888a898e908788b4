; A coroutine that is not split yet keeps its objects: a later pass decides which of
; them live in its frame.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)

; CHECK: function 'kept_presplit': presplit-coroutine{{$}}
; CHECK: function 'kept_presplit': object 'buf': no hazard
define void @kept_presplit() presplitcoroutine {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; What CoroSplit leaves is a function like any other.
; CHECK: function 'boxed_split': no hazard
define void @boxed_split() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
