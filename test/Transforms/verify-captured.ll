; Once the address of a box got out, memory that an instruction does not
; identify may be the box: after the free, that is wrong.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @keep(ptr) nounwind
declare void @read(ptr captures(none)) nounwind
declare void @callee() nounwind
declare i64 @pure(i64) nounwind memory(none)
@global = global ptr null

; A callee may have kept the address; the free is the last that happens.
; CHECK: function 'right': 1 box, proven
define void @right() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @keep(ptr %raw)
  call void @callee()
  call void @free(ptr %raw)
  ret void
}

; Another callee may use what the first one kept.
; CHECK-NEXT: function 'call_after_free': 1 box, not proven
; CHECK-NEXT: box 'buf' may be used after it is freed: its address is known elsewhere, at 'call void @callee()'
define void @call_after_free() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @keep(ptr %raw)
  call void @free(ptr %raw)
  call void @callee()
  ret void
}

; The first callee kept nothing.
; CHECK-NEXT: function 'not_captured': 1 box, proven
define void @not_captured(ptr %unknown) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @read(ptr %raw)
  call void @free(ptr %raw)
  call void @callee()
  store i8 0, ptr %unknown
  ret void
}

; The slot for debuggers is read by nobody else.
; CHECK-NEXT: function 'slot': 1 box, proven
define void @slot() nounwind {
  %slot = alloca ptr, !offstack.slot !1
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %raw, ptr %slot
  call void @free(ptr %raw)
  call void @callee()
  ret void
}

; A variable of the program is.
; CHECK-NEXT: function 'variable': 1 box, not proven
; CHECK-NEXT: box 'buf' may be used after it is freed: its address is known elsewhere, at '%v = load i8, ptr %p, align 1'
define i8 @variable() nounwind {
  %variable = alloca ptr
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %raw, ptr %variable
  call void @free(ptr %raw)
  %p = load ptr, ptr %variable
  %v = load i8, ptr %p
  ret i8 %v
}

; Other objects are not the box: a local, a global, another box.
; CHECK-NEXT: function 'identified': 2 boxes, proven
define i64 @identified() nounwind {
  %local = alloca ptr
  %raw2 = call nonnull ptr @malloc(i64 4096), !offstack.box !2
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %raw, ptr @global
  call void @free(ptr %raw)
  store ptr null, ptr @global
  %p = getelementptr i8, ptr %raw2, i64 8
  call void @llvm.memset.p0.i64(ptr %p, i8 0, i64 8, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr %local, ptr %p, i64 8, i1 false)
  %old = atomicrmw add ptr %local, i64 1 seq_cst
  %pair = cmpxchg ptr %local, i64 0, i64 1 seq_cst seq_cst
  call void @free(ptr %raw2)
  %n = call i64 @pure(i64 %old)
  ret i64 %n
}

; A copy out of something unknown.
; CHECK-NEXT: function 'unknown_copy': 1 box, not proven
; CHECK-NEXT: box 'buf' may be used after it is freed: its address is known elsewhere, at 'call void @llvm.memcpy
define void @unknown_copy(ptr %unknown) nounwind {
  %local = alloca i64
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store ptr %raw, ptr @global
  call void @free(ptr %raw)
  call void @llvm.memcpy.p0.p0.i64(ptr %local, ptr %unknown, i64 8, i1 false)
  ret void
}

; A tail call promises not to look at the caller's locals, which the box was.
; CHECK-NEXT: function 'tail_call': 1 box, proven
define void @tail_call() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @keep(ptr %raw)
  call void @free(ptr %raw)
  tail call void @callee()
  ret void
}

; The address leaves as a number.
; CHECK-NEXT: function 'number': 1 box, not proven
; CHECK-NEXT: box 'buf' may be used after it is freed: its address is known elsewhere, at 'call void @callee()'
define void @number() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %n = ptrtoint ptr %raw to i64
  %m = mul i64 %n, 2
  call void @free(ptr %raw)
  call void @callee()
  ret void
}

; It leaves by one of two pointers, found through a phi.
; CHECK-NEXT: function 'captured_phi': 1 box, not proven
; CHECK-NEXT: box 'buf' may be used after it is freed: its address is known elsewhere, at 'call void @callee()'
define void @captured_phi(i1 %c, ptr %other) nounwind {
entry:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  br i1 %c, label %a, label %b
a:
  br label %b
b:
  %p = phi ptr [ %other, %entry ], [ %raw, %a ]
  store ptr %p, ptr @global
  call void @free(ptr %raw)
  br label %out
out:
  call void @callee()
  ret void
}

; To hand out the address of a freed box is a use.
; CHECK-NEXT: function 'late_store': 1 box, not proven
; CHECK-NEXT: box 'buf' is used after it is freed, at 'store ptr %raw, ptr @global, align 8'
define void @late_store() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  store ptr %raw, ptr @global
  ret void
}

; To return it is not: the stack's address dangled there before.
; CHECK-NEXT: function 'returned': 1 box, proven
define ptr @returned() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @free(ptr %raw)
  ret ptr %raw
}

; A handler that starts behind the free may be told of the box.
; CHECK-NEXT: function 'handler': 1 box, not proven
; CHECK-NEXT: box 'buf' may be used after it is freed: its address is known elsewhere, at '%x = call ptr @__cxa_begin_catch
define void @handler() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw(ptr %raw) to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  %o = extractvalue { ptr, i32 } %e, 0
  call void @free(ptr %raw)
  %x = call ptr @__cxa_begin_catch(ptr %o)
  ret void
}

declare void @may_throw(ptr)
declare ptr @__cxa_begin_catch(ptr) nounwind
declare i32 @__gxx_personality_v0(...)

!0 = !{!"buf"}
!1 = !{}
!2 = !{!"second"}
