; A box is freed exactly once on every way out, and not used after. The
; allocations are marked nonnull here; verify-null.ll is about the null test.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @read(ptr captures(none)) nounwind
declare void @exit(i32) noreturn
declare void @abort() noreturn nounwind

; Nothing to prove.
; CHECK: function 'no_box': 0 boxes, proven
define void @no_box() {
  ret void
}

; One way out.
; CHECK-NEXT: function 'right': 1 box, proven
define i8 @right(i64 %i) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  %p = getelementptr i8, ptr %raw, i64 %i
  %v = load i8, ptr %p
  call void @free(ptr %raw)
  ret i8 %v
}

; The free is missing.
; CHECK-NEXT: function 'free_deleted': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret i8 %v'
define i8 @free_deleted(i64 %i) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  %p = getelementptr i8, ptr %raw, i64 %i
  %v = load i8, ptr %p
  ret i8 %v
}

; The free stands twice.
; CHECK-NEXT: function 'free_duplicated': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed twice, at 'call void @free(ptr %raw)'
define void @free_duplicated() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  call void @free(ptr %raw)
  ret void
}

; The free stands before a load, a store and a call that need the box.
; CHECK-NEXT: function 'free_before_use': 1 box, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'call void @read(ptr %raw)'
; CHECK-NEXT: box 'buf' is used after it is freed, at '%v = load i8, ptr %p, align 1'
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store i8 0, ptr %raw, align 1'
define i8 @free_before_use(i64 %i) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  call void @read(ptr %raw)
  %p = getelementptr i8, ptr %raw, i64 %i
  %v = load i8, ptr %p
  store i8 0, ptr %raw
  ret i8 %v
}

; An address may be computed and compared, though not followed, after the free.
; CHECK-NEXT: function 'compute_after_free': 1 box, proven
define i1 @compute_after_free(ptr %other) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  %p = getelementptr i8, ptr %raw, i64 8
  %c = icmp eq ptr %p, %other
  ret i1 %c
}

; A free on either branch.
; CHECK-NEXT: function 'two_exits': 1 box, proven
define void @two_exits(i1 %c) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %a, label %b
a:
  call void @free(ptr %raw)
  ret void
b:
  call void @free(ptr %raw)
  ret void
}

; A free on one branch only, and both leave by the same return.
; CHECK-NEXT: function 'one_branch_only': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @one_branch_only(i1 %c) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %a, label %b
a:
  call void @free(ptr %raw)
  br label %b
b:
  ret void
}

; A free on one branch and another behind both.
; CHECK-NEXT: function 'branch_and_join': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed twice, at 'call void @free(ptr %raw)'
define void @branch_and_join(i1 %c) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %a, label %b
a:
  call void @free(ptr %raw)
  br label %b
b:
  call void @free(ptr %raw)
  ret void
}

; Another pointer than the one that malloc returned.
; CHECK-NEXT: function 'free_of_inside': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed through a pointer that is not its start, at 'call void @free(ptr %p)'
define void @free_of_inside() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %p = getelementptr i8, ptr %raw, i64 16
  call void @free(ptr %p)
  ret void
}

; An over-aligned box is used through the aligned address, freed through its
; own; both ways to align are understood, and the slot is for debuggers only.
; CHECK-NEXT: function 'aligned': 1 box, proven
define void @aligned() nounwind {
  %slot = alloca ptr, !offstack.slot !2
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %up = getelementptr i8, ptr %raw, i64 63
  %a = call ptr @llvm.ptrmask.p0.i64(ptr %up, i64 -64)
  store ptr %a, ptr %slot
  store i8 0, ptr %a
  %n = ptrtoint ptr %raw to i64
  %m = add i64 %n, 63
  %k = and i64 %m, -64
  %b = inttoptr i64 %k to ptr
  store i8 0, ptr %b
  call void @free(ptr %raw)
  ret void
}

; The aligned address is freed, and the other one used after.
; CHECK-NEXT: function 'free_of_aligned': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed through a pointer that is not its start, at 'call void @free(ptr %a)'
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store i8 0, ptr %b, align 1'
define void @free_of_aligned() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %up = getelementptr i8, ptr %raw, i64 63
  %a = call ptr @llvm.ptrmask.p0.i64(ptr %up, i64 -64)
  %n = ptrtoint ptr %raw to i64
  %m = add i64 %n, 63
  %k = and i64 %m, -64
  %b = inttoptr i64 %k to ptr
  call void @free(ptr %a)
  store i8 0, ptr %b
  ret void
}

; Two boxes, freed in either order.
; CHECK-NEXT: function 'two_boxes': 2 boxes, proven
define void @two_boxes(i1 %c) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %raw2 = call nonnull ptr @malloc(i64 4096), !offstack.box !1
  call void @llvm.memcpy.p0.p0.i64(ptr %raw, ptr %raw2, i64 9, i1 false)
  br i1 %c, label %a, label %b
a:
  call void @free(ptr %raw)
  call void @free(ptr %raw2)
  ret void
b:
  call void @free(ptr %raw2)
  call void @free(ptr %raw)
  ret void
}

; One of them is freed in the place of the other.
; CHECK-NEXT: function 'other_box': 2 boxes, not proven
; CHECK-NEXT: box 'second' is freed twice, at 'call void @free(ptr %raw2)'
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @other_box() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %raw2 = call nonnull ptr @malloc(i64 4096), !offstack.box !1
  call void @free(ptr %raw2)
  call void @free(ptr %raw2)
  ret void
}

; The first is freed before the copy that reads the second into it.
; CHECK-NEXT: function 'copy_after_free': 2 boxes, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'call void @llvm.memcpy
define void @copy_after_free() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %raw2 = call nonnull ptr @malloc(i64 4096), !offstack.box !1
  call void @free(ptr %raw)
  call void @llvm.memcpy.p0.p0.i64(ptr %raw, ptr %raw2, i64 9, i1 false)
  call void @free(ptr %raw2)
  ret void
}

; Nobody comes out of an abort, so nothing has to be freed.
; CHECK-NEXT: function 'no_way_out': 1 box, proven
define void @no_way_out() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @abort()
  unreachable
}

; A function that does not return may throw all the same.
; CHECK-NEXT: function 'exit_may_throw': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when this call unwinds, at 'call void @exit(i32 1)'
define void @exit_may_throw() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @exit(i32 1)
  unreachable
}

; The box is freed before a call that replaces the frame.
; CHECK-NEXT: function 'musttail': 1 box, proven
define void @musttail() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  musttail call void @no_way_out()
  ret void
}

; It is not.
; CHECK-NEXT: function 'musttail_live': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'ret void'
define void @musttail_live() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  musttail call void @no_way_out()
  ret void
}

; A free is a free under -fno-builtin as well.
; CHECK-NEXT: function 'no_builtins': 1 box, proven
define void @no_builtins() nounwind "no-builtins" {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw) nobuiltin
  ret void
}

; A block that is never reached frees nothing twice.
; CHECK-NEXT: function 'unreachable_free': 1 box, proven
define void @unreachable_free() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  ret void
never:
  call void @free(ptr %raw)
  ret void
}

; A box whose variable has no name, allocated in a way that is not understood.
; CHECK-NEXT: function 'invoked_allocation': 1 box, not proven
; CHECK-NEXT: unnamed box is not allocated by a call, at '%raw = invoke
define void @invoked_allocation() personality ptr @personality {
  %raw = invoke ptr @malloc(i64 4096) to label %a unwind label %pad,
    !offstack.box !2
a:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare i32 @personality(...)

!0 = !{!"buf"}
!1 = !{!"second"}
!2 = !{}
