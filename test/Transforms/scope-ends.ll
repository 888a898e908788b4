; A box is freed where its variable's lifetime ends and no use can follow.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call void @free'

declare void @use(ptr) nounwind
declare void @keep(ptr captures(none)) nounwind
declare ptr @pick(ptr) nounwind
declare void @other() nounwind
@global = global ptr null

; Freed at the end, not at the return.
define void @boxed_straight() {
; CHECK-LABEL: define void @boxed_straight(
; CHECK:         call void @use(ptr [[BOX:%.*]])
; CHECK-NEXT:    call void @free(ptr [[BOX]]){{.*}} !offstack.scope
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  ret void
}

; Near miss: without an end the object lives until the function returns.
define void @boxed_start_only() {
; CHECK-LABEL: define void @boxed_start_only(
; CHECK:         call void @use(ptr [[BOX:%.*]])
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @other()
  ret void
}

; Near miss: without a start it lives from the function's entry, and whoever
; was told its address may use it before the end.
define void @boxed_end_only() {
; CHECK-LABEL: define void @boxed_end_only(
; CHECK:         store ptr [[BOX:%.*]], ptr @global
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK:         ret void
  %buf = alloca [8192 x i8], align 16
  store ptr %buf, ptr @global
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}

; A load may stand behind the lifetime: it reads poison, but it reads.
define i8 @boxed_load_behind_the_end(i1 %c) {
; CHECK-LABEL: define i8 @boxed_load_behind_the_end(
; CHECK:         call void @use(ptr [[BOX:%.*]])
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    %early = load i8, ptr [[BOX]]
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    %v = select i1 %c, i8 %early, i8 0
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  %early = load i8, ptr %buf
  %v = select i1 %c, i8 %early, i8 0
  ret i8 %v
}

; Such a load can also go through an address that was computed before.
define i8 @boxed_derived_load_behind_the_end(i64 %i, i1 %c) {
; CHECK-LABEL: define i8 @boxed_derived_load_behind_the_end(
; CHECK:         call void @other()
; CHECK-NEXT:    %early = load i8, ptr %q
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i8 %early
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @keep(ptr %buf)
  %p = getelementptr i8, ptr %buf, i64 %i
  %q = select i1 %c, ptr %p, ptr @global
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  %early = load i8, ptr %q
  ret i8 %early
}

; And through one that a call returned, if it is known to be dereferenceable:
; then loads from it are made early.
define i8 @boxed_returned_load_behind_the_end() {
; CHECK-LABEL: define i8 @boxed_returned_load_behind_the_end(
; CHECK:         call void @other()
; CHECK-NEXT:    %early = load i8, ptr %p
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i8 %early
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  %p = call dereferenceable(1) ptr @pick(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  %early = load i8, ptr %p
  ret i8 %early
}

; Near miss: nobody makes loads early from an address that may be anything, so
; one behind the end does not read this object.
define i8 @boxed_unknown_load_behind_the_end() {
; CHECK-LABEL: define i8 @boxed_unknown_load_behind_the_end(
; CHECK:         %p = call ptr @pick(
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    call void @other()
; CHECK:         ret i8
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  %p = call ptr @pick(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  %late = load i8, ptr %p
  ret i8 %late
}

; Alive again: the address is the same, and may be known from the first time.
define void @boxed_two_lives_one_address() {
; CHECK-LABEL: define void @boxed_two_lives_one_address(
; CHECK:         store ptr [[BOX:%.*]], ptr @global
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  store ptr %buf, ptr @global
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}

; The address may even be told before the lifetime starts: a store is hoisted
; out of a loop.
define void @boxed_told_before_the_start(i1 %c) {
; CHECK-LABEL: define void @boxed_told_before_the_start(
; CHECK:         store ptr [[BOX:%.*]], ptr @global
; CHECK-NEXT:    br label %loop
; CHECK:       loop:
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    br i1
; CHECK:       done:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  store ptr %buf, ptr @global
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A free that falls on the markers of another object moves behind them: they
; are erased if that object is boxed too.
define void @boxed_markers_of_two() {
; CHECK-LABEL: define void @boxed_markers_of_two(
; CHECK:         call void @use(
; CHECK:         call void @use(
; CHECK:         call void @free(
; CHECK:         call void @free(
; CHECK:         ret void
  %one = alloca [8192 x i8], align 16
  %two = alloca [8192 x i8], align 64
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @use(ptr %one)
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %one)
  ret void
}
