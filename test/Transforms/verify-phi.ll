; A way out that the allocation does not dominate frees a phi of the box and
; null: right only if the phi is null in just the cases without a box.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @read(ptr captures(none)) nounwind

; The box is allocated on one of two branches.
; CHECK: function 'right': 1 box, proven
define void @right(i1 %c) nounwind {
entry:
  br i1 %c, label %big, label %out
big:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  br label %out
out:
  %p = phi ptr [ null, %entry ], [ %raw, %big ]
  call void @free(ptr %p)
  ret void
}

; The phi forgot the box.
; CHECK-NEXT: function 'box_became_null': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @box_became_null(i1 %c) nounwind {
entry:
  br i1 %c, label %big, label %out
big:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  br label %out
out:
  %p = phi ptr [ null, %entry ], [ null, %big ]
  call void @free(ptr %p)
  ret void
}

; Without a box, the phi is not null but undefined.
; CHECK-NEXT: function 'undefined': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed through an undefined pointer, at 'call void @free(ptr %p)'
define void @undefined(i1 %c) nounwind {
entry:
  br i1 %c, label %big, label %out
big:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  br label %out
out:
  %p = phi ptr [ poison, %entry ], [ %raw, %big ]
  call void @free(ptr %p)
  ret void
}

; A box freed already on the way is null behind it.
; CHECK-NEXT: function 'freed_early': 1 box, proven
define void @freed_early(i1 %c) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %early, label %out
early:
  call void @free(ptr %raw)
  br label %out
out:
  %p = phi ptr [ %raw, %entry ], [ null, %early ]
  call void @free(ptr %p)
  ret void
}

; It is not.
; CHECK-NEXT: function 'freed_early_kept': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed twice, at 'call void @free(ptr %p)'
define void @freed_early_kept(i1 %c) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %early, label %out
early:
  call void @free(ptr %raw)
  br label %out
out:
  %p = phi ptr [ %raw, %entry ], [ %raw, %early ]
  call void @free(ptr %p)
  ret void
}

; A chain of phis, with a second way out in between, where the box is live in
; one case only, and a test for null in front of the last free.
; CHECK-NEXT: function 'chain': 1 box, proven
define void @chain(i1 %c, i1 %d) nounwind {
entry:
  br i1 %c, label %big, label %join
big:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %join
join:
  %p = phi ptr [ null, %entry ], [ %raw, %big ]
  br i1 %d, label %early, label %more
early:
  call void @free(ptr %p)
  ret void
more:
  br i1 %c, label %touch, label %out
touch:
  br label %out
out:
  %q = phi ptr [ %p, %more ], [ %p, %touch ]
  %none = icmp eq ptr %q, null
  br i1 %none, label %done, label %free
free:
  call void @free(ptr %q)
  br label %done
done:
  ret void
}

; The test in front of the last free is the wrong way round.
; CHECK-NEXT: function 'chain_swapped': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @chain_swapped(i1 %c) nounwind {
entry:
  br i1 %c, label %big, label %out
big:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %out
out:
  %q = phi ptr [ null, %entry ], [ %raw, %big ]
  %none = icmp ne ptr %q, null
  br i1 %none, label %done, label %free
free:
  call void @free(ptr %q)
  br label %done
done:
  ret void
}

; A select that looks at what it chooses from decides nothing new.
; CHECK-NEXT: function 'select_of_test': 1 box, proven
define void @select_of_test(i1 %c) nounwind {
entry:
  br i1 %c, label %big, label %out
big:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %out
out:
  %p = phi ptr [ null, %entry ], [ %raw, %big ]
  %none = icmp eq ptr %p, null
  %s = select i1 %none, ptr null, ptr %p
  call void @free(ptr %s)
  ret void
}

; A select by something else may forget the box.
; CHECK-NEXT: function 'select_of_other': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @select_of_other(i1 %c, i1 %d) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %s = select i1 %d, ptr null, ptr %raw
  call void @free(ptr %s)
  ret void
}

; One free for two boxes that are never there together.
; CHECK-NEXT: function 'either_box': 2 boxes, proven
define void @either_box(i1 %c) nounwind {
entry:
  br i1 %c, label %a, label %b
a:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %out
b:
  %raw2 = call nonnull ptr @malloc(i64 4096), !offstack.box !1
  br label %out
out:
  %p = phi ptr [ %raw, %a ], [ %raw2, %b ]
  call void @free(ptr %p)
  ret void
}

; Phis read before any is written: the two swap the box and null.
; CHECK-NEXT: function 'parallel': 1 box, proven
define void @parallel(i1 %c) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %loop
loop:
  %p = phi ptr [ %raw, %entry ], [ %q, %loop ]
  %q = phi ptr [ null, %entry ], [ %p, %loop ]
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %p)
  call void @free(ptr %q)
  ret void
}

; The same, but one of the two is not freed.
; CHECK-NEXT: function 'parallel_one': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @parallel_one(i1 %c) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %loop
loop:
  %p = phi ptr [ %raw, %entry ], [ %q, %loop ]
  %q = phi ptr [ null, %entry ], [ %p, %loop ]
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %p)
  ret void
}

; A program's own pointer that may be the box or null is its own affair while
; the box lives ...
; CHECK-NEXT: function 'own_pointer': 1 box, proven
define void @own_pointer(i1 %c) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %a, label %b
a:
  br label %b
b:
  %p = phi ptr [ null, %entry ], [ %raw, %a ]
  store i8 0, ptr %p
  call void @free(ptr %raw)
  ret void
}

; ... and not behind its free.
; CHECK-NEXT: function 'own_pointer_freed': 1 box, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store i8 0, ptr %p, align 1'
define void @own_pointer_freed(i1 %c) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %a, label %b
a:
  br label %b
b:
  %p = phi ptr [ null, %entry ], [ %raw, %a ]
  call void @free(ptr %raw)
  store i8 0, ptr %p
  ret void
}

!0 = !{!"buf"}
!1 = !{!"second"}

; The program frees what may be memory of its own or the object, whichever it is:
; when that runs, it is its own. flang does so with optional arguments.
; CHECK: function 'programs_own': 1 box, proven
define void @programs_own(i1 %c, i1 %is_own, ptr %own) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  %p = select i1 %is_own, ptr %own, ptr %raw
  call void @read(ptr %p)
  br i1 %c, label %mine, label %out
mine:
  call void @free(ptr %p)
  br label %out
out:
  call void @free(ptr %raw)
  ret void
}
