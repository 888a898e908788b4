; What Swift's conventions pass in registers of their own is an address like any
; other. Only a swifterror slot has to stay.

; RUN: %opt -passes='offstack-box<local=4;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare swiftcc void @method(ptr swiftself)
declare swifttailcc void @resume(ptr swiftasync)
declare swiftcc void @may_fail(ptr swifterror)

; CHECK-LABEL: define void @boxed_context(
; CHECK:         call swiftcc void @method(ptr swiftself %buf.box)
; CHECK-NEXT:    call swifttailcc void @resume(ptr swiftasync %buf.box)
; CHECK-NEXT:    call void @free(
define void @boxed_context() nounwind {
  %buf = alloca ptr
  call swiftcc void @method(ptr swiftself %buf)
  call swifttailcc void @resume(ptr swiftasync %buf)
  ret void
}

; Near miss: a slot that code generation makes a register of.
; CHECK-LABEL: define void @kept_error_slot(
; CHECK:         %buf = alloca swifterror
define void @kept_error_slot() nounwind {
  %buf = alloca swifterror ptr
  call swiftcc void @may_fail(ptr swifterror %buf)
  ret void
}
