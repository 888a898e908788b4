; In a function that calls setjmp, nothing about a box changes between the two
; returns: it is taken before all else, freed at the ways out of the function
; alone, and its address is one SSA value from the first to the last.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s | FileCheck %s

declare void @use(ptr)
declare void @quiet(ptr) nounwind
declare i32 @setjmp(ptr) returns_twice nounwind
declare i32 @plain(ptr) nounwind
declare i32 @llvm.eh.sjlj.setjmp(ptr)

; Used on one path, after setjmp, with a scope of its own.
; CHECK-LABEL: define void @boxed_at_entry(
; CHECK-NEXT:    %buf.slot = alloca ptr
; CHECK-NEXT:    %buf.box = call ptr @malloc(i64 8192)
; CHECK:         %twice = call i32 @setjmp(ptr %env)
; CHECK:         call void @quiet(ptr %buf.box)
; CHECK-NOT:     call void @free
; CHECK:       done:
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret void
define void @boxed_at_entry(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @setjmp(ptr %env)
  %first = icmp eq i32 %twice, 0
  br i1 %first, label %work, label %done
work:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @quiet(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %done
done:
  ret void
}

; The same without setjmp: taken where it is used, freed behind its scope.
; CHECK-LABEL: define void @boxed_at_use(
; CHECK:         %once = call i32 @plain(ptr %env)
; CHECK:       work:
; CHECK-NEXT:    %buf.box = call ptr @malloc(i64 8192)
; CHECK:         call void @quiet(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_at_use(ptr %env) {
  %buf = alloca [8192 x i8]
  %once = call i32 @plain(ptr %env)
  %first = icmp eq i32 %once, 0
  br i1 %first, label %work, label %done
work:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @quiet(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %done
done:
  ret void
}

; An exception frees it, by the same value.
; CHECK-LABEL: define void @boxed_thrown_past(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         %twice = call i32 @setjmp(ptr %env)
; CHECK:         invoke void @use(ptr %buf.box)
; CHECK:       offstack.unwind:
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    resume
define void @boxed_thrown_past(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @setjmp(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; __builtin_setjmp has no attribute.
; CHECK-LABEL: define void @boxed_builtin(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         %twice = call i32 @llvm.eh.sjlj.setjmp(ptr %env)
define void @boxed_builtin(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @llvm.eh.sjlj.setjmp(ptr %env)
  call void @quiet(ptr %buf)
  ret void
}

; Two ways out, and one that is never taken.
; CHECK-LABEL: define i32 @boxed_two_returns(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:       again:
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret i32 1
; CHECK:       first:
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    ret i32 0
; CHECK:       never:
; CHECK-NEXT:    ret i32 2
define i32 @boxed_two_returns(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @setjmp(ptr %env)
  %is_again = icmp ne i32 %twice, 0
  br i1 %is_again, label %again, label %first
again:
  ret i32 1
first:
  call void @quiet(ptr %buf)
  ret i32 0
never:
  ret i32 2
}
