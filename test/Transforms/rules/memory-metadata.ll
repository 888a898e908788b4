; What metadata says of an access is as true when it is to a box: types, scopes
; of aliasing, and what the access is for do not depend on where the object is.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define i32 @boxed_accesses(
; CHECK:         store i32 1, ptr %buf.box, align 16, !tbaa ![[TYPE:[0-9]+]], !alias.scope ![[SCOPE:[0-9]+]]
; CHECK-NEXT:    %value = load i32, ptr %other, align 4, !tbaa ![[TYPE]], !noalias ![[SCOPE]]
; CHECK-NEXT:    store i32 2, ptr %buf.box, align 16, !nontemporal
define i32 @boxed_accesses(ptr %other) nounwind {
  %buf = alloca [8192 x i8], align 16
  store i32 1, ptr %buf, align 16, !tbaa !0, !alias.scope !3
  %value = load i32, ptr %other, align 4, !tbaa !0, !noalias !3
  store i32 2, ptr %buf, align 16, !nontemporal !6
  call void @use(ptr %buf)
  ret i32 %value
}

; Near miss: the accesses that the pass adds, to the slot, are no part of these
; scopes.
; CHECK-LABEL: define void @boxed_slot(
; CHECK:         store ptr %buf.box, ptr %buf.slot, align 8{{$}}
define void @boxed_slot() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf), !noalias !3
  ret void
}

!0 = !{!1, !1, i64 0}
!1 = !{!"int", !2}
!2 = !{!"root"}
!3 = !{!4}
!4 = distinct !{!4, !5, !"object"}
!5 = distinct !{!5, !"function"}
!6 = !{i32 1}
