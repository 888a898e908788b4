; A function keeps its stack protector. One that only the boxed array asked for
; is no longer emitted: what overflows is in the heap.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s -o %t.ll
; RUN: FileCheck %s --input-file=%t.ll
; RUN: llc %t.ll -o - | FileCheck %s --check-prefix=MACHINE

target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr) nounwind

; CHECK:         define void @boxed_protected() #[[SSP:[0-9]+]]
; MACHINE-LABEL: boxed_protected:
; MACHINE-NOT:   __stack_chk_fail
; MACHINE:       .size boxed_protected
define void @boxed_protected() nounwind ssp {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; Near miss: an array that stays.
; MACHINE-LABEL: kept_protected:
; MACHINE:       __stack_chk_fail
define void @kept_protected() nounwind ssp {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; Who asks for a protector in any case has it.
; MACHINE-LABEL: boxed_always_protected:
; MACHINE:       __stack_chk_fail
define void @boxed_always_protected() nounwind sspreq {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; CHECK: attributes #[[SSP]] = { nounwind ssp }
