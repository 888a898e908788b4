; Exceptions free boxes, too: calls that may throw while a box is live, and only
; those, become invokes.

; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s

declare void @throws(ptr)
declare void @quiet(ptr) nounwind
declare i32 @__gxx_personality_v0(...)

; Calls before the box is taken, and after a tail call's free, stay calls. The
; function has a personality because another one of the module has.
define void @boxed_live_region_only(i1 %c) {
; CHECK-LABEL: define void @boxed_live_region_only(
; CHECK-SAME:    personality ptr @__gxx_personality_v0
; CHECK:         call void @throws(ptr null)
; CHECK:         [[BOX:%.*]] = call ptr @malloc(
; CHECK:         call void @quiet(
; CHECK:         invoke void @throws(ptr [[BOX]])
; CHECK-NEXT:      to label %{{.*}} unwind label %offstack.unwind
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    tail call void @throws(ptr null)
; CHECK-NEXT:    ret void
; CHECK:       offstack.unwind:
; CHECK-NEXT:    [[PAD:%.*]] = landingpad { ptr, i32 }
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    resume { ptr, i32 } [[PAD]]
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr null)
  call void @quiet(ptr %buf)
  call void @throws(ptr %buf)
  tail call void @throws(ptr null)
  ret void
}

; Near miss: nothing leaves a nounwind function by unwinding.
define void @boxed_nounwind() nounwind {
; CHECK-LABEL: define void @boxed_nounwind(
; CHECK-NOT:     invoke
; CHECK:         call void @throws(
; CHECK-NOT:     landingpad
; CHECK:         ret void
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; A typed catch lets other exceptions pass without entering the pad: the cleanup
; flag makes them enter. Its own test sends them on to the resume.
define void @boxed_typed_catch() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_typed_catch(
; CHECK:       pad:
; CHECK-NEXT:    %p = landingpad { ptr, i32 }
; CHECK-NEXT:            cleanup
; CHECK-NEXT:            catch ptr @int
; CHECK:       on:
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } catch ptr @int
  %selector = extractvalue { ptr, i32 } %p, 1
  %wanted = call i32 @llvm.eh.typeid.for.p0(ptr @int)
  %matches = icmp eq i32 %selector, %wanted
  br i1 %matches, label %caught, label %on
caught:
  ret void
on:
  resume { ptr, i32 } %p
}

; Near miss: catch (...) lets nothing pass.
define void @boxed_catch_all() personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_catch_all(
; CHECK:         landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr null
; CHECK-NOT:     cleanup
; CHECK:         ret void
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  ret void
pad:
  %p = landingpad { ptr, i32 } catch ptr null
  ret void
}

; Near miss: the pad is not reached while a box is live.
define void @boxed_pad_before_the_box(i1 %c) personality ptr @__gxx_personality_v0 {
; CHECK-LABEL: define void @boxed_pad_before_the_box(
; CHECK:         landingpad { ptr, i32 }
; CHECK-NEXT:            catch ptr @int
; CHECK-NOT:     cleanup
; CHECK:         resume
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %done unwind label %pad
done:
  call void @quiet(ptr %buf)
  ret void
pad:
  %p = landingpad { ptr, i32 } catch ptr @int
  %selector = extractvalue { ptr, i32 } %p, 1
  %matches = icmp eq i32 %selector, 1
  br i1 %matches, label %caught, label %on
caught:
  ret void
on:
  resume { ptr, i32 } %p
}

; Calls at which different boxes are live share one pad: what is not live there
; is null.
define void @boxed_shared_pad(i1 %c) {
; CHECK-LABEL: define void @boxed_shared_pad(
; CHECK:       offstack.unwind:
; CHECK-NEXT:    [[TWO:%.*]] = phi ptr [ {{.*}} ], [ {{.*}} ]
; CHECK-NEXT:    landingpad
; CHECK-NEXT:      cleanup
; CHECK-NEXT:    call void @free(
; CHECK-NEXT:    call void @free(ptr [[TWO]])
; CHECK-NEXT:    resume
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 64
  call void @throws(ptr %one)
  call void @throws(ptr %two)
  ret void
}

@int = external constant ptr
