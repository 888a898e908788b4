; A naked function keeps its objects: there is no prologue that a call could rely
; on.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)

; CHECK: function 'kept_naked': naked-function{{$}}
; CHECK: function 'kept_naked': object 'buf': no hazard
define void @kept_naked() naked {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  unreachable
}

; CHECK: function 'boxed_clothed': no hazard
define void @boxed_clothed() noinline {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  unreachable
}
