; At -O0 functions are marked optnone, and passes leave them alone that can be
; left out. This one cannot: debug builds overflow first.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed_optnone(
; CHECK:         call ptr @malloc(i64 8192)
define void @boxed_optnone() noinline optnone {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; Near miss: under the limit.
; CHECK-LABEL: define void @kept_optnone(
; CHECK-NEXT:    %buf = alloca
; CHECK-NEXT:    call void @use(ptr %buf)
; CHECK-NEXT:    ret void
define void @kept_optnone() noinline optnone {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  ret void
}
