; An allocation may fail: then there is nothing to free, and nothing to use.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @__offstack_out_of_memory(ptr, i64) noreturn nounwind

; The form that the pass writes.
; CHECK: function 'tested': 1 box, proven
define void @tested() {
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  %failed = icmp eq ptr %raw, null
  br i1 %failed, label %oom, label %go
oom:
  call void @__offstack_out_of_memory(ptr null, i64 4096)
  unreachable
go:
  store i8 0, ptr %raw
  call void @free(ptr %raw)
  ret void
}

; The same test the other way round; a function that returns on failure has
; nothing to free, and may.
; CHECK-NEXT: function 'returns_on_failure': 1 box, proven
define void @returns_on_failure(i1 %c) {
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  %worked = icmp ne ptr null, %raw
  br i1 %worked, label %go, label %none
none:
  br i1 %c, label %free, label %return
free:
  call void @free(ptr %raw)
  ret void
return:
  ret void
go:
  store i8 0, ptr %raw
  call void @free(ptr %raw)
  ret void
}

; The branch is the wrong way round.
; CHECK-NEXT: function 'swapped': 1 box, not proven
; CHECK-NEXT: box 'buf' is used where its allocation failed, at 'store i8 0, ptr %raw, align 1'
define void @swapped() {
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  %failed = icmp ne ptr %raw, null
  br i1 %failed, label %oom, label %go
oom:
  call void @__offstack_out_of_memory(ptr null, i64 4096)
  unreachable
go:
  store i8 0, ptr %raw
  call void @free(ptr %raw)
  ret void
}

; Nobody looks.
; CHECK-NEXT: function 'untested': 1 box, not proven
; CHECK-NEXT: box 'buf' is used where its allocation failed, at 'store i8 0, ptr %p, align 1'
define void @untested() {
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  %p = getelementptr i8, ptr %raw, i64 8
  store i8 0, ptr %p
  call void @free(ptr %raw)
  ret void
}

; An offset from the address is tested in its place.
; CHECK-NEXT: function 'offset_tested': 1 box, not proven
; CHECK-NEXT: box 'buf' is used where its allocation failed, at 'store i8 0, ptr %raw, align 1'
define void @offset_tested() {
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  %p = getelementptr i8, ptr %raw, i64 8
  %failed = icmp eq ptr %p, null
  br i1 %failed, label %oom, label %go
oom:
  unreachable
go:
  store i8 0, ptr %raw
  call void @free(ptr %raw)
  ret void
}

; The failure is not told by another box's test.
; CHECK-NEXT: function 'other_tested': 2 boxes, not proven
; CHECK-NEXT: box 'second' is used where its allocation failed, at 'store i8 0, ptr %raw2, align 1'
define void @other_tested() {
  %raw = call ptr @malloc(i64 4096), !offstack.box !0
  %raw2 = call ptr @malloc(i64 4096), !offstack.box !1
  %failed = icmp eq ptr %raw, null
  br i1 %failed, label %oom, label %go
oom:
  unreachable
go:
  store i8 0, ptr %raw2
  call void @free(ptr %raw)
  call void @free(ptr %raw2)
  ret void
}

!0 = !{!"buf"}
!1 = !{!"second"}
