; An exception that ends the program frees nothing: noexcept and destructors
; lead to landing pads that call std::terminate.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)
declare i32 @__gxx_personality_v0(...)
declare void @__clang_call_terminate(ptr) noreturn nounwind

; CHECK-LABEL: define void @boxed_noexcept(
; CHECK:       pad:
; CHECK-NEXT:    %caught = landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr null
; CHECK-NEXT:    %exception = extractvalue
; CHECK-NEXT:    call void @__clang_call_terminate(ptr %exception)
; CHECK-NEXT:    unreachable
define void @boxed_noexcept() nounwind personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } catch ptr null
  %exception = extractvalue { ptr, i32 } %caught, 0
  call void @__clang_call_terminate(ptr %exception)
  unreachable
out:
  ret void
}

; Near miss: a cleanup, from which the exception goes on.
; CHECK-LABEL: define void @boxed_cleanup(
; CHECK:       pad:
; CHECK-NEXT:    %caught = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    resume
define void @boxed_cleanup() personality ptr @__gxx_personality_v0 {
entry:
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %out unwind label %pad
pad:
  %caught = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %caught
out:
  ret void
}
