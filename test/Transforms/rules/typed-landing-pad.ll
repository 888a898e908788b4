; An exception that no clause of a landing pad names passes it by, with the box.
; The pad becomes a cleanup, which every exception enters. Its own test sends
; the others on.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)
declare i32 @__gxx_personality_v0(...)
declare i32 @llvm.eh.typeid.for.p0(ptr)
@int = external constant ptr

; CHECK-LABEL: define void @boxed_typed_catch(
; CHECK:       pad:
; CHECK-NEXT:    %caught = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:            catch ptr @int
; CHECK:       others:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    resume
define void @boxed_typed_catch() personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } catch ptr @int
  %selector = extractvalue { ptr, i32 } %caught, 1
  %int = call i32 @llvm.eh.typeid.for.p0(ptr @int)
  %matches = icmp eq i32 %selector, %int
  br i1 %matches, label %out, label %others
others:
  resume { ptr, i32 } %caught
out:
  ret void
}

; Near miss: no box is held at this invoke.
; CHECK-LABEL: define void @boxed_behind_the_catch(
; CHECK:       pad:
; CHECK-NEXT:    %caught = landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr @int
; CHECK:       others:
; CHECK-NEXT:    resume
define void @boxed_behind_the_catch() personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } catch ptr @int
  %selector = extractvalue { ptr, i32 } %caught, 1
  %int = call i32 @llvm.eh.typeid.for.p0(ptr @int)
  %matches = icmp eq i32 %selector, %int
  br i1 %matches, label %out, label %others
others:
  resume { ptr, i32 } %caught
out:
  store volatile i8 0, ptr %buf
  ret void
}
