; The pass runs before the sanitizers: a box is watched as memory of malloc, with
; a check of each access, and what stays in the frame is watched there.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,asan' -S %s \
; RUN:   | FileCheck %s
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,msan' -S %s \
; RUN:   | FileCheck %s --check-prefix=MSAN

target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr) nounwind

; CHECK-LABEL: define i8 @boxed_checked(
; CHECK:         %buf.box = call ptr @malloc(i64 8192)
; CHECK:         call void @__asan_report_load1(
; CHECK:         call void @free(ptr %buf.box)
define i8 @boxed_checked(i64 %at) sanitize_address nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %place = getelementptr i8, ptr %buf, i64 %at
  %value = load i8, ptr %place
  ret i8 %value
}

; Near miss: the same of an object in the frame, with red zones beside it.
; CHECK-LABEL: define i8 @kept_checked(
; CHECK:         call i64 @__asan_stack_malloc_7(i64 [[SIZE:42[0-9]+]])
; CHECK:         alloca i8, i64 [[SIZE]], align 32
; CHECK:         call void @__asan_report_load1(
define i8 @kept_checked(i64 %at) sanitize_address nounwind {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  %place = getelementptr i8, ptr %buf, i64 %at
  %value = load i8, ptr %place
  ret i8 %value
}

; What is in the box is poisoned by the allocator, not here.
; MSAN-LABEL: define void @boxed_poisoned(
; MSAN-NOT:     i64 8192, i1 false)
; MSAN:         call ptr @malloc(
; MSAN-LABEL: define void @kept_poisoned(
; MSAN:         call void @llvm.memset{{.*}}i8 -1, i64 4096
define void @boxed_poisoned() sanitize_memory nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}
define void @kept_poisoned() sanitize_memory nounwind {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  ret void
}
