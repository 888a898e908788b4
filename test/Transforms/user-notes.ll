; The annotations that attributes become are taken at the start of a pipeline,
; without a trace, and hold where a function is inlined. Those of others stay.

; RUN: %opt -passes='default<O0>' -offstack-box=false -S %s \
; RUN:   | FileCheck %s --implicit-check-not=offstack.keep:
; RUN: %opt -passes='default<O2>' -S %s | FileCheck %s --check-prefix=INLINED

@.keep = private unnamed_addr constant [18 x i8] c"offstack.keep:why\00", section "llvm.metadata"
@.box = private unnamed_addr constant [13 x i8] c"offstack.box\00", section "llvm.metadata"
@.other = private unnamed_addr constant [9 x i8] c"offstack\00", section "llvm.metadata"
@.file = private unnamed_addr constant [4 x i8] c"t.c\00", section "llvm.metadata"

; CHECK: @llvm.global.annotations = appending global [1 x {{.*}}@other, ptr @.other,
@llvm.global.annotations = appending global [4 x { ptr, ptr, ptr, i32, ptr }] [{ ptr, ptr, ptr, i32, ptr } { ptr @kept, ptr @.keep, ptr @.file, i32 1, ptr null }, { ptr, ptr, ptr, i32, ptr } { ptr @kept, ptr @.keep, ptr @.file, i32 1, ptr null }, { ptr, ptr, ptr, i32, ptr } { ptr @other, ptr @.other, ptr @.file, i32 2, ptr null }, { ptr, ptr, ptr, i32, ptr } { ptr @declared, ptr @.box, ptr @.file, i32 3, ptr null }], section "llvm.metadata"

declare void @use(ptr)
declare void @declared()

; CHECK-LABEL: define {{.*}}@variable(
; CHECK: %buf = alloca [8192 x i8], {{.*}}!offstack.user ![[KEEP:[0-9]+]]
; CHECK: %boxed = alloca [64 x i8], {{.*}}!offstack.user ![[BOX:[0-9]+]]
; CHECK-NOT: annotation
; CHECK: call void @llvm.var.annotation.p0.p0(ptr %boxed, ptr @.other,
define void @variable() {
  %buf = alloca [8192 x i8]
  %boxed = alloca [64 x i8]
  call void @llvm.var.annotation.p0.p0(ptr %buf, ptr @.keep, ptr @.file, i32 3, ptr null)
  call void @llvm.var.annotation.p0.p0(ptr %boxed, ptr @.box, ptr @.file, i32 3, ptr null)
  call void @llvm.var.annotation.p0.p0(ptr %boxed, ptr @.other, ptr @.file, i32 3, ptr null)
  call void @use(ptr %buf)
  call void @use(ptr %boxed)
  ret void
}

; Of two that contradict each other, 'keep' holds, in either order.
; CHECK-LABEL: define {{.*}}@contradiction(
; CHECK: %first = alloca {{.*}}!offstack.user ![[KEEP]]
; CHECK: %second = alloca {{.*}}!offstack.user ![[KEEP]]
define void @contradiction() {
  %first = alloca [64 x i8]
  %second = alloca [64 x i8]
  call void @llvm.var.annotation.p0.p0(ptr %first, ptr @.keep, ptr @.file, i32 3, ptr null)
  call void @llvm.var.annotation.p0.p0(ptr %first, ptr @.box, ptr @.file, i32 3, ptr null)
  call void @llvm.var.annotation.p0.p0(ptr %second, ptr @.box, ptr @.file, i32 3, ptr null)
  call void @llvm.var.annotation.p0.p0(ptr %second, ptr @.keep, ptr @.file, i32 3, ptr null)
  call void @use(ptr %first)
  call void @use(ptr %second)
  ret void
}

; A variable that is the caller's memory has no object here.
; CHECK-LABEL: define {{.*}}@returned(
; CHECK-NEXT: ret void
define void @returned(ptr sret([64 x i8]) %result) {
  call void @llvm.var.annotation.p0.p0(ptr %result, ptr @.box, ptr @.file, i32 3, ptr null)
  ret void
}

; CHECK: define {{.*}}@kept() [[ATTRIBUTES:#[0-9]+]] {
; CHECK-NEXT: %buf = alloca [1048576 x i8], {{.*}}!offstack.user ![[KEEP]]
define void @kept() alwaysinline {
  %buf = alloca [1048576 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: define {{.*}}@other()
; INLINED-LABEL: define {{.*}}@other(
; INLINED: alloca [1048576 x i8], {{.*}}!offstack.user ![[KEEP:[0-9]+]]
; INLINED: call {{.*}}ptr @malloc(i64 524288)
define void @other() {
  %own = alloca [524288 x i8]
  call void @use(ptr %own)
  call void @kept()
  ret void
}

declare void @llvm.var.annotation.p0.p0(ptr, ptr, ptr, i32, ptr)

; CHECK: attributes [[ATTRIBUTES]] = {{.*}}"offstack-keep"="why"
; CHECK: ![[KEEP]] = !{!"keep", !"why"}
; CHECK: ![[BOX]] = !{!"box", !""}
; INLINED: ![[KEEP]] = !{!"keep", !"why"}
