; Loops: a walk over the box, and a box allocated in each round.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)

; A pointer runs over the box; the free stands behind the loop.
; CHECK: function 'walk': 1 box, proven
define void @walk(ptr %end) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %loop
loop:
  %p = phi ptr [ %raw, %entry ], [ %next, %loop ]
  store i8 0, ptr %p
  %next = getelementptr i8, ptr %p, i64 1
  %c = icmp eq ptr %next, %end
  br i1 %c, label %out, label %loop
out:
  call void @free(ptr %raw)
  ret void
}

; The running pointer is freed: the start in the first round, later not.
; CHECK-NEXT: function 'walk_frees_runner': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed through a pointer that is not its start, at 'call void @free(ptr %p)'
define void @walk_frees_runner(ptr %end) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %loop
loop:
  %p = phi ptr [ %raw, %entry ], [ %next, %loop ]
  store i8 0, ptr %p
  %next = getelementptr i8, ptr %p, i64 1
  %c = icmp eq ptr %next, %end
  br i1 %c, label %out, label %loop
out:
  call void @free(ptr %p)
  ret void
}

; The free stands inside the loop.
; CHECK-NEXT: function 'free_in_loop': 1 box, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store i8 0, ptr %p, align 1'
; CHECK-NEXT: box 'buf' is freed twice, at 'call void @free(ptr %raw)'
define void @free_in_loop(ptr %end) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %loop
loop:
  %p = phi ptr [ %raw, %entry ], [ %next, %loop ]
  store i8 0, ptr %p
  %next = getelementptr i8, ptr %p, i64 1
  call void @free(ptr %raw)
  %c = icmp eq ptr %next, %end
  br i1 %c, label %out, label %loop
out:
  ret void
}

; Allocated and freed in each round.
; CHECK-NEXT: function 'each_round': 1 box, proven
define void @each_round(i1 %c) nounwind {
entry:
  br label %loop
loop:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store i8 0, ptr %raw
  call void @free(ptr %raw)
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Allocated in each round, freed behind the loop.
; CHECK-NEXT: function 'only_last_round': 1 box, not proven
; CHECK-NEXT: box 'buf' is allocated again before it is freed, at '%raw = call
define void @only_last_round(i1 %c) nounwind {
entry:
  br label %loop
loop:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store i8 0, ptr %raw
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %raw)
  ret void
}

; The box of one round is freed in the next, or behind the loop.
; CHECK-NEXT: function 'next_round': 1 box, proven
define void @next_round(i1 %c) nounwind {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %raw, %loop ]
  call void @free(ptr %old)
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store i8 0, ptr %raw
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %raw)
  ret void
}

; The same, with a look at the old box behind its free, when there is a new one.
; CHECK-NEXT: function 'next_round_stale': 1 box, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store i8 0, ptr %old, align 1'
define void @next_round_stale(i1 %c) nounwind {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %raw, %loop ]
  call void @free(ptr %old)
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store i8 0, ptr %old
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %raw)
  ret void
}

; The same, with the old box freed again when there is a new one.
; CHECK-NEXT: function 'next_round_twice': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed twice, at 'call void @free(ptr %old)'
define void @next_round_twice(i1 %c) nounwind {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %raw, %loop ]
  call void @free(ptr %old)
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %old)
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %raw)
  ret void
}

; Allocated in the first round that needs it, freed once at the end.
; CHECK-NEXT: function 'lazy': 1 box, proven
define void @lazy(i1 %c, i1 %d) nounwind {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %latch ]
  br i1 %d, label %need, label %latch
need:
  %none = icmp eq ptr %p, null
  br i1 %none, label %big, label %latch
big:
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  br label %latch
latch:
  %q = phi ptr [ %p, %loop ], [ %p, %need ], [ %raw, %big ]
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %q)
  ret void
}

; The same without the test whether it is there.
; CHECK-NEXT: function 'lazy_untested': 1 box, not proven
; CHECK-NEXT: box 'buf' is allocated again before it is freed, at '%raw = call
define void @lazy_untested(i1 %c, i1 %d) nounwind {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %latch ]
  br i1 %d, label %big, label %latch
big:
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  br label %latch
latch:
  %q = phi ptr [ %p, %loop ], [ %raw, %big ]
  br i1 %c, label %loop, label %out
out:
  call void @free(ptr %q)
  ret void
}

; A loop without an end is no way out.
; CHECK-NEXT: function 'for_ever': 1 box, proven
define void @for_ever() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br label %loop
loop:
  store volatile i8 0, ptr %raw
  br label %loop
}

!0 = !{!"buf"}
