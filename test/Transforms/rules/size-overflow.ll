; A size that does not fit in size_t is asked for as the largest number there
; is: malloc refuses it, where the low bits would get a box that is too small.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s
; RUN: %opt -passes='offstack-box<local=128K;frame=4K;verify>,verify' \
; RUN:   -mtriple=msp430 -data-layout='e-m:e-p:16:16-i32:16-n8:16-S16' \
; RUN:   -S %s | FileCheck %s --check-prefix=SHORT

target datalayout = "e-m:e-p:32:32-i64:64-n8:16:32-S128"
target triple = "i386-unknown-linux-gnu"

declare void @use(ptr) nounwind

; 4 GiB and 8192 bytes.
; CHECK-LABEL: define void @boxed_too_large(
; CHECK:         call ptr @malloc(i32 -1)
; CHECK:         call void @__offstack_out_of_memory(ptr {{.*}}, i32 -1)
define void @boxed_too_large() {
  %buf = alloca [4294975488 x i8], align 8
  call void @use(ptr %buf)
  ret void
}

; Near miss: 8192 bytes.
; CHECK-LABEL: define void @boxed_fitting(
; CHECK:         call ptr @malloc(i32 8192)
define void @boxed_fitting() {
  %buf = alloca [8192 x i8], align 8
  call void @use(ptr %buf)
  ret void
}

; 2 ** 64 bytes are more than LLVM itself counts.
; CHECK-LABEL: define void @boxed_beyond_counting(
; CHECK:         call ptr @malloc(i32 -1)
define void @boxed_beyond_counting() {
  %buf = alloca [4294967296 x i8], i64 4294967296, align 8
  call void @use(ptr %buf)
  ret void
}

; What is added to align the box does not wrap around, either.
; CHECK-LABEL: define void @boxed_at_4_gib(
; CHECK:         call ptr @malloc(i32 -1)
define void @boxed_at_4_gib() {
  %buf = alloca [8192 x i8], align 4294967296
  call void @use(ptr %buf)
  ret void
}

; Nor does a product with one large factor. A limit that does not fit is never
; reached.
; CHECK-LABEL: define void @boxed_large_element(
; CHECK:         @llvm.umul.with.overflow.i32(i32 %n, i32 -1)
; CHECK:         icmp ugt i32 {{.*}}, 4096
; SHORT-LABEL: define void @boxed_large_element(
; SHORT:         icmp ugt i16 {{.*}}, -1
define void @boxed_large_element(i32 %n) {
  %buf = alloca [4294975488 x i8], i32 %n, align 8
  call void @use(ptr %buf)
  ret void
}

; A negative number of elements is a large one, as it is to an alloca.
; CHECK-LABEL: define void @boxed_product(
; CHECK:         %[[PRODUCT:.*]] = call { i32, i1 } @llvm.umul.with.overflow.i32(i32 %n, i32 8)
; CHECK-NEXT:    %[[WRAPS:.*]] = extractvalue { i32, i1 } %[[PRODUCT]], 1
; CHECK:         select i1 %[[WRAPS]], i32 -1,
define void @boxed_product(i32 %n) {
  %buf = alloca i64, i32 %n, align 8
  call void @use(ptr %buf)
  ret void
}
