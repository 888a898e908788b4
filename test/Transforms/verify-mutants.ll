; No mutant of boxed functions gets past the verifier: neither of one with two
; boxes and two ways out, nor of one whose box is taken on one path only, nor of
; one with exceptions.

; RUN: %offstack_src/utils/mutate-frees --opt opt \
; RUN:   --plugin %offstack_pass %s | FileCheck %s
; CHECK-NOT: survived:
; CHECK: delete: 8 caught, 0 invalid, 0 survived
; CHECK-NEXT: duplicate: 8 caught, 0 invalid, 0 survived
; CHECK-NEXT: early: 8 caught, 0 invalid, 0 survived
; CHECK-NEXT: swap: 4 caught, 0 invalid, 0 survived
; CHECK-NEXT: to-box: 0 caught, 2 invalid, 0 survived
; CHECK-NEXT: to-null: 2 caught, 0 invalid, 0 survived
; CHECK-NEXT: cleanup: 1 caught, 0 invalid, 0 survived

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @__offstack_out_of_memory(ptr, i64) noreturn nounwind
declare void @use(ptr)
declare void @read(ptr) nounwind
declare i32 @__gxx_personality_v0(...)
@type = external constant ptr

define void @two_boxes(i1 %c) nounwind {
entry:
  %a = call ptr @malloc(i64 4096), !offstack.box !0
  %no_a = icmp eq ptr %a, null
  br i1 %no_a, label %oom, label %got_a
got_a:
  %b = call ptr @malloc(i64 4096), !offstack.box !1
  %no_b = icmp eq ptr %b, null
  br i1 %no_b, label %oom, label %got_b
got_b:
  call void @read(ptr %a)
  call void @read(ptr %b)
  br i1 %c, label %left, label %right
left:
  call void @free(ptr %a)
  call void @free(ptr %b)
  ret void
right:
  call void @free(ptr %b)
  call void @free(ptr %a)
  ret void
oom:
  call void @__offstack_out_of_memory(ptr null, i64 4096)
  unreachable
}

define void @one_path(i1 %c, i1 %d) nounwind {
entry:
  br i1 %c, label %big, label %join
big:
  %a = call ptr @malloc(i64 4096), !offstack.box !0
  %no_a = icmp eq ptr %a, null
  br i1 %no_a, label %oom, label %got_a
got_a:
  call void @read(ptr %a)
  br label %join
join:
  %p = phi ptr [ null, %entry ], [ %a, %got_a ]
  br i1 %d, label %left, label %right
left:
  call void @free(ptr %p)
  ret void
right:
  call void @free(ptr %p)
  ret void
oom:
  call void @__offstack_out_of_memory(ptr null, i64 4096)
  unreachable
}

define void @exceptions(i1 %match) personality ptr @__gxx_personality_v0 {
entry:
  invoke void @use(ptr null) to label %big unwind label %pad
big:
  %a = call ptr @malloc(i64 4096), !offstack.box !0
  %no_a = icmp eq ptr %a, null
  br i1 %no_a, label %oom, label %got_a
got_a:
  invoke void @use(ptr %a) to label %done unwind label %pad
done:
  call void @free(ptr %a)
  ret void
pad:
  %p = phi ptr [ null, %entry ], [ %a, %got_a ]
  %e = landingpad { ptr, i32 } cleanup catch ptr @type
  call void @free(ptr %p)
  resume { ptr, i32 } %e
oom:
  call void @__offstack_out_of_memory(ptr null, i64 4096)
  unreachable
}

!0 = !{!"a"}
!1 = !{!"b"}
