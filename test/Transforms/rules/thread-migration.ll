; A box may be freed on another thread than it was taken on: malloc and free
; allow that, and the pass keeps nothing that belongs to a thread.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s --implicit-check-not=thread_local \
; RUN:     --implicit-check-not=' global '

declare void @use(ptr) nounwind
declare void @run_others()

; CHECK-LABEL: define void @boxed_across_a_switch(
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         invoke void @run_others()
; CHECK:         call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_across_a_switch() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  call void @run_others()
  call void @use(ptr %buf)
  ret void
}

; Near miss: an object in the frame moves along with its stack, too.
; CHECK-LABEL: define void @kept_across_a_switch(
; CHECK:         %buf = alloca
define void @kept_across_a_switch() {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  call void @run_others()
  call void @use(ptr %buf)
  ret void
}
