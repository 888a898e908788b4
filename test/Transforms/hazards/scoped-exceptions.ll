; A function with funclets keeps its objects: a free in a funclet would need the
; funclet's token.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare i32 @__CxxFrameHandler3(...)
declare i32 @__gxx_personality_v0(...)

; CHECK: function 'kept_msvc': scoped-exceptions{{$}}
; CHECK: function 'kept_msvc': object 'buf': no hazard
define void @kept_msvc() personality ptr @__CxxFrameHandler3 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_itanium': no hazard
define void @boxed_itanium() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
