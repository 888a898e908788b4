; The edges of a computed goto cannot be split: a box is freed where the jump
; arrives.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; At %out the box is held if the jump came from the entry, and freed if it came
; from %scope.
; CHECK-LABEL: define void @boxed_computed_goto(
; CHECK:       scope:
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    indirectbr ptr %target, [label %out]
; CHECK:       out:
; CHECK-NEXT:    %[[HELD:.*]] = phi ptr [ null, %scope ], [ %buf.box, %{{.*}} ]
; CHECK:         call void @free(ptr %[[HELD]])
; CHECK:         ret void
define void @boxed_computed_goto(ptr %target) {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  indirectbr ptr %target, [label %scope, label %out]
scope:
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  indirectbr ptr %target, [label %out]
out:
  ret void
}

; Near miss: a branch, which needs no more care.
; CHECK-LABEL: define void @boxed_branch(
; CHECK:       scope:
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    br label %out
define void @boxed_branch(i1 %c) {
entry:
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  br i1 %c, label %scope, label %out
scope:
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %out
out:
  ret void
}
