; A box has the name of its variable, from the first that has one: the plugin's
; note, debug info, the alloca. Other metadata of an alloca does not move.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-DAG: c" bytes for 'noted' in 'boxed_noted'\0A"
; CHECK-DAG: c" bytes for 'plain' in 'boxed_plain'\0A"
; CHECK-DAG: c" bytes for '<unnamed>' in 'boxed_unnamed'\0A"

; CHECK-LABEL: define void @boxed_noted(
; CHECK:         %noted.box = call ptr @malloc(i64 8192) {{.*}}!offstack.box ![[NAME:[0-9]+]]{{$}}
define void @boxed_noted() {
  %register = alloca [8192 x i8], align 16, !offstack.variable !0, !annotation !1
  call void @use(ptr %register)
  ret void
}

; CHECK-LABEL: define void @boxed_plain(
; CHECK:         %plain.box = call ptr @malloc(i64 8192)
define void @boxed_plain() {
  %plain = alloca [8192 x i8], align 16
  call void @use(ptr %plain)
  ret void
}

; Near miss: nothing has a name.
; CHECK-LABEL: define void @boxed_unnamed(
; CHECK:         call ptr @malloc(i64 8192)
define void @boxed_unnamed() {
  %1 = alloca [8192 x i8], align 16
  call void @use(ptr %1)
  ret void
}

; CHECK: ![[NAME]] = !{!"noted"}

!0 = !{!"noted"}
!1 = !{!"auto-init"}
