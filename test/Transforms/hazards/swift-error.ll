; A swifterror slot stays where it is: code generation makes a register of it.
; It is always one pointer, so only a limit under 8 bytes can ask for it.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8 bytes) is kept on the stack: {{.*}}(offstack-swift-error)

declare void @use(ptr)
declare void @may_fail(ptr swifterror)

; CHECK: function 'kept_swifterror': object 'buf': swift-error at '%buf = alloca swifterror ptr
; BOX-LABEL: define {{.*}}@kept_swifterror(
; BOX: %buf = alloca
define void @kept_swifterror() {
  %buf = alloca swifterror ptr
  call void @may_fail(ptr swifterror %buf)
  ret void
}

; CHECK: function 'boxed_pointer': no hazard
; CHECK: function 'boxed_pointer': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_pointer(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_pointer() {
  %buf = alloca ptr
  call void @use(ptr %buf)
  ret void
}
