; Objects that are taken in one block and freed in the same blocks share a box.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   -pass-remarks=offstack -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --input-file=%t --implicit-check-not='call ptr @malloc' \
; RUN:   --implicit-check-not='call void @free'
; RUN: %offstack_src/utils/mutate-frees --opt opt --plugin %offstack_pass %t \
; RUN:   | FileCheck %s --check-prefix=MUTANTS
; MUTANTS-NOT: survived:
; MUTANTS:     {{, 0 survived$}}

declare void @use(ptr) nounwind
declare void @both(ptr, ptr) nounwind
declare void @throws(ptr)

; Each is told of.
; REMARK: 'one' (8192 bytes) is boxed: over the limit of 4 KiB
; REMARK: 'two' (5000 bytes) is boxed: over the limit of 4 KiB

; The message names them all.
; CHECK: c" bytes for 'one', 'two' in 'boxed_two'\0A"
; CHECK: c" bytes for 'a', 'b', 'c', 'd' and 2 others in 'boxed_six'\0A"

; The second begins a cache line and more behind the first, in another line of its
; page. Freed behind the last use of both.
; CHECK-LABEL: define void @boxed_two(
; CHECK:         %one.box = call ptr @malloc(i64 13256)
; CHECK:         call void @__offstack_out_of_memory(ptr @{{.*}}, i64 {{.*}}, i64 13256)
; CHECK:         %[[TWO:.*]] = getelementptr i8, ptr %one.box, i64 8256
; CHECK-NEXT:    store ptr %[[TWO]], ptr %two.slot
; CHECK-NEXT:    store ptr %one.box, ptr %one.slot
; CHECK-NEXT:    call void @use(ptr %one.box)
; CHECK-NEXT:    call void @both(ptr %one.box, ptr %[[TWO]])
; CHECK-NEXT:    call void @free(ptr %one.box)
; CHECK-NEXT:    ret void
define void @boxed_two() nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  call void @use(ptr %one)
  call void @both(ptr %one, ptr %two)
  ret void
}

; Alignments beyond that of malloc have boxes of their own.
; CHECK-LABEL: define void @boxed_aligned(
; CHECK:         call ptr @malloc(i64 8192)
; CHECK:         call ptr @malloc(i64 5063)
; CHECK:         call void @free(
; CHECK:         call void @free(
define void @boxed_aligned() nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 64
  call void @both(ptr %one, ptr %two)
  ret void
}

; One after the other: the second can have the memory of the first.
; CHECK-LABEL: define void @boxed_exclusive(
; CHECK:         %one.box = call ptr @malloc(
; CHECK:         call void @free(ptr %one.box)
; CHECK:         %two.box = call ptr @malloc(
; CHECK:         call void @free(ptr %two.box)
define void @boxed_exclusive() nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  ret void
}

; Taken in one block, but one of them is freed on one path already.
; CHECK-LABEL: define void @boxed_other_frees(
; CHECK:         %one.box = call ptr @malloc(
; CHECK:         %two.box = call ptr @malloc(
; CHECK:       left:
; CHECK-NEXT:    call void @free(ptr %one.box)
; CHECK:       right:
; CHECK-NEXT:    call void @use(ptr %one.box)
; CHECK-NEXT:    call void @free(ptr %one.box)
; CHECK-NEXT:    call void @use(ptr %two.box)
; CHECK:       out:
; CHECK-NEXT:    call void @use(ptr %two.box)
; CHECK-NEXT:    call void @free(ptr %two.box)
define void @boxed_other_frees(i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @both(ptr %one, ptr %two)
  br i1 %c, label %left, label %right
left:
  call void @llvm.lifetime.end.p0(ptr %one)
  br label %out
right:
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @use(ptr %two)
  br label %out
out:
  call void @use(ptr %two)
  ret void
}

; The box of both is held at a call that only one was held at.
; CHECK-LABEL: define void @boxed_thrown_past(
; CHECK:         %one.box = call ptr @malloc(i64 13256)
; CHECK:         invoke void @throws(ptr %one.box)
; CHECK:         invoke void @throws(
; CHECK:         call void @free(ptr %one.box)
; CHECK:       offstack.unwind:
; CHECK:         call void @free(ptr %one.box)
define void @boxed_thrown_past() {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  call void @throws(ptr %one)
  call void @throws(ptr %two)
  ret void
}

; CHECK-LABEL: define void @boxed_six(
; CHECK:         call ptr @malloc(
; CHECK:         call void @free(
define void @boxed_six() nounwind {
  %a = alloca [5000 x i8], align 16
  %b = alloca [5000 x i8], align 16
  %c = alloca [5000 x i8], align 16
  %d = alloca [5000 x i8], align 16
  %e = alloca [5000 x i8], align 16
  %f = alloca [5000 x i8], align 16
  call void @both(ptr %a, ptr %b)
  call void @both(ptr %c, ptr %d)
  call void @both(ptr %e, ptr %f)
  ret void
}

; Each call that takes the one takes the other, behind a loop.
; CHECK-LABEL: define void @boxed_blocks(
; CHECK:         %one.box = call ptr @malloc(i64 13256)
; CHECK:       loop:
; CHECK:       behind:
; CHECK-NEXT:    call void @both(
; CHECK-NEXT:    call void @free(ptr %one.box)
; CHECK-NEXT:    ret void
define void @boxed_blocks(i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  br label %loop
loop:
  call void @use(ptr %one)
  br i1 %c, label %loop, label %behind
behind:
  call void @both(ptr %one, ptr %two)
  ret void
}

; Not every call that takes the one takes the other.
; CHECK-LABEL: define void @boxed_on_one_path(
; CHECK:         %one.box = call ptr @malloc(i64 8192)
; CHECK:       left:
; CHECK-NEXT:    %two.box = call ptr @malloc(i64 5000)
; CHECK:       out:
; CHECK:         call void @free(ptr %one.box)
; CHECK:         call void @free(ptr %{{.*}})
define void @boxed_on_one_path(i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  call void @use(ptr %one)
  br i1 %c, label %left, label %out
left:
  call void @both(ptr %one, ptr %two)
  br label %out
out:
  call void @use(ptr %one)
  ret void
}
