; The script tells a survivor, does not start from code that is wrong already,
; and leaves a program's own phi alone, which is freed nowhere.

; RUN: rm -rf %t && split-file %s %t
; RUN: not %offstack_src/utils/mutate-frees --opt opt \
; RUN:   --plugin %offstack_pass %t/survivor.ll | FileCheck %s
; RUN: not %offstack_src/utils/mutate-frees --opt opt \
; RUN:   --plugin %offstack_pass %t/unproven.ll 2>&1 \
; RUN:   | FileCheck %s --check-prefix=UNPROVEN --implicit-check-not=mutants

; CHECK: survived: cleanup in right: cleanup
; CHECK: cleanup: 0 caught, 0 invalid, 1 survived
; CHECK-NEXT: 7 mutants: 6 caught, 0 invalid, 1 survived
; UNPROVEN: offstack-verify: box 'buf' is not freed on this way out

;--- survivor.ll
; Nothing enters the pad, so nobody misses its flag.
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @read(ptr) nounwind
declare i32 @__gxx_personality_v0(...)
define void @right(i1 %c) personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @read(ptr %raw) to label %ok unwind label %pad
ok:
  br i1 %c, label %one, label %both
one:
  br label %both
both:
  %own = phi ptr [ null, %ok ], [ %raw, %one ]
  store i8 0, ptr %own
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
}
!0 = !{!"buf"}

;--- unproven.ll
declare ptr @malloc(i64)
define void @wrong() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  ret void
}
!0 = !{!"buf"}
