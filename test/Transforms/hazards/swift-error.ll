; A swifterror slot stays where it is: code generation makes a register of it. It is
; always one pointer, so only a limit under 8 bytes can ask for it.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare void @may_fail(ptr swifterror)

; CHECK: function 'kept_swifterror': object 'buf': swift-error at '%buf = alloca swifterror ptr
define void @kept_swifterror() {
  %buf = alloca swifterror ptr
  call void @may_fail(ptr swifterror %buf)
  ret void
}

; CHECK: function 'boxed_pointer': no hazard
; CHECK: function 'boxed_pointer': object 'buf': no hazard
define void @boxed_pointer() {
  %buf = alloca ptr
  call void @use(ptr %buf)
  ret void
}
