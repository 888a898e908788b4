; The proof of a chain of boxes: each is linked to the one before it, and the
; newest is freed with all of them.

; RUN: rm -rf %t && split-file %s %t
; RUN: %opt -passes='print<offstack-boxes>' -disable-output %t/wrong.ll \
; RUN:   | FileCheck %s
; RUN: %offstack_src/utils/mutate-frees --opt opt --plugin %offstack_pass \
; RUN:   %t/right.ll | FileCheck %s --check-prefix=MUTANTS

; MUTANTS-NOT: survived:
; MUTANTS: delete: 2 caught, 0 invalid, 0 survived
; MUTANTS: alone: 2 caught, 0 invalid, 0 survived
; MUTANTS: unlink: 2 caught, 0 invalid, 0 survived
; MUTANTS: {{, 0 survived$}}

;--- right.ll
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @__offstack_free_chain(ptr) nounwind "offstack-free-chain"
declare void @use(ptr)
declare i32 @__gxx_personality_v0(...)

define void @right(i1 %large, i1 %again) personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %newest, %next ]
  br i1 %large, label %box, label %stack
box:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %head, ptr %raw
  %buf = getelementptr i8, ptr %raw, i64 16
  br label %both
stack:
  br label %both
both:
  %newest = phi ptr [ %raw, %box ], [ %head, %stack ]
  %object = phi ptr [ %buf, %box ], [ null, %stack ]
  invoke void @use(ptr %object) to label %next unwind label %pad
next:
  br i1 %again, label %loop, label %done
done:
  call void @__offstack_free_chain(ptr %newest)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @__offstack_free_chain(ptr %newest)
  resume { ptr, i32 } %e
}
!0 = !{!"buf", !"chain"}

;--- wrong.ll
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @__offstack_free_chain(ptr) nounwind "offstack-free-chain"
declare void @use(ptr) nounwind

; Never linked: only the last round's box is freed.
; CHECK-LABEL: function 'unlinked': 1 box, not proven
; CHECK-NEXT: box 'buf' is allocated again before it is freed, at '%raw = call
define void @unlinked(i1 %again) nounwind {
entry:
  br label %loop
loop:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @use(ptr %raw)
  br i1 %again, label %loop, label %done
done:
  call void @__offstack_free_chain(ptr %raw)
  ret void
}

; Linked to the box before the one before it.
; CHECK-LABEL: function 'skips_one': 1 box, not proven
; CHECK: box 'buf' is not linked to the one before it in its chain, at 'store ptr %older, ptr %raw
define void @skips_one(i1 %again) nounwind {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %raw, %loop ]
  %older = phi ptr [ null, %entry ], [ %head, %loop ]
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %older, ptr %raw
  br i1 %again, label %loop, label %done
done:
  call void @__offstack_free_chain(ptr %raw)
  ret void
}

; Freed one round too early: the newest leaks.
; CHECK-LABEL: function 'frees_older': 1 box, not proven
; CHECK: box 'buf' is freed without those behind it in its chain, at 'call void @__offstack_free_chain(ptr %head)'
define void @frees_older(i1 %again) nounwind {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %raw, %loop ]
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %head, ptr %raw
  br i1 %again, label %loop, label %done
done:
  call void @__offstack_free_chain(ptr %head)
  ret void
}

; An object of an earlier round is used when all are freed.
; CHECK-LABEL: function 'used_after': 1 box, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store i8 0, ptr %object
define void @used_after(i1 %again) nounwind {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %raw, %loop ]
  %first = phi ptr [ null, %entry ], [ %object, %loop ]
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %head, ptr %raw
  %object = getelementptr i8, ptr %raw, i64 16
  br i1 %again, label %loop, label %done
done:
  call void @__offstack_free_chain(ptr %raw)
  store i8 0, ptr %object
  ret void
}

; The same before they are freed.
; CHECK-LABEL: function 'used_before': 1 box, proven
define void @used_before(i1 %again) nounwind {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %raw, %loop ]
  %previous = phi ptr [ null, %entry ], [ %object, %loop ]
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %head, ptr %raw
  %object = getelementptr i8, ptr %raw, i64 16
  br i1 %again, label %loop, label %done
done:
  store i8 0, ptr %previous
  call void @__offstack_free_chain(ptr %raw)
  ret void
}

; A chain that starts again is not linked to one that is freed.
; CHECK-LABEL: function 'linked_to_freed': 1 box, not proven
; CHECK-NEXT: box 'buf' is not linked to the one before it in its chain, at 'store ptr %head, ptr %raw
define void @linked_to_freed(i1 %again) nounwind {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %raw, %loop ]
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %head, ptr %raw
  call void @__offstack_free_chain(ptr %raw)
  br i1 %again, label %loop, label %done
done:
  ret void
}
!0 = !{!"buf", !"chain"}
