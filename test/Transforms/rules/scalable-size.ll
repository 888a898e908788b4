; The size of scalable vectors is that of run time: one that can be over the
; limit is tested where it is allocated.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   -pass-remarks=offstack -pass-remarks-missed=offstack 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=remark:

target triple = "aarch64-unknown-linux-gnu"

declare void @use(ptr) nounwind

; CHECK: remark: {{.*}}'large' is boxed: when it is over the limit of 4 KiB at run time (offstack-boxed)
; CHECK: remark: {{.*}}'tuple' is boxed: when it is over the limit of 4 KiB at run time (offstack-boxed)
; CHECK: remark: {{.*}}'pushed' is kept on the stack: {{.*}}(offstack-unmatched-stack-restore)

; CHECK-LABEL: define void @boxed_large(
; CHECK:         %[[SCALE:.*]] = call i64 @llvm.vscale.i64()
; CHECK-NEXT:    %[[BYTES:.*]] = mul nuw i64 %[[SCALE]], 8192
; CHECK-NEXT:    icmp ugt i64 %[[BYTES]], 4096
; CHECK:         %large.box = call ptr @malloc(i64 %[[BYTES]])
; CHECK:         %large = alloca <vscale x 8192 x i8>, align 16
; CHECK:         call void @free(
define void @boxed_large() {
  %large = alloca <vscale x 8192 x i8>, align 16
  call void @use(ptr %large)
  ret void
}

; A struct of scalable vectors.
; CHECK-LABEL: define void @boxed_tuple(
; CHECK:         %tuple.box = call ptr @malloc(
define void @boxed_tuple() {
  %tuple = alloca { <vscale x 4096 x i8>, <vscale x 4096 x i8> }
  call void @use(ptr %tuple)
  ret void
}

; 256 bytes on the largest processor that the architecture allows.
; CHECK-LABEL: define void @kept_small(
; CHECK-NEXT:    %small = alloca <vscale x 16 x i8>
; CHECK-NEXT:    call void @use(ptr %small)
define void @kept_small() {
  %small = alloca <vscale x 16 x i8>
  call void @use(ptr %small)
  ret void
}

; The function says that it runs on a smaller one.
; CHECK-LABEL: define void @kept_ranged(
; CHECK-NEXT:    %ranged = alloca <vscale x 1024 x i8>
; CHECK-NEXT:    call void @use(ptr %ranged)
define void @kept_ranged() vscale_range(1,4) {
  %ranged = alloca <vscale x 1024 x i8>
  call void @use(ptr %ranged)
  ret void
}

; On the stack it would be released with what is allocated behind the save.
; CHECK-LABEL: define void @kept_behind_save(
; CHECK:         %pushed = alloca <vscale x 8192 x i8>
define void @kept_behind_save(i64 %n) {
  %saved = call ptr @llvm.stacksave.p0()
  %pushed = alloca <vscale x 8192 x i8>
  call void @llvm.stackrestore.p0(ptr %saved)
  call void @use(ptr %pushed)
  ret void
}
