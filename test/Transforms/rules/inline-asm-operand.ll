; Assembly that gets the address of an object, in a register or as memory, works
; on a box: it cannot tell one from the other.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

target triple = "x86_64-unknown-linux-gnu"

; CHECK-LABEL: define void @boxed_operands(
; CHECK:         call void asm sideeffect "movb $$0, ($0)", "r,~{memory}"(ptr %buf.box)
; CHECK-NEXT:    call void asm "movb $$0, $0", "=*m"(ptr elementtype([8192 x i8]) %buf.box)
; CHECK-NEXT:    call void @free(
define void @boxed_operands() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void asm sideeffect "movb $$0, ($0)", "r,~{memory}"(ptr %buf)
  call void asm "movb $$0, $0", "=*m"(ptr elementtype([8192 x i8]) %buf)
  ret void
}

; Near miss: assembly that changes the stack pointer.
; CHECK-LABEL: define void @kept_stack_pointer(
; CHECK:         %buf = alloca
define void @kept_stack_pointer() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void asm sideeffect "subq $$8, %rsp", "r,~{memory}"(ptr %buf)
  call void asm "movb $$0, $0", "=*m"(ptr elementtype([8192 x i8]) %buf)
  ret void
}

; Assembly that may unwind is a call that may throw.
; CHECK-LABEL: define void @boxed_unwinding(
; CHECK:         invoke void asm sideeffect unwind "", "r"(ptr %buf.box)
; CHECK-NEXT:            to label %{{.*}} unwind label %offstack.unwind
define void @boxed_unwinding() {
  %buf = alloca [8192 x i8], align 16
  call void asm sideeffect unwind "", "r"(ptr %buf)
  ret void
}
