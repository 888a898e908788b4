; What the user asked to box is boxed whatever its size, also where a hazard says
; who must not allocate. Where it cannot be boxed, that is a warning.

; RUN: %opt -passes='offstack-box<verify>' -pass-remarks=offstack -S %s -o %t \
; RUN:   2>&1 | FileCheck %s --check-prefix=TOLD --implicit-check-not=warning
; RUN: FileCheck %s --input-file=%t

; It can be turned off by its name.
; RUN: %opt -passes='offstack-box<disable=box-impossible>' -S %s -o /dev/null \
; RUN:   2>&1 | count 0

declare void @use(ptr)
declare i32 @vfork_like(ptr) returns_twice
declare ptr @signal(i32, ptr)

; TOLD: 'small' (8 bytes) is boxed: the user asked for it (offstack-boxed)
; CHECK-LABEL: define void @object(
; CHECK: %small.box = call ptr @malloc(i64 8)
; CHECK-NOT: call ptr @malloc(
define void @object() {
  %small = alloca i64, !offstack.user !0
  %other = alloca i64
  call void @use(ptr %small)
  call void @use(ptr %other)
  ret void
}

; An empty object needs no box.
; CHECK-LABEL: define void @empty(
; CHECK-NOT: call ptr @malloc(
define void @empty() {
  %nothing = alloca {}, !offstack.user !0
  call void @use(ptr %nothing)
  ret void
}

; A function's request is about what is worth a box: one cache line or more.
; CHECK-LABEL: define void @whole_function(
; CHECK: %line.box = call ptr @malloc(i64 64)
; CHECK-NOT: call ptr @malloc(
define void @whole_function() "offstack-box" {
  %line = alloca [64 x i8]
  %less = alloca [63 x i8]
  call void @use(ptr %line)
  call void @use(ptr %less)
  ret void
}

; CHECK-LABEL: define void @handler(
; CHECK: %asked.box = call ptr @malloc(
; CHECK-NOT: call ptr @malloc(
define void @handler(i32 %signal) {
  %asked = alloca [64 x i8], !offstack.user !0
  %unasked = alloca [1048576 x i8]
  call void @use(ptr %asked)
  call void @use(ptr %unasked)
  ret void
}

define void @install() {
  %1 = call ptr @signal(i32 15, ptr @handler)
  ret void
}

; CHECK-LABEL: define void @realtime(
; CHECK: %asked.box = call ptr @malloc(
define void @realtime() sanitize_realtime {
  %asked = alloca [64 x i8], !offstack.user !0
  call void @use(ptr %asked)
  ret void
}

; CHECK-LABEL: define void @interrupt(
; CHECK: %asked.box = call ptr @malloc(
define void @interrupt() "interrupt" {
  %asked = alloca [64 x i8], !offstack.user !0
  call void @use(ptr %asked)
  ret void
}

; CHECK-LABEL: define void @early(
; CHECK: %asked.box = call ptr @malloc(
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 50, ptr @early, ptr null }]
define void @early() {
  %asked = alloca [64 x i8], !offstack.user !0
  call void @use(ptr %asked)
  ret void
}

; An allocator other than malloc's.
; CHECK-LABEL: define ptr @pool_allocate(
; CHECK: %asked.box = call ptr @malloc(
define ptr @pool_allocate() "alloc-family"="pool" {
  %asked = alloca [64 x i8], !offstack.user !0
  call void @use(ptr %asked)
  ret ptr null
}

; What is wrong stays wrong, in a handler too.
; TOLD: warning: {{.*}}offstack: 'asked' stays on the stack although a box is asked for: the function calls one that can return twice{{.*}} (call to 'vfork_like') (offstack-returns-twice) (offstack-box-impossible)
; CHECK-LABEL: define void @impossible(
; CHECK-NOT: call ptr @malloc(
define void @impossible(ptr %buffer) sanitize_realtime {
  %asked = alloca [64 x i8], !offstack.user !0
  %1 = call i32 @vfork_like(ptr %buffer)
  call void @use(ptr %asked)
  ret void
}

; So does what is wrong with the object.
; TOLD: warning: {{.*}}offstack: 'asked' stays on the stack although a box is asked for: another function finds it by its place in the frame (llvm.localescape) (call to 'llvm.localescape') (offstack-local-escape) (offstack-box-impossible)
; CHECK-LABEL: define void @impossible_object(
; CHECK-NOT: call ptr @malloc(
define void @impossible_object() {
  %asked = alloca [64 x i8], !offstack.user !0
  call void (...) @llvm.localescape(ptr %asked)
  ret void
}

; In a loop each round has a box: none stays on the stack.
; CHECK-LABEL: define void @loop(
; CHECK: icmp ugt i64 %{{.*}}, 0
; CHECK: %asked.box = call ptr @malloc(
; CHECK: call void @__offstack_free_chain(
define void @loop(i1 %again) {
entry:
  br label %loop

loop:
  %asked = alloca i64, !offstack.user !0
  call void @use(ptr %asked)
  br i1 %again, label %loop, label %out

out:
  ret void
}

; An object of a size that run time tells is boxed unless it is empty.
; CHECK-LABEL: define void @run_time_size(
; CHECK: icmp ugt i64 %{{.*}}, 0
; CHECK: call ptr @malloc(
define void @run_time_size(i64 %count) {
  %asked = alloca i8, i64 %count, !offstack.user !0
  call void @use(ptr %asked)
  ret void
}

!0 = !{!"box"}
