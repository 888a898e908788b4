; A function with funclets keeps its objects: a free in a funclet would need the
; funclet's token.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-scoped-exceptions)

declare void @use(ptr)
declare i32 @__CxxFrameHandler3(...)
declare i32 @__gxx_personality_v0(...)

; CHECK: function 'kept_msvc': scoped-exceptions{{$}}
; CHECK: function 'kept_msvc': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_msvc(
; BOX: %buf = alloca
define void @kept_msvc() personality ptr @__CxxFrameHandler3 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_itanium': no hazard
; BOX-LABEL: define {{.*}}@boxed_itanium(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_itanium() personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
