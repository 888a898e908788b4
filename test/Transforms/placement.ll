; A box is taken at the nearest common dominator of its uses, out of every
; cycle, so that it is taken at most once a call.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s

declare void @use(ptr) nounwind
declare i1 @more() nounwind

; Used in a loop: taken before it.
define void @boxed_before_the_loop() {
; CHECK-LABEL: define void @boxed_before_the_loop(
; CHECK:         call ptr @malloc(
; CHECK:         br label %loop
; CHECK:       loop:
; CHECK-NOT:     malloc
; CHECK:         call void @use(
; CHECK-NOT:     free
; CHECK:         br i1 %c, label %loop, label %out
; CHECK:       out:
; CHECK-NEXT:    call void @free(
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @use(ptr %buf)
  %c = call i1 @more()
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Used in the inner of two loops: before both.
define void @boxed_before_both_loops() {
; CHECK-LABEL: define void @boxed_before_both_loops(
; CHECK:         call ptr @malloc(
; CHECK:       outer:
; CHECK-NOT:     malloc
; CHECK:       out:
  %buf = alloca [8192 x i8], align 16
  br label %outer
outer:
  br label %inner
inner:
  call void @use(ptr %buf)
  %c = call i1 @more()
  br i1 %c, label %inner, label %next
next:
  %d = call i1 @more()
  br i1 %d, label %outer, label %out
out:
  ret void
}

; A cycle with two entries is no loop to LLVM, but runs again all the same.
define void @boxed_before_an_irreducible_cycle(i1 %c) {
; CHECK-LABEL: define void @boxed_before_an_irreducible_cycle(
; CHECK:         call ptr @malloc(
; CHECK:         br i1 %c, label %a, label %b
; CHECK:       a:
; CHECK-NOT:     malloc
; CHECK:       out:
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %a, label %b
a:
  call void @use(ptr %buf)
  %d = call i1 @more()
  br i1 %d, label %b, label %out
b:
  %e = call i1 @more()
  br i1 %e, label %a, label %out
out:
  ret void
}

; A phi uses its operand at the end of the block that it comes from.
define void @boxed_for_a_phi(i1 %c, ptr %other) {
; CHECK-LABEL: define void @boxed_for_a_phi(
; CHECK:       a:
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(
; CHECK:       b:
; CHECK:         %p = phi ptr [ [[BOX]], %{{.*}} ], [ %other, %{{.*}} ]
; CHECK-NEXT:    call void @use(ptr %p)
; CHECK:         call void @free(
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %a, label %b
a:
  br label %b
b:
  %p = phi ptr [ %buf, %a ], [ %other, %0 ]
  call void @use(ptr %p)
  ret void
}

; A load that was hoisted over the start of the lifetime reads poison, but it
; reads: the box is there already. The markers go away with the alloca.
define i8 @boxed_load_outside_the_lifetime(i1 %c) {
; CHECK-LABEL: define i8 @boxed_load_outside_the_lifetime(
; CHECK:         call ptr @malloc(
; CHECK:         load i8
; CHECK-NOT:     lifetime
; CHECK:         ret i8
  %buf = alloca [8192 x i8], align 16
  %early = load i8, ptr %buf
  br i1 %c, label %a, label %b
a:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %b
b:
  ret i8 %early
}

; A use in a block that is never reached does not count.
define void @boxed_beside_unreachable_code(i1 %c) {
; CHECK-LABEL: define void @boxed_beside_unreachable_code(
; CHECK:       a:
; CHECK-NEXT:    call ptr @malloc(
; CHECK:       b:
; CHECK:         call void @free(
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %a, label %b
a:
  call void @use(ptr %buf)
  br label %b
b:
  ret void
never:
  call void @use(ptr %buf)
  br label %b
}

; Nothing uses it: there is nothing to box.
define void @removed_when_unused() {
; CHECK-LABEL: define void @removed_when_unused(
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  ret void
}
