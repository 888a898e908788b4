; A load that an optimisation has moved out of the lifetime reads poison from
; the stack, and is right to do so. A box is taken before it and freed behind it.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define i8 @boxed_load_before_the_start(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         %early = load i8, ptr %buf.box
; CHECK:         call void @use(ptr %buf.box)
define i8 @boxed_load_before_the_start() {
  %buf = alloca [8192 x i8], align 16
  %early = load i8, ptr %buf
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i8 %early
}

; CHECK-LABEL: define i8 @boxed_load_behind_the_end(
; CHECK:         call void @use(
; CHECK-NEXT:    %late = load i8,
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i8 %late
define i8 @boxed_load_behind_the_end() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  %late = load i8, ptr %buf
  ret i8 %late
}

; Near miss: a load of something else does not hold the box.
; CHECK-LABEL: define i8 @boxed_other_load(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    %late = load i8, ptr %other
define i8 @boxed_other_load(ptr %other) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  %late = load i8, ptr %other
  ret i8 %late
}
