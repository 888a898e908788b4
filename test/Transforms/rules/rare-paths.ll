; The part of a rare path that holds a box becomes a function, if the common path
; would pay for the box.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   -pass-remarks=offstack -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --input-file=%t
; RUN: %offstack_src/utils/mutate-frees --opt opt --plugin %offstack_pass %t \
; RUN:   | FileCheck %s --check-prefix=MUTANTS
; MUTANTS-NOT: survived:
; MUTANTS:     {{, 0 survived$}}

; The memory for what comes out is no object of the user's: it stays, however
; small the limit is.
; RUN: %opt -passes='offstack-box<local=1;verify>,verify' -S %s \
; RUN:   | FileCheck %s --check-prefix=SMALL
; SMALL-LABEL: define i32 @boxed_with_values(
; SMALL-NEXT:    %y.loc = alloca i32, align 4, !offstack.kept
; SMALL-NOT:     @malloc
; SMALL-LABEL: define i32 @boxed_only_pad(

declare void @use(ptr) nounwind
declare i32 @get(ptr) nounwind
declare void @throws(ptr)
declare i32 @work() nounwind
declare void @llvm.lifetime.start.p0(ptr nocapture)
declare void @llvm.lifetime.end.p0(ptr nocapture)
declare void @llvm.assume(i1)
declare i32 @__gxx_personality_v0(...)

; One remark for an object, in the function that the user wrote.
; REMARK-COUNT-14: (8192 bytes) is boxed: over the limit of 4 KiB
; REMARK-NOT:     is boxed

; The function goes on: no register holds the address there.
; CHECK-LABEL: define i32 @boxed_goes_on(
; CHECK-NEXT:    %x = call i32 @work()
; CHECK-NEXT:    br i1 %a, label %rare, label %join
; CHECK:       rare:
; CHECK-NEXT:    call void @boxed_goes_on.cold()
; CHECK-NEXT:    br label %join
; CHECK:       join:
; CHECK-NEXT:    ret i32 %x
; CHECK-NEXT:  }
define i32 @boxed_goes_on(i1 %a) nounwind {
  %error = alloca [8192 x i8], align 16
  %x = call i32 @work()
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  ret i32 %x
}

; Values go in by arguments, and come out by memory of the frame.
; CHECK-LABEL: define i32 @boxed_with_values(
; CHECK:         call void @boxed_with_values.cold(i32 %x, ptr %[[OUT:.*]])
; CHECK-NEXT:    %[[RELOAD:.*]] = load i32, ptr %[[OUT]]
; CHECK:       join:
; CHECK-NEXT:    phi i32 [ %x, %0 ], [ %[[RELOAD]],
define i32 @boxed_with_values(i1 %a) nounwind {
  %error = alloca [8192 x i8], align 16
  %x = call i32 @work()
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  store i32 %x, ptr %error
  %y = call i32 @get(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  %z = phi i32 [ %x, %0 ], [ %y, %rare ]
  ret i32 %z
}

; Only the box needs a landing pad.
; CHECK-LABEL: define i32 @boxed_only_pad(
; CHECK-NOT:     landingpad
; CHECK:         call void @boxed_only_pad.cold()
; CHECK-NOT:     landingpad
; CHECK:       ret i32 0
define i32 @boxed_only_pad(i1 %a) personality ptr @__gxx_personality_v0 {
  %error = alloca [8192 x i8], align 16
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @throws(ptr %error)
  ret i32 1
join:
  ret i32 0
}

; An object that lives in one round of a loop.
; CHECK-LABEL: define void @boxed_in_round(
; CHECK-NEXT:    br label %loop
; CHECK:       loop:
; CHECK-NEXT:    br i1 %a, label %rare, label %latch
; CHECK:       rare:
; CHECK-NEXT:    call void @boxed_in_round.cold()
; CHECK-NEXT:    br label %latch
; CHECK:       latch:
; CHECK-NEXT:    br i1 %c, label %loop, label %out
; CHECK:       out:
; CHECK-NEXT:    ret void
define void @boxed_in_round(i1 %a, i1 %c) nounwind {
  %error = alloca [8192 x i8], align 16
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

; An assumption is the first to name the object. It goes, the object does not.
; CHECK-LABEL: define i32 @boxed_assumed(
; CHECK-NOT:     alloca
; CHECK:         call void @boxed_assumed.cold()
; CHECK:       ret i32 %x
define i32 @boxed_assumed(i1 %a) nounwind {
  %error = alloca [8192 x i8], align 16
  %more = alloca [8192 x i8], align 16
  %x = call i32 @work()
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @llvm.assume(i1 true) [ "align"(ptr %error, i64 16) ]
  call void @use(ptr %error)
  call void @llvm.lifetime.start.p0(ptr %more)
  call void @llvm.assume(i1 true) [ "align"(ptr %more, i64 16) ]
  call void @use(ptr %more)
  call void @llvm.lifetime.end.p0(ptr %more)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  ret i32 %x
}

; Two lives, as of a loop that is unrolled, are two objects.
; CHECK-LABEL: define void @boxed_two_lives(
; CHECK-NOT:     alloca
; CHECK:         call void @boxed_two_lives.cold{{[.0-9]*}}()
; CHECK:         call void @boxed_two_lives.cold{{[.0-9]*}}()
; CHECK:       ret void
define void @boxed_two_lives(i1 %a, i1 %c) nounwind {
  %error = alloca [8192 x i8], align 16
  br i1 %a, label %first, label %next, !prof !0
first:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %next
next:
  %x = call i32 @work()
  br i1 %c, label %second, label %out, !prof !0
second:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %out
out:
  ret void
}

; An address that comes from another life is one of the whole.
; CHECK-LABEL: define void @boxed_address_before(
; CHECK-NOT:     .cold
; CHECK:         call void @use(ptr %{{.*}})
; CHECK-NOT:     .cold
; CHECK:       ret void
define void @boxed_address_before(i1 %a, i1 %c) nounwind {
  %error = alloca [8192 x i8], align 16
  br label %loop
loop:
  %known = phi ptr [ null, %0 ], [ %address, %latch ]
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %known)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %latch
latch:
  %address = phi ptr [ %known, %loop ], [ %error, %rare ]
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Without a life of its own in each round, what is in it may be there in the next.
; CHECK-LABEL: define void @boxed_through_loop(
; CHECK-NOT:     .cold
; CHECK:         call void @use(
; CHECK-NOT:     .cold
; CHECK:       ret void
define void @boxed_through_loop(i1 %a, i1 %c) nounwind {
  %error = alloca [8192 x i8], align 16
  br label %loop
loop:
  br i1 %a, label %rare, label %latch, !prof !0
rare:
  call void @use(ptr %error)
  br label %latch
latch:
  br i1 %c, label %loop, label %out
out:
  ret void
}

; A path that many calls take.
; CHECK-LABEL: define i32 @boxed_common(
; CHECK-NOT:     .cold
; CHECK:         call void @use(
; CHECK-NOT:     .cold
; CHECK:       ret i32 %x
define i32 @boxed_common(i1 %a) nounwind {
  %error = alloca [8192 x i8], align 16
  %x = call i32 @work()
  br i1 %a, label %rare, label %join
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %error)
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  ret i32 %x
}

; The address of the frame would be that of another.
; CHECK-LABEL: define i32 @boxed_frame(
; CHECK-NOT:     .cold
; CHECK:         call ptr @llvm.frameaddress.p0(
; CHECK-NOT:     .cold
; CHECK:       ret i32 %x
define i32 @boxed_frame(i1 %a) nounwind {
  %error = alloca [8192 x i8], align 16
  %x = call i32 @work()
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  call void @use(ptr %error)
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  store ptr %frame, ptr %error
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  ret i32 %x
}

; An exception that the rest of the function catches.
; CHECK-LABEL: define i32 @boxed_caught(
; CHECK-NOT:     .cold
; CHECK:         invoke void @throws(
; CHECK-NOT:     .cold
; CHECK:       ret i32 2
define i32 @boxed_caught(i1 %a) personality ptr @__gxx_personality_v0 {
  %error = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %next unwind label %pad
next:
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  invoke void @throws(ptr %error) to label %end unwind label %pad
end:
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  ret i32 0
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  ret i32 2
}

; An exception that arrives on the path and is passed on behind it: code generation
; would take that for unreachable.
; CHECK-LABEL: define i32 @boxed_passed_on(
; CHECK-NOT:     .cold
; CHECK:         invoke void @throws(
; CHECK-NOT:     .cold
; CHECK:       resume
define i32 @boxed_passed_on(i1 %a) personality ptr @__gxx_personality_v0 {
  %error = alloca [8192 x i8], align 16
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @llvm.lifetime.start.p0(ptr %error)
  invoke void @throws(ptr %error) to label %end unwind label %pad
end:
  call void @llvm.lifetime.end.p0(ptr %error)
  br label %join
join:
  ret i32 0
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @llvm.lifetime.end.p0(ptr %error)
  %x = call i32 @work()
  resume { ptr, i32 } %e
}

; One that arrived before.
; CHECK-LABEL: define i32 @boxed_arrived_before(
; CHECK-NOT:     .cold
; CHECK:         invoke void @throws(
; CHECK-NOT:     .cold
; CHECK:       resume
define i32 @boxed_arrived_before(i1 %a)
    personality ptr @__gxx_personality_v0 {
  %error = alloca [8192 x i8], align 16
  invoke void @throws(ptr null) to label %join unwind label %pad
join:
  ret i32 0
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  br i1 %a, label %rare, label %join, !prof !0
rare:
  call void @use(ptr %error)
  %x = call i32 @work()
  %more = icmp eq i32 %x, 0
  br i1 %more, label %on, label %out
on:
  call void @use(ptr %error)
  br label %join
out:
  call void @use(ptr %error)
  resume { ptr, i32 } %e
}

; What is moved comes last.
; CHECK-LABEL: define internal void @boxed_goes_on.cold()
; CHECK-SAME:    #[[COLD:.*]] {
; CHECK:         %error.box = call ptr @malloc(i64 8192)
; CHECK:         call void @use(ptr %error.box)
; CHECK:         call void @free(ptr %error.box)
; CHECK-LABEL: define internal void @boxed_with_values.cold(i32 %x, ptr %y.out)
; CHECK:         store i32 %x, ptr %error.box
; CHECK:         call void @free(ptr %error.box)
; CHECK-LABEL: define internal void @boxed_only_pad.cold()
; CHECK-SAME:    personality ptr @__gxx_personality_v0
; CHECK:         invoke void @throws(ptr %error.box)
; CHECK:         landingpad
; CHECK:         call void @free(ptr %error.box)
; CHECK-LABEL: define internal void @boxed_in_round.cold()
; CHECK:         call void @free(ptr %error.box)
; CHECK:       attributes #[[COLD]] = {{{.*}}cold{{.*}}noinline

!0 = !{!"branch_weights", i32 1, i32 2000}
