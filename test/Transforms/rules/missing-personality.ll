; A module without a personality, as C's, gets the C one, which every language's
; exceptions run through, and only in the functions that they can pass.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)
declare void @quiet(ptr) nounwind

define void @boxed_may_unwind() {
; CHECK: define void @boxed_may_unwind() #[[UWTABLE:[0-9]+]] personality ptr @__gcc_personality_v0
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

define void @boxed_cannot_unwind() {
; CHECK: define void @boxed_cannot_unwind() {
  %buf = alloca [8192 x i8], align 16
  call void @quiet(ptr %buf)
  ret void
}

; C that is compiled without -fexceptions.
define void @boxed_nounwind() nounwind {
; CHECK: define void @boxed_nounwind() #{{[0-9]+}} {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; CHECK: attributes #[[UWTABLE]] = { uwtable
