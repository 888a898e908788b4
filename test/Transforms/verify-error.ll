; The pass fails the compilation with every violation, and is silent otherwise.

; RUN: rm -rf %t && split-file %s %t
; RUN: %opt -passes=offstack-verify -disable-output %t/right.ll 2>&1 | count 0
; RUN: not %opt -passes=offstack-verify -disable-output %t/wrong.ll 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=offstack-verify:

; CHECK: error: offstack-verify: box 'buf' is not freed on this way out in function 'leak', at 'ret void'
; CHECK-NEXT: offstack-verify: box 'buf' is freed twice in function 'twice', at 'call void @free(ptr %raw)'

;--- right.ll
declare ptr @malloc(i64)
declare void @free(ptr)
define void @right() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  ret void
}
!0 = !{!"buf"}

;--- wrong.ll
declare ptr @malloc(i64)
declare void @free(ptr)
define void @leak() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  ret void
}
define void @twice() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  call void @free(ptr %raw)
  ret void
}
!0 = !{!"buf"}
