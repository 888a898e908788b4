; Uses of an object of which a call reaches those of one path only have a box of
; their own there: the common path takes none.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   -pass-remarks=offstack -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --input-file=%t
; RUN: %offstack_src/utils/mutate-frees --opt opt --plugin %offstack_pass %t \
; RUN:   | FileCheck %s --check-prefix=MUTANTS
; MUTANTS-NOT: survived:
; MUTANTS:     {{, 0 survived$}}

declare void @use(ptr) nounwind
declare void @throws(ptr)
declare void @work() nounwind

; The user declared one object, and is told of one.
; REMARK:     'error' (8192 bytes) is boxed: over the limit of 4 KiB
; REMARK-NOT: 'error'

; CHECK-LABEL: define i32 @boxed_errors(
; CHECK-NEXT:    %[[SLOT:.*]] = alloca ptr, {{.*}}!offstack.slot
; CHECK-NEXT:    br i1 %a, label %first, label %next
; CHECK:       first:
; CHECK-NEXT:    %[[ONE:.*]] = call ptr @malloc(i64 8192)
; CHECK:         store ptr %[[ONE]], ptr %[[SLOT]]
; CHECK-NEXT:    call void @use(ptr %[[ONE]])
; CHECK-NEXT:    call void @free(ptr %[[ONE]])
; CHECK-NEXT:    ret i32 1
; CHECK:       next:
; CHECK-NEXT:    br i1 %b, label %second, label %common
; CHECK:       second:
; CHECK-NEXT:    %[[TWO:.*]] = call ptr @malloc(i64 8192)
; CHECK:         store ptr %[[TWO]], ptr %[[SLOT]]
; CHECK-NEXT:    call void @use(ptr %[[TWO]])
; CHECK-NEXT:    call void @free(ptr %[[TWO]])
; CHECK-NEXT:    ret i32 2
; CHECK:       common:
; CHECK-NEXT:    call void @work()
; CHECK-NEXT:    ret i32 0
define i32 @boxed_errors(i1 %a, i1 %b) nounwind {
  %error = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %next
first:
  call void @use(ptr %error)
  ret i32 1
next:
  br i1 %b, label %second, label %common
second:
  call void @use(ptr %error)
  ret i32 2
common:
  call void @work()
  ret i32 0
}

; Markers on the common path go to each part. An exception frees what it finds.
; CHECK-LABEL: define void @boxed_unwinding(
; CHECK:       first:
; CHECK:         call ptr @malloc(
; CHECK:         invoke void @throws(
; CHECK:       second:
; CHECK:         call ptr @malloc(
; CHECK:         invoke void @throws(
; CHECK:       offstack.unwind:
; CHECK:         call void @free(
; CHECK:         call void @free(
; CHECK:         resume
define void @boxed_unwinding(i1 %a, i1 %b) {
  %one = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %one)
  br i1 %a, label %first, label %next
first:
  call void @throws(ptr %one)
  br label %out
next:
  br i1 %b, label %second, label %common
second:
  call void @throws(ptr %one)
  br label %out
common:
  call void @work()
  br label %out
out:
  call void @llvm.lifetime.end.p0(ptr %one)
  ret void
}

; The pointers of both paths meet: each call has one of the two.
; CHECK-LABEL: define void @boxed_meeting(
; CHECK:         call ptr @malloc(
; CHECK:         call ptr @malloc(
; CHECK:         %p = phi ptr
; CHECK:         call void @use(ptr %p)
define void @boxed_meeting(i1 %a, i1 %b, ptr %q) nounwind {
  %one = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %next
first:
  %f = getelementptr i8, ptr %one, i64 8
  br label %out
next:
  br i1 %b, label %second, label %out
second:
  %s = getelementptr i8, ptr %one, i64 16
  br label %out
out:
  %p = phi ptr [ %f, %first ], [ %s, %second ], [ %q, %next ]
  call void @use(ptr %p)
  ret void
}

; A profile says that nearly every call takes one of the paths.
; CHECK-LABEL: define i32 @boxed_profile(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define i32 @boxed_profile(i1 %a, i1 %b) nounwind {
  %one = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %next, !prof !0
first:
  call void @use(ptr %one)
  ret i32 1
next:
  br i1 %b, label %second, label %common
second:
  call void @use(ptr %one)
  ret i32 2
common:
  call void @work()
  ret i32 0
}

; The second path follows the first: what the first wrote is still there.
; CHECK-LABEL: define void @boxed_following(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define void @boxed_following(i1 %a, i1 %b) nounwind {
  %one = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %next
first:
  call void @use(ptr %one)
  br label %next
next:
  br i1 %b, label %second, label %out
second:
  call void @use(ptr %one)
  br label %out
out:
  ret void
}

; So does it in the next round of a loop.
; CHECK-LABEL: define void @boxed_loop(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define void @boxed_loop(i1 %a, i1 %b, i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  br label %loop
loop:
  br i1 %a, label %first, label %next
first:
  call void @use(ptr %one)
  br label %latch
next:
  br i1 %b, label %second, label %latch
second:
  call void @use(ptr %one)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Small code has one call of malloc.
; CHECK-LABEL: define i32 @boxed_optsize(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define i32 @boxed_optsize(i1 %a, i1 %b) nounwind optsize {
  %one = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %next
first:
  call void @use(ptr %one)
  ret i32 1
next:
  br i1 %b, label %second, label %common
second:
  call void @use(ptr %one)
  ret i32 2
common:
  call void @work()
  ret i32 0
}

!0 = !{!"branch_weights", i32 1000, i32 1}
