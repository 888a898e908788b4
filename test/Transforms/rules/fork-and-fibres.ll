; Memory of malloc belongs to the process, not to a stack: boxes live on in the
; child of fork and while another fibre runs. Only vfork, whose child runs on the
; parent's frame, is a second return.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i32 @fork() nounwind
declare i32 @vfork() nounwind returns_twice
declare i32 @swapcontext(ptr, ptr) nounwind

; CHECK-LABEL: define i32 @boxed_fork(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         %child = call i32 @fork()
; CHECK-NEXT:    call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @free(
define i32 @boxed_fork() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %child = call i32 @fork()
  call void @use(ptr %buf)
  ret i32 %child
}

; Near miss: see the hazard returns-twice.
; CHECK-LABEL: define i32 @kept_vfork(
; CHECK:         %buf = alloca
define i32 @kept_vfork() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %child = call i32 @vfork()
  call void @use(ptr %buf)
  ret i32 %child
}

; CHECK-LABEL: define i32 @boxed_fibre(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         %back = call i32 @swapcontext(
; CHECK-NEXT:    call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @free(
define i32 @boxed_fibre(ptr %here, ptr %there) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %back = call i32 @swapcontext(ptr %here, ptr %there)
  call void @use(ptr %buf)
  ret i32 %back
}
