; What a call's attributes say of the memory behind an argument is as true of a
; box: they stay.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @make(ptr sret([8192 x i8]))
declare void @take(ptr)
declare void @steal(ptr swifterror)

; CHECK-LABEL: define void @boxed_result(
; CHECK:         call void @make(ptr dead_on_unwind writable sret([8192 x i8]) align 16 initializes((0, 8192)) %buf.box)
; CHECK-NEXT:    call void @take(ptr dead_on_return nonnull align 16 dereferenceable(8192) %buf.box)
; CHECK-NEXT:    call void @take(ptr byref([8192 x i8]) %buf.box)
; CHECK-NEXT:    call void @free(
define void @boxed_result() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @make(ptr dead_on_unwind writable sret([8192 x i8]) align 16 initializes((0, 8192)) %buf)
  call void @take(ptr nonnull align 16 dead_on_return dereferenceable(8192) %buf)
  call void @take(ptr byref([8192 x i8]) %buf)
  ret void
}

; Near miss: memory that has to be in the frame (the hazard argument-memory).
; CHECK-LABEL: define void @kept_argument_memory(
; CHECK:         %buf = alloca inalloca
define void @kept_argument_memory() nounwind {
  %buf = alloca inalloca [8192 x i8], align 16
  call void @take(ptr inalloca([8192 x i8]) %buf)
  ret void
}
