; Optimisations merge the returns of a function, and code generation copies the
; merged one behind each tail call, so that they are jumps. A free in it would
; prevent that: it is copied before boxes are placed.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i32 @next(i32) nounwind
declare void @work() nounwind

; CHECK-LABEL: define i32 @boxed_shared_return(
; CHECK:       recurse:
; CHECK:         call void @use(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    %r = tail call i32 @next(
; CHECK-NEXT:    ret i32 %r
define i32 @boxed_shared_return(i32 %n) nounwind {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  %end = icmp eq i32 %n, 0
  br i1 %end, label %out, label %recurse
recurse:
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  br label %out
out:
  %result = phi i32 [ %r, %recurse ], [ 7, %entry ]
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 %result
}

; A return without a value is shared by all.
; CHECK-LABEL: define void @boxed_shared_void_return(
; CHECK:       recurse:
; CHECK:         call void @free(
; CHECK-NEXT:    tail call void @work()
; CHECK-NEXT:    ret void
; CHECK:       other:
; CHECK:         call void @free(
; CHECK-NEXT:    tail call void @work()
; CHECK-NEXT:    ret void
define void @boxed_shared_void_return(i1 %c) nounwind {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  br i1 %c, label %other, label %recurse
recurse:
  tail call void @work()
  br label %out
other:
  tail call void @work()
  br label %out
out:
  ret void
}

; Near miss: another value is returned, so the call is no jump.
; CHECK-LABEL: define i32 @boxed_other_result(
; CHECK:         call void @free(
; CHECK-NEXT:    %r = tail call i32 @next(
; CHECK-NEXT:    br label %out
; CHECK:       out:
; CHECK-NEXT:    %result = phi
; CHECK-NEXT:    ret i32 %result
define i32 @boxed_other_result(i32 %n) nounwind {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  %end = icmp eq i32 %n, 0
  br i1 %end, label %out, label %recurse
recurse:
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  br label %out
out:
  %result = phi i32 [ 8, %recurse ], [ 7, %entry ]
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 %result
}

; Near miss: a function without boxes is not touched.
; CHECK-LABEL: define i32 @kept_small(
; CHECK:         %r = tail call i32 @next(
; CHECK-NEXT:    br label %out
define i32 @kept_small(i32 %n) nounwind {
entry:
  %buf = alloca [4096 x i8], align 16
  %end = icmp eq i32 %n, 0
  br i1 %end, label %out, label %recurse
recurse:
  call void @use(ptr %buf)
  %r = tail call i32 @next(i32 %n)
  br label %out
out:
  %result = phi i32 [ %r, %recurse ], [ 7, %entry ]
  ret i32 %result
}
