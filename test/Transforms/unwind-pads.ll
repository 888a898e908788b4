; Landing pads in all shapes: which are entered for every exception, what is
; freed in them, and what becomes of an alloca that only they use.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s

declare void @throws(ptr)
declare void @quiet(ptr) nounwind
declare i32 @__gxx_personality_v0(...)
declare i32 @llvm.eh.typeid.for.p0(ptr)
@int = external constant ptr

; One pad for two invokes, the first before the box is taken: what is freed is
; the box or null.
define void @boxed_shared_pad() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_shared_pad(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(
; CHECK:       pad:
; CHECK-NEXT:    [[HELD:%.*]] = phi ptr {{.*}}[[BOX]]
; CHECK-NEXT:    %p = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    call void @quiet(ptr null)
; CHECK-NEXT:    call void @free(ptr [[HELD]])
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %next unwind label %pad
next:
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @quiet(ptr null)
  resume { ptr, i32 } %p
}

; A list of what may pass lets its members pass without entering the pad.
define void @boxed_filter() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_filter(
; CHECK:       pad:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:            filter [1 x ptr] [ptr @int]
; CHECK:       on:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } filter [1 x ptr] [ptr @int]
  %selector = extractvalue { ptr, i32 } %p, 1
  %violates = icmp slt i32 %selector, 0
  br i1 %violates, label %unexpected, label %on
unexpected:
  unreachable
on:
  resume { ptr, i32 } %p
}

; Near miss: the empty list lets nothing pass.
define void @boxed_empty_filter() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_empty_filter(
; CHECK:         landingpad { ptr, i32 }
; CHECK-NOT:     cleanup
; CHECK:           filter [0 x ptr] zeroinitializer
; CHECK:         unreachable
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } filter [0 x ptr] zeroinitializer
  unreachable
}

; The object is used in the pad only: taken there, behind the landingpad.
define void @boxed_in_the_pad() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_in_the_pad(
; CHECK-NOT:     call ptr @malloc(
; CHECK:         invoke void @throws(ptr null)
; CHECK:       pad:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(
; CHECK:         call void @quiet(ptr [[BOX]])
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @quiet(ptr %buf)
  resume { ptr, i32 } %p
}

; Taken in a handler, from which another exception comes.
define void @boxed_in_the_handler() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_in_the_handler(
; CHECK:       pad:
; CHECK-NEXT:    landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr null
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(
; CHECK:         invoke void @throws(ptr [[BOX]])
; CHECK-NEXT:            to label %{{.*}} unwind label %offstack.unwind
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
; CHECK:       offstack.unwind:
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } catch ptr null
  call void @throws(ptr %buf)
  ret void
}

; A phi in front of the landingpad uses the address: the box is taken before
; the first invoke.
define void @boxed_phi_before_the_landingpad() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_phi_before_the_landingpad(
; CHECK:         [[BOX:%.*]] = call ptr @malloc(
; CHECK:         invoke void @throws(ptr null)
; CHECK:       pad:
; CHECK:         %q = phi ptr [ [[BOX]], %{{.*}} ], [ null, %next ]
; CHECK:         landingpad
; CHECK:         call void @quiet(ptr %q)
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %next unwind label %pad
next:
  invoke void @throws(ptr null) to label %done unwind label %pad
done:
  ret void
pad:
  %q = phi ptr [ %buf, %0 ], [ null, %next ]
  %p = landingpad { ptr, i32 } cleanup
  call void @quiet(ptr %q)
  resume { ptr, i32 } %p
}

; A cleanup that throws: its exception goes by the box, too.
define void @boxed_cleanup_throws() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_cleanup_throws(
; CHECK:       pad:
; CHECK-NEXT:    landingpad
; CHECK-NEXT:            cleanup
; CHECK-NEXT:    invoke void @throws(ptr null)
; CHECK-NEXT:            to label %{{.*}} unwind label %offstack.unwind
; CHECK:         call void @free(
; CHECK-NEXT:    resume { ptr, i32 } %p
; CHECK:       offstack.unwind:
; CHECK:         call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } cleanup
  call void @throws(ptr null)
  resume { ptr, i32 } %p
}
