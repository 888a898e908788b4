; An exception is a way out, too.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @may_throw()
declare void @cannot_throw() nounwind
declare void @__cxa_throw(ptr, ptr, ptr) noreturn
declare ptr @__cxa_begin_catch(ptr) nounwind
declare i32 @__gxx_personality_v0(...)
@type = external constant ptr

; The box is freed on unwinding as well.
; CHECK: function 'right': 1 box, proven
define void @right() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
}

; A call in the place of the invoke.
; CHECK-NEXT: function 'call_for_invoke': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when this call unwinds, at 'call void @may_throw()'
define void @call_for_invoke() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @may_throw()
  call void @free(ptr %raw)
  ret void
}

; Each such call is a way out of its own.
; CHECK-NEXT: function 'two_calls': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when this call unwinds, at 'call void @may_throw()'
; CHECK-NEXT: box 'buf' leaks when this call unwinds, at 'call void @__cxa_throw
define void @two_calls() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @may_throw()
  store i8 0, ptr %raw
  call void @__cxa_throw(ptr null, ptr null, ptr null)
  unreachable
}

; Where the box is not live, calls may throw as they like.
; CHECK-NEXT: function 'calls_around': 1 box, proven
define void @calls_around() {
  call void @may_throw()
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  store i8 0, ptr %raw
  call void @cannot_throw()
  call void @free(ptr %raw)
  call void @may_throw()
  ret void
}

; Nothing comes out of a function that cannot throw.
; CHECK-NEXT: function 'nounwind_function': 1 box, proven
define void @nounwind_function() nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void @may_throw()
  call void @free(ptr %raw)
  ret void
}

; The landing pad forgets to free.
; CHECK-NEXT: function 'pad_without_free': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'resume { ptr, i32 } %e'
define void @pad_without_free() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; The exception is caught, and another one leaves by the cleanup.
; CHECK-NEXT: function 'typed_catch': 1 box, proven
define void @typed_catch(i1 %match) personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup catch ptr @type
  br i1 %match, label %ok, label %on
on:
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
}

; The pad is not entered for an exception of another type: the free that stands
; there does not help.
; CHECK-NEXT: function 'cleanup_missing': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when an exception passes this call's landing pad, at 'invoke void @may_throw()
define void @cleanup_missing(i1 %match) personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr @type
  br i1 %match, label %ok, label %on
on:
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
}

; Nor for one that the filter lets pass, except when it lets nothing pass.
; CHECK-NEXT: function 'filter': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when an exception passes this call's landing pad, at 'invoke void @may_throw()
define void @filter() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } filter [1 x ptr] [ptr @type]
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
}

; CHECK-NEXT: function 'filter_of_nothing': 1 box, proven
define void @filter_of_nothing() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } filter [0 x ptr] zeroinitializer
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
}

; A pad that catches everything needs no cleanup flag.
; CHECK-NEXT: function 'catch_all': 1 box, proven
define void @catch_all() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr @type catch ptr null
  br label %ok
}

; Nobody passes the pad of an invoke that cannot throw, or where no box is live.
; CHECK-NEXT: function 'pads_that_matter_not': 1 box, proven
define void @pads_that_matter_not() personality ptr @__gxx_personality_v0 {
  invoke void @may_throw() to label %next unwind label %pad
next:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @cannot_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %box = phi ptr [ null, %0 ], [ %raw, %next ]
  %e = landingpad { ptr, i32 } catch ptr @type
  call void @free(ptr %box)
  resume { ptr, i32 } %e
}

; A pad shared by calls with and without the box frees a phi ...
; CHECK-NEXT: function 'shared_pad': 1 box, proven
define void @shared_pad() personality ptr @__gxx_personality_v0 {
  invoke void @may_throw() to label %next unwind label %pad
next:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %box = phi ptr [ null, %0 ], [ %raw, %next ]
  %e = landingpad { ptr, i32 } cleanup
  call void @free(ptr %box)
  resume { ptr, i32 } %e
}

; ... which must know the box.
; CHECK-NEXT: function 'shared_pad_null': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'resume { ptr, i32 } %e'
define void @shared_pad_null() personality ptr @__gxx_personality_v0 {
  invoke void @may_throw() to label %next unwind label %pad
next:
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %box = phi ptr [ null, %0 ], [ null, %next ]
  %e = landingpad { ptr, i32 } cleanup
  call void @free(ptr %box)
  resume { ptr, i32 } %e
}

; The free in the pad comes too early: a cleanup that may throw itself follows,
; which frees again.
; CHECK-NEXT: function 'nested_cleanup': 1 box, not proven
; CHECK-NEXT: box 'buf' is freed twice, at 'call void @free(ptr %raw)'
define void @nested_cleanup() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @free(ptr %raw)
  invoke void @may_throw() to label %on unwind label %pad2
on:
  resume { ptr, i32 } %e
pad2:
  %e2 = landingpad { ptr, i32 } cleanup
  call void @free(ptr %raw)
  resume { ptr, i32 } %e2
}

; It comes last on either way.
; CHECK-NEXT: function 'nested_cleanup_right': 1 box, proven
define void @nested_cleanup_right() personality ptr @__gxx_personality_v0 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  invoke void @may_throw() to label %on unwind label %pad2
on:
  call void @free(ptr %raw)
  resume { ptr, i32 } %e
pad2:
  %e2 = landingpad { ptr, i32 } cleanup
  call void @free(ptr %raw)
  resume { ptr, i32 } %e2
}

; Funclets: leaving a cleanup for the caller is a way out.
; CHECK-NEXT: function 'funclet': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at 'cleanupret from %c unwind to caller'
define void @funclet() personality ptr @__CxxFrameHandler3 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %c = cleanuppad within none []
  cleanupret from %c unwind to caller
}

; So is a catchswitch that does not match.
; CHECK-NEXT: function 'funclet_catch': 1 box, not proven
; CHECK-NEXT: box 'buf' is not freed on this way out, at '%s = catchswitch
define void @funclet_catch() personality ptr @__CxxFrameHandler3 {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  invoke void @may_throw() to label %ok unwind label %pad
ok:
  call void @free(ptr %raw)
  ret void
pad:
  %s = catchswitch within none [label %handler] unwind to caller
handler:
  %c = catchpad within %s [ptr null, i32 64, ptr null]
  catchret from %c to label %ok
}

; Inline assembly throws only when it says so.
; CHECK-NEXT: function 'assembly': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when this call unwinds, at 'call void asm sideeffect unwind
define void @assembly() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void asm sideeffect "nop", ""()
  call void asm sideeffect unwind "call may_throw", ""()
  call void @free(ptr %raw)
  ret void
}

; A stack map is no code.
; CHECK-NEXT: function 'stack_map': 1 box, proven
define void @stack_map() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void (i64, i32, ...) @llvm.experimental.stackmap(i64 1, i32 0)
  call void @free(ptr %raw)
  ret void
}

; A patch point may become a call.
; CHECK-NEXT: function 'patch_point': 1 box, not proven
; CHECK-NEXT: box 'buf' leaks when this call unwinds, at 'call void (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint
define void @patch_point() {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  call void (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.void(i64 2, i32 16, ptr null, i32 0)
  call void @free(ptr %raw)
  ret void
}

declare i32 @__CxxFrameHandler3(...)

!0 = !{!"buf"}
