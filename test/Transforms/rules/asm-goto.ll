; The labels that an `asm goto` jumps to are successors like any other. What it
; gets the address of is used on all of them.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define i32 @boxed_asm_goto(
; CHECK:         %r = callbr i32 asm "", "=r,*m,!i"(ptr elementtype([8192 x i8]) %buf.box)
; CHECK:       next:
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret i32 %r
; CHECK:       jump:
; CHECK-NEXT:    call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret i32 0
define i32 @boxed_asm_goto() {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = callbr i32 asm "", "=r,*m,!i"(ptr elementtype([8192 x i8]) %buf)
          to label %next [label %jump]
next:
  ret i32 %r
jump:
  call void @use(ptr %buf)
  ret i32 0
}

; Near miss: an assembly that changes the stack pointer.
; CHECK-LABEL: define i32 @kept_push(
; CHECK:         %buf = alloca
; CHECK:         %r = callbr i32 asm "push %rax", "=r,*m,!i"(
define i32 @kept_push() {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %r = callbr i32 asm "push %rax", "=r,*m,!i"(ptr elementtype([8192 x i8]) %buf)
          to label %next [label %jump]
next:
  ret i32 %r
jump:
  call void @use(ptr %buf)
  ret i32 0
}
