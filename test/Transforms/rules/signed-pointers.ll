; Pointer authentication signs pointers that are kept in memory. Data pointers
; are not among them: the address of a box is signed where the object's was, by
; the program itself, and the calls that the pass adds are direct ones.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

target triple = "arm64e-apple-ios"

declare void @use(ptr)
declare i64 @llvm.ptrauth.sign(i64, i32, i64)

; CHECK-LABEL: define i64 @boxed_signed(
; CHECK:         call ptr @malloc(
; CHECK:         %number = ptrtoint ptr %buf.box to i64
; CHECK-NEXT:    %signed = call i64 @llvm.ptrauth.sign(i64 %number, i32 2, i64 0)
; CHECK-NEXT:    call void %callee(ptr %buf.box) [ "ptrauth"(i32 0, i64 7) ]
; CHECK-NEXT:    call void @free(ptr %buf.box)
define i64 @boxed_signed(ptr %callee) "ptrauth-calls" nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %number = ptrtoint ptr %buf to i64
  %signed = call i64 @llvm.ptrauth.sign(i64 %number, i32 2, i64 0)
  call void %callee(ptr %buf) [ "ptrauth"(i32 0, i64 7) ]
  ret i64 %signed
}

; Near miss: under the limit.
; CHECK-LABEL: define i64 @kept_signed(
; CHECK:         %buf = alloca
; CHECK:         %number = ptrtoint ptr %buf to i64
define i64 @kept_signed(ptr %callee) "ptrauth-calls" nounwind {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  %number = ptrtoint ptr %buf to i64
  %signed = call i64 @llvm.ptrauth.sign(i64 %number, i32 2, i64 0)
  call void %callee(ptr %buf) [ "ptrauth"(i32 0, i64 7) ]
  ret i64 %signed
}
