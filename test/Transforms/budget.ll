; The budget of a function stands in the place of the limits, and is the mark
; that the check of finished frames reads, after a second run as well.

; RUN: %opt -passes='default<O1>' -offstack-local=1K -offstack-frame=4K -S %s \
; RUN:   -o %t.once
; RUN: FileCheck %s --input-file=%t.once
; RUN: %opt -passes='default<O1>' -offstack-local=1K -offstack-frame=4K -S \
; RUN:   %t.once | FileCheck %s

declare void @use(ptr)

; CHECK-LABEL: define {{.*}}void @fits(
; CHECK-SAME: !offstack.frame-limit [[LARGE:![0-9]+]]
; CHECK-NOT: call {{.*}}@malloc(
define void @fits() "offstack-budget"="8192:measured" {
  %kept = alloca [8192 x i8]
  call void @use(ptr %kept)
  ret void
}

; CHECK-LABEL: define {{.*}}void @over(
; CHECK: call {{.*}}@malloc(i64 8193)
define void @over() "offstack-budget"="8192" {
  %boxed = alloca [8193 x i8]
  call void @use(ptr %boxed)
  ret void
}

; CHECK-LABEL: define {{.*}}void @tight(
; CHECK-SAME: !offstack.frame-limit [[SMALL:![0-9]+]]
; CHECK: call {{.*}}@malloc(i64 101)
define void @tight() "offstack-budget"="100" {
  %boxed = alloca [101 x i8]
  call void @use(ptr %boxed)
  ret void
}

; CHECK-LABEL: define {{.*}}void @without(
; CHECK-SAME: !offstack.frame-limit [[DEFAULT:![0-9]+]]
; CHECK-NOT: call {{.*}}@malloc(
define void @without() {
  %kept = alloca [101 x i8]
  call void @use(ptr %kept)
  ret void
}

; CHECK-DAG: [[LARGE]] = !{i64 8192}
; CHECK-DAG: [[SMALL]] = !{i64 100}
; CHECK-DAG: [[DEFAULT]] = !{i64 4096}
