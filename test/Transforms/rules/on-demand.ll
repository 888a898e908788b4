; An object that is used on rare paths only has a box once a call runs one of them.

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
declare void @may_throw()

; REMARK: 'error' (8192 bytes) is boxed: over the limit of 4 KiB

; In a loop. The test on the way out is all that the common path has of it.
; CHECK-LABEL: define void @boxed_in_loop(
; CHECK-NEXT:    %[[SLOT:.*]] = alloca ptr
; CHECK-NEXT:    br label %loop
; CHECK:       loop:
; CHECK-NEXT:    %[[HELD:.*]] = phi ptr [ null, %0 ], [ %[[AFTER:.*]], %latch ]
; CHECK-NEXT:    br i1 %a, label %rare, label %latch
; CHECK:       rare:
; CHECK-NEXT:    %[[FIRST:.*]] = icmp eq ptr %[[HELD]], null
; CHECK-NEXT:    br i1 %[[FIRST]], label %[[TAKE:.*]], label %[[USE:.*]]
; CHECK:       [[TAKE]]:
; CHECK-NEXT:    %error.box = call ptr @malloc(i64 8192)
; CHECK:       [[USE]]:
; CHECK-NEXT:    %[[BOX:.*]] = phi ptr [ %error.box, %{{.*}} ], [ %[[HELD]], %rare ]
; CHECK-NEXT:    store ptr %[[BOX]], ptr %[[SLOT]]
; CHECK-NEXT:    call void @use(ptr %[[BOX]])
; CHECK-NEXT:    br label %latch
; CHECK:       latch:
; CHECK-NEXT:    %[[AFTER]] = phi ptr [ %[[BOX]], %[[USE]] ], [ %[[HELD]], %loop ]
; CHECK:       out:
; CHECK-NEXT:    %[[ANY:.*]] = icmp ne ptr %[[AFTER]], null
; CHECK-NEXT:    br i1 %[[ANY]],
; CHECK:         call void @free(ptr %[[AFTER]])
define void @boxed_in_loop(i1 %a, i1 %c) nounwind {
  %error = alloca [8192 x i8], align 16
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @use(ptr %error)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

; One after the other. Nothing has taken the box before the first.
; CHECK-LABEL: define void @boxed_in_a_row(
; CHECK:       first:
; CHECK-NEXT:    br label %[[TAKE:.*]]
; CHECK:       [[TAKE]]:
; CHECK-NEXT:    %[[ONE:.*]] = call ptr @malloc(i64 8192)
; CHECK-NOT:     phi
; CHECK:         call void @use(ptr %[[ONE]])
; CHECK:       common:
; CHECK-NEXT:    %[[HELD:.*]] = phi ptr [ %[[ONE]], %{{.*}} ], [ null, %0 ]
; CHECK-NEXT:    call void @work()
; CHECK:       second:
; CHECK-NEXT:    icmp eq ptr %[[HELD]], null
; CHECK:         call ptr @malloc(i64 8192)
; CHECK:         call void @use(
; CHECK:       out:
; CHECK:         icmp ne ptr
; CHECK:         call void @free(
; CHECK-NOT:     @free(
; CHECK:       {{^}}}
define void @boxed_in_a_row(i1 %a, i1 %b) nounwind {
  %error = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %common, !prof !0
first:
  call void @use(ptr %error)
  br label %common
common:
  call void @work()
  br i1 %b, label %second, label %out, !prof !0
second:
  call void @use(ptr %error)
  br label %out
out:
  ret void
}

; A call that may throw before a box can have been taken is left as it is.
; CHECK-LABEL: define void @boxed_unwinding(
; CHECK:         call void @may_throw()
; CHECK:       rare:
; CHECK:         call ptr @malloc(i64 8192)
; CHECK:         invoke void @throws(
; CHECK:       latch:
; CHECK:         invoke void @may_throw()
; CHECK:       offstack.unwind:
; CHECK-NEXT:    phi ptr
; CHECK:         call void @free(
; CHECK:         resume
define void @boxed_unwinding(i1 %a, i1 %c) {
  %error = alloca [8192 x i8], align 16
  call void @may_throw()
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @throws(ptr %error)
  br label %latch
latch:
  call void @may_throw()
  br i1 %c, label %loop, label %out
out:
  ret void
}

; The address in a phi, and one that is aligned further than malloc does.
; CHECK-LABEL: define void @boxed_aligned(
; CHECK:       rare:
; CHECK:         %[[MEMORY:.*]] = call ptr @malloc(i64 8255)
; CHECK:         %[[HELD:.*]] = phi ptr [ %[[MEMORY]],
; CHECK:         %[[OBJECT:.*]] = call ptr @llvm.ptrmask.p0.i64(
; CHECK:         store ptr %[[OBJECT]], ptr %one.slot
; CHECK:       latch:
; CHECK:         %p = phi ptr [ null, %loop ], [ %[[OBJECT]],
define void @boxed_aligned(i1 %a, i1 %c) nounwind {
  %one = alloca [8192 x i8], align 64
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  br label %latch
latch:
  %p = phi ptr [ null, %loop ], [ %one, %rare ]
  call void @use(ptr %p)
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Near misses. The path is not rare:
; CHECK-LABEL: define void @boxed_often(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define void @boxed_often(i1 %a, i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  br label %loop
loop:
  br i1 %a, label %rare, label %latch
rare:
  call void @use(ptr %one)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

; The common path uses it:
; CHECK-LABEL: define void @boxed_before(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define void @boxed_before(i1 %a, i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  call void @use(ptr %one)
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @use(ptr %one)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Debug builds have one place for a box:
; CHECK-LABEL: define void @boxed_debug(
; CHECK-NEXT:    alloca ptr
; CHECK-NEXT:    call ptr @malloc(i64 8192)
; CHECK-NOT:     @malloc(
; CHECK:       {{^}}}
define void @boxed_debug(i1 %a, i1 %c) nounwind optnone noinline {
  %one = alloca [8192 x i8], align 16
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @use(ptr %one)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

!0 = !{!"branch_weights", i32 1, i32 2000}
