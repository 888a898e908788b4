; malloc aligns for any standard type that fits. An object that wants more gets
; memory enough to be moved up in, and free gets what malloc returned.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr) nounwind

define void @boxed_over_aligned() {
; CHECK-LABEL: define void @boxed_over_aligned(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 8255)
; CHECK:         [[UP:%.*]] = getelementptr i8, ptr [[BOX]], i64 63
; CHECK-NEXT:    [[AT:%.*]] = call ptr @llvm.ptrmask.p0.i64(ptr [[UP]], i64 -64)
; CHECK:         call void @use(ptr [[AT]])
; CHECK-NEXT:    call void @free(ptr [[BOX]])
  %buf = alloca [8192 x i8], align 64
  call void @use(ptr %buf)
  ret void
}

; Near miss: 16 is what malloc gives.
define void @boxed_aligned() {
; CHECK-LABEL: define void @boxed_aligned(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 8192)
; CHECK-NOT:     ptrmask
; CHECK:         call void @use(ptr [[BOX]])
; CHECK-NEXT:    call void @free(ptr [[BOX]])
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; A whole page: more is asked for than the object has bytes.
define void @boxed_page() {
; CHECK-LABEL: define void @boxed_page(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 69632)
; CHECK:         call ptr @llvm.ptrmask.p0.i64(ptr {{.*}}, i64 -65536)
; CHECK:         call void @free(ptr [[BOX]])
  %buf = alloca [4097 x i8], align 65536
  call void @use(ptr %buf)
  ret void
}

; malloc(8) need not be aligned for what has 16 bytes.
define void @boxed_small() {
; CHECK-LABEL: define void @boxed_small(
; CHECK:         call ptr @malloc(i64 16)
  %buf = alloca [8 x i8], align 16, !offstack.user !0
  call void @use(ptr %buf)
  ret void
}

; Near miss: it has all of its alignment.
define void @boxed_small_aligned() {
; CHECK-LABEL: define void @boxed_small_aligned(
; CHECK:         call ptr @malloc(i64 8)
  %buf = alloca [8 x i8], align 8, !offstack.user !0
  call void @use(ptr %buf)
  ret void
}

!0 = !{!"box"}
