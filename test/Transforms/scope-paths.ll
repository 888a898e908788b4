; Where paths part or meet, the box is freed on each path once.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call void @free'

declare void @use(ptr) nounwind
declare void @throws(ptr)
declare void @other() nounwind
declare i32 @__gxx_personality_v0(...)
@global = global ptr null

; The scope ends on one path, so on the other the object may still be used
; through its address: it is freed behind the call that may do so.
define void @boxed_end_in_one_branch(i1 %c) {
; CHECK-LABEL: define void @boxed_end_in_one_branch(
; CHECK:         call void @use(ptr [[BOX:%.*]])
; CHECK:       join:
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  br i1 %c, label %ends, label %join
ends:
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %join
join:
  call void @other()
  ret void
}

; Near miss: it ends on both.
define void @boxed_end_in_both_branches(i1 %c) {
; CHECK-LABEL: define void @boxed_end_in_both_branches(
; CHECK:       left:
; CHECK-NEXT:    call void @free(ptr [[BOX:%.*]])
; CHECK-NEXT:    br label %join
; CHECK:       right:
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    br label %join
; CHECK:       join:
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  br i1 %c, label %left, label %right
left:
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %join
right:
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %join
join:
  call void @other()
  ret void
}

; Behind the end one path loads and the other does not: that one frees where it
; starts.
define i8 @boxed_needed_on_one_edge(i1 %c) {
; CHECK-LABEL: define i8 @boxed_needed_on_one_edge(
; CHECK:       needs:
; CHECK-NEXT:    %v = load i8, ptr [[BOX:%[^,]*]]
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i8 %v
; CHECK:       not:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret i8 0
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br i1 %c, label %needs, label %not
needs:
  %v = load i8, ptr %buf
  ret i8 %v
not:
  call void @other()
  ret i8 0
}

; The phi is the use, at the end of the block that it comes from.
define i8 @boxed_phi(i1 %c) {
; CHECK-LABEL: define i8 @boxed_phi(
; CHECK:       join:
; CHECK:         %p = phi ptr
; CHECK:         %v = load i8, ptr %p
; CHECK:         call void @free(
; CHECK:         call void @other()
; CHECK-NEXT:    ret i8 %v
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %mine, label %join
mine:
  call void @llvm.lifetime.start.p0(ptr %buf)
  br label %join
join:
  %p = phi ptr [ %buf, %mine ], [ @global, %0 ]
  %v = load i8, ptr %p
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  ret i8 %v
}

; Both ways out of an invoke free: each where the lifetime ends on it.
define void @boxed_invoke() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_invoke(
; CHECK:         invoke void @throws(ptr [[BOX:%.*]])
; CHECK:       done:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret void
; CHECK:       pad:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:    cleanup
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  resume { ptr, i32 } %p
}

; The lifetime ended before the invoke, which still takes the address: nothing
; is alive behind it, so both its blocks start with the free.
define void @boxed_invoke_behind_the_end() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_invoke_behind_the_end(
; CHECK:       done:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret void
; CHECK:       pad:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:    cleanup
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %p
}

; Two scopes that exclude each other: neither path frees the other's box.
define void @boxed_exclusive_scopes(i1 %c) {
; CHECK-LABEL: define void @boxed_exclusive_scopes(
; CHECK:       left:
; CHECK-NEXT:    [[ONE:%.*]] = call ptr @malloc(
; CHECK:         call void @use(ptr [[ONE]])
; CHECK-NEXT:    call void @free(ptr [[ONE]])
; CHECK-NEXT:    ret void
; CHECK:       right:
; CHECK-NEXT:    [[TWO:%.*]] = call ptr @malloc(
; CHECK:         call void @use(ptr [[TWO]])
; CHECK-NEXT:    call void @free(ptr [[TWO]])
; CHECK-NEXT:    ret void
  %one = alloca [8192 x i8], align 16
  %two = alloca [8192 x i8], align 16
  br i1 %c, label %left, label %right
left:
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  ret void
right:
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  ret void
}
