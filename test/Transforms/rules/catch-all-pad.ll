; Every exception enters a landing pad that catches all, or that lets none pass:
; it needs no cleanup flag.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)
declare i32 @__gxx_personality_v0(...)
@int = external constant ptr

; CHECK-LABEL: define void @boxed_catch_all(
; CHECK:       pad:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr null
; CHECK-NEXT:    br label %out
; CHECK:       out:
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_catch_all() personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } catch ptr null
  br label %out
out:
  ret void
}

; An exception specification that allows none: `throw()` of C++98.
; CHECK-LABEL: define void @boxed_empty_filter(
; CHECK:       pad:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:            filter [0 x ptr]
; CHECK-NEXT:    br label %out
define void @boxed_empty_filter() personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } filter [0 x ptr] zeroinitializer
  br label %out
out:
  ret void
}

; Near miss: one type, and no test of which exception it is. There is no way to
; let others enter: see the hazard non-selecting-landing-pad.
; CHECK-LABEL: define void @kept_catch_one(
; CHECK:         %buf = alloca
; CHECK:       pad:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr @int
define void @kept_catch_one() personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } catch ptr @int
  br label %out
out:
  ret void
}
