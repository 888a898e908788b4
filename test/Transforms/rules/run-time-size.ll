; An object whose size only run time tells gets a box when it turns out larger
; than the limit, and stays in the frame when it does not.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed_when_large(
; CHECK:         %[[LARGE:.*]] = icmp ugt i64 %{{.*}}, 4096
; CHECK-NEXT:    br i1 %[[LARGE]],
; CHECK:         %buf.box = call ptr @malloc(
; CHECK:         %buf = alloca i8, i64 %n, align 16, !offstack.kept
; CHECK:         phi ptr [ %buf.box, %{{.*}} ], [ null, %{{.*}} ]
; CHECK:         phi ptr [ %buf.box, %{{.*}} ], [ %buf, %{{.*}} ]
define void @boxed_when_large(i64 %n) {
  %buf = alloca i8, i64 %n, align 16
  call void @use(ptr %buf)
  ret void
}

; Near miss: a size that the compiler knows, under the limit, needs no test.
; CHECK-LABEL: define void @kept_known_size(
; CHECK-NEXT:    %buf = alloca i8, i64 100, align 16
; CHECK-NEXT:    call void @use(ptr %buf)
; CHECK-NEXT:    ret void
define void @kept_known_size(i64 %n) {
  %buf = alloca i8, i64 100, align 16
  call void @use(ptr %buf)
  ret void
}
