; In a loop one box serves all iterations, and is freed behind the loop.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call void @free'

declare void @use(ptr) nounwind
declare void @throws(ptr)
declare void @other() nounwind
declare i1 @more() nounwind

; The lifetime ends in every iteration, the box does not.
define void @boxed_loop() {
; CHECK-LABEL: define void @boxed_loop(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(
; CHECK:       loop:
; CHECK-NEXT:    call void @use(ptr [[BOX]])
; CHECK-NEXT:    %c = call i1 @more()
; CHECK-NEXT:    br i1 %c, label %loop, label %done
; CHECK:       done:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @other()
  ret void
}

; Near miss: the end behind the loop is where the box is freed, too.
define void @boxed_end_behind_the_loop() {
; CHECK-LABEL: define void @boxed_end_behind_the_loop(
; CHECK:       done:
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  ret void
}

; Three ways out of a loop: its end, a break behind the scope, and a return in
; the middle of it.
define i32 @boxed_ways_out_of_a_loop(i1 %a, i1 %b) {
; CHECK-LABEL: define i32 @boxed_ways_out_of_a_loop(
; CHECK:       return:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i32 1
; CHECK:       break:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    ret i32 2
; CHECK:       done:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    ret i32 3
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  br i1 %a, label %return, label %next
return:
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 1
next:
  call void @llvm.lifetime.end.p0(ptr %buf)
  br i1 %b, label %break, label %latch
break:
  call void @other()
  ret i32 2
latch:
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret i32 3
}

; Between two iterations the lifetime is over, but the box is held: a call that
; throws there has to free it. Behind the loop it has not.
define void @boxed_throws_between_iterations() {
; CHECK-LABEL: define void @boxed_throws_between_iterations(
; CHECK:         call void @use(
; CHECK-NEXT:    invoke void @throws(ptr null)
; CHECK:       done:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    call void @throws(ptr null)
; CHECK-NEXT:    ret void
; CHECK:       offstack.unwind:
; CHECK:         call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @throws(ptr null)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @throws(ptr null)
  ret void
}

; A loop that is entered in two places: the box is taken before both.
define void @boxed_irreducible(i1 %c) {
; CHECK-LABEL: define void @boxed_irreducible(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(
; CHECK:       left:
; CHECK-NEXT:    call void @use(ptr [[BOX]])
; CHECK:       done:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %left, label %right
left:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %right
right:
  %d = call i1 @more()
  br i1 %d, label %left, label %done
done:
  ret void
}

; A loop without a way out needs no free.
define void @boxed_forever() {
; CHECK-LABEL: define void @boxed_forever(
; CHECK:         call ptr @malloc(
; CHECK:       loop:
; CHECK-NEXT:    call void @use(
; CHECK-NEXT:    br label %loop
  %buf = alloca [8192 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %loop
}
