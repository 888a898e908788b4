; Where a path may come without a box, a test for null spares it the call of free.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare void @throws(ptr)

; A small object of a size of run time stays on the stack.
; CHECK-LABEL: define void @perhaps(
; CHECK:         %[[HELD:.*]] = phi ptr [ %vla.box, %{{.*}} ], [ null, %{{.*}} ]
; CHECK:         %[[IS_HELD:.*]] = icmp ne ptr %[[HELD]], null
; CHECK-NEXT:    br i1 %[[IS_HELD]], label %[[FREE:.*]], label %[[DONE:.*]]
; CHECK:       [[FREE]]:
; CHECK-NEXT:    call void @free(ptr %[[HELD]])
; CHECK-NEXT:    br label %[[DONE]]
; CHECK:       [[DONE]]:
; CHECK-NEXT:    ret void
define void @perhaps(i64 %n) nounwind {
  %vla = alloca i8, i64 %n, align 16
  call void @use(ptr %vla)
  ret void
}

; A box that is surely there needs no test.
; CHECK-LABEL: define void @surely(
; CHECK:         call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret void
define void @surely() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; An exception is rare: the call is made.
; CHECK-LABEL: define void @thrown(
; CHECK:       offstack.unwind:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:    cleanup
; CHECK-NEXT:    call void @free(ptr %{{.*}})
; CHECK-NEXT:    resume
define void @thrown(i64 %n) {
  %vla = alloca i8, i64 %n, align 16
  call void @throws(ptr %vla)
  ret void
}

; A debug build stays small.
; CHECK-LABEL: define void @unoptimised(
; CHECK:         %[[HELD:.*]] = phi ptr [ %vla.box, %{{.*}} ], [ null, %{{.*}} ]
; CHECK-NOT:     icmp
; CHECK:         call void @free(ptr %[[HELD]])
; CHECK-NEXT:    ret void
define void @unoptimised(i64 %n) nounwind noinline optnone {
  %vla = alloca i8, i64 %n, align 16
  call void @use(ptr %vla)
  ret void
}
