; A box is taken where all uses are dominated, outside of every cycle, and not
; on paths that do not use it.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare i1 @more() nounwind

; Used on one path: the other takes no box.
; CHECK-LABEL: define void @boxed_on_one_path(
; CHECK:       entry:
; CHECK-NEXT:    %buf.slot = alloca
; CHECK-NEXT:    br i1 %c, label %path, label %out
; CHECK:       path:
; CHECK-NEXT:    call ptr @malloc(
define void @boxed_on_one_path(i1 %c) {
entry:
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %path, label %out
path:
  call void @use(ptr %buf)
  br label %out
out:
  ret void
}

; Near miss: the path is a cycle, in front of which the box is taken, once.
; CHECK-LABEL: define void @boxed_in_front_of_a_cycle(
; CHECK:       entry:
; CHECK:         call ptr @malloc(
; CHECK:       path:
; CHECK-NOT:     malloc
; CHECK:         br i1 %again, label %path, label %out
define void @boxed_in_front_of_a_cycle(i1 %c) {
entry:
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %path, label %out
path:
  call void @use(ptr %buf)
  %again = call i1 @more()
  br i1 %again, label %path, label %out
out:
  ret void
}
