; A promise that memory does not change (llvm.invariant.start) ends with the
; object: a box is freed behind it, and behind the end of the promise.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare ptr @llvm.invariant.start.p0(i64, ptr)
declare void @llvm.invariant.end.p0(ptr, i64, ptr)
declare void @use(ptr) nounwind

; The end of the promise is a use, though it comes behind the lifetime.
; CHECK-LABEL: define void @boxed_invariant(
; CHECK:         call void @use(
; CHECK-NEXT:    call void @llvm.invariant.end.p0(ptr %promise, i64 8192, ptr %buf.box)
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
define void @boxed_invariant() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  %promise = call ptr @llvm.invariant.start.p0(i64 8192, ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @llvm.invariant.end.p0(ptr %promise, i64 8192, ptr %buf)
  ret void
}

; Near miss: a promise that ends in the lifetime, and work behind it.
; CHECK-LABEL: define void @boxed_variant(
; CHECK:         call void @llvm.invariant.end.p0(ptr %promise, i64 8192, ptr %buf.box)
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    call void @use(ptr null)
; CHECK-NEXT:    ret void
define void @boxed_variant() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  %promise = call ptr @llvm.invariant.start.p0(i64 8192, ptr %buf)
  call void @llvm.invariant.end.p0(ptr %promise, i64 8192, ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @use(ptr null)
  ret void
}
