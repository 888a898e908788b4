; A box is taken where it dominates every use, and freed on every way out that
; can be reached from there, and on no other.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call ptr @malloc' \
; RUN:     --implicit-check-not='call void @free'

declare void @use(ptr) nounwind
declare void @leave() noreturn nounwind

; One box, two returns: one malloc in the entry, one free at each.
define i32 @boxed_two_returns(i1 %c) {
; CHECK-LABEL: define i32 @boxed_two_returns(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 8192) {{.*}}!offstack.box
; CHECK-NEXT:    [[NULL:%.*]] = icmp eq ptr [[BOX]], null
; CHECK-NEXT:    br i1 [[NULL]], label %[[OOM:.*]], label %[[GO:[a-z0-9]*]], !prof
; CHECK:       [[OOM]]:
; CHECK-NEXT:    call void @__offstack_out_of_memory(ptr @offstack.message, i64 {{[0-9]+}}, i64 8192)
; CHECK-NEXT:    br label
; CHECK:       [[GO]]:
; CHECK:         call void @use(ptr [[BOX]])
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i32 1
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i32 2
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  br i1 %c, label %a, label %b
a:
  ret i32 1
b:
  ret i32 2
}

; Near miss: at the limit, not over it.
define i32 @kept_at_the_limit(i1 %c) {
; CHECK-LABEL: define i32 @kept_at_the_limit(
; CHECK:         alloca [4096 x i8]
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  ret i32 1
}

; The path that does not use the buffer is not touched.
define i32 @boxed_on_one_path(i1 %c) {
; CHECK-LABEL: define i32 @boxed_on_one_path(
; CHECK:       a:
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(i64 8192)
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i32 1
; CHECK:       b:
; CHECK-NEXT:    ret i32 2
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %a, label %b
a:
  call void @use(ptr %buf)
  ret i32 1
b:
  ret i32 2
}

; Paths meet before the return: what is freed there is the box, or null.
define i32 @boxed_before_a_merge(i1 %c) {
; CHECK-LABEL: define i32 @boxed_before_a_merge(
; CHECK:       a:
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(i64 8192)
; CHECK:       b:
; CHECK-NEXT:    [[PHI:%.*]] = phi ptr [ [[BOX]], %{{.*}} ], [ null, %{{.*}} ]
; CHECK:         call void @free(ptr [[PHI]])
; CHECK:         ret i32 2
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %a, label %b
a:
  call void @use(ptr %buf)
  br label %b
b:
  ret i32 2
}

; Nothing is freed where the program does not go on.
define i32 @boxed_noreturn_exit(i1 %c) {
; CHECK-LABEL: define i32 @boxed_noreturn_exit(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 8192)
; CHECK:         call void @leave()
; CHECK-NEXT:    unreachable
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i32 2
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  br i1 %c, label %a, label %b
a:
  call void @leave()
  unreachable
b:
  ret i32 2
}

; Two objects, two boxes (one is aligned further up), each freed once.
define void @boxed_two_objects() {
; CHECK-LABEL: define void @boxed_two_objects(
; CHECK:         [[ONE:%.*]] = call ptr @malloc(i64 8192)
; CHECK:         [[TWO:%.*]] = call ptr @malloc(i64 5063)
; CHECK:         call void @free(ptr [[ONE]])
; CHECK-NEXT:    call void @free(ptr [[TWO]])
; CHECK-NEXT:    ret void
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 64
  call void @use(ptr %one)
  call void @use(ptr %two)
  ret void
}

; The value that is returned is read before the box is freed.
define i8 @boxed_result_from_the_box() {
; CHECK-LABEL: define i8 @boxed_result_from_the_box(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 8192)
; CHECK:         [[RESULT:%.*]] = load i8, ptr [[BOX]]
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i8 [[RESULT]]
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  %result = load i8, ptr %buf
  ret i8 %result
}
