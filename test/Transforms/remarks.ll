; Every object over a limit is told of, moved or kept, with bytes and reason.

; RUN: %opt -passes='offstack-box<local=4K;frame=10K>' -disable-output %s \
; RUN:   -pass-remarks=offstack -pass-remarks-missed=offstack 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=remark

; The same as YAML, for tools.
; RUN: %opt -passes='offstack-box<local=4K;frame=10K>' -disable-output %s \
; RUN:   -pass-remarks-output=%t.yaml
; RUN: FileCheck %s --check-prefix=YAML < %t.yaml

declare void @use(ptr) nounwind
declare i32 @vfork_like(ptr) returns_twice

; CHECK: remark: {{.*}}'buf' (8192 bytes) is boxed: over the limit of 4 KiB (offstack-boxed)
; CHECK: remark: {{.*}}'unused' (8193 bytes) is removed, nothing uses it: over the limit of 4 KiB (offstack-removed)
; YAML:      --- !Passed
; YAML-NEXT: Pass:            offstack-box
; YAML-NEXT: Name:            boxed
; YAML-NEXT: Function:        boxed
; YAML-NEXT: Args:
; YAML:        - Variable:        buf
; YAML:        - Bytes:           '8192'
; YAML:        - Reason:          over the limit of 4 KiB
define void @boxed() {
  %buf = alloca [8192 x i8], align 16
  %unused = alloca [8193 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

; CHECK: remark: {{.*}}'a' (4000 bytes) is boxed: the frame is over the limit of 10 KiB (offstack-boxed)
define void @boxed_frame() {
  %a = alloca [4000 x i8], align 16
  %b = alloca [4000 x i8], align 16
  %c = alloca [4000 x i8], align 16
  call void @use(ptr %a)
  call void @use(ptr %b)
  call void @use(ptr %c)
  ret void
}

; CHECK: remark: {{.*}}'recursive_buf' (5000 bytes) is boxed: over the limit of 4 KiB (offstack-boxed)
define void @boxed_recursive() {
  %recursive_buf = alloca [5000 x i8], align 16
  call void @use(ptr %recursive_buf)
  call void @boxed_recursive()
  ret void
}

; CHECK: remark: {{.*}}'jumper' (8192 bytes) is kept on the stack: {{.*}} (call to 'vfork_like') (offstack-returns-twice)
; YAML:      --- !Missed
; YAML-NEXT: Pass:            offstack-box
; YAML-NEXT: Name:            returns-twice
; YAML:        - Witness:         ' (call to ''vfork_like'')'
; YAML:        - Hazard:          returns-twice
define void @kept() {
  %jumper = alloca [8192 x i8], align 16
  call i32 @vfork_like(ptr %jumper)
  ret void
}

; CHECK: remark: {{.*}}'vla' is boxed: when it is over the limit of 4 KiB at run time (offstack-boxed)
define void @boxed_dynamic(i64 %n) {
  %vla = alloca i8, i64 %n, align 16
  call void @use(ptr %vla)
  ret void
}

; CHECK: remark: {{.*}}'big' (8192 bytes) is kept on the stack: {{.*}} (offstack-byval-argument)
define void @kept_byval(ptr byval([8192 x i8]) %big) {
  call void @use(ptr %big)
  ret void
}

; Near miss: nothing to say of small ones.
define void @small(ptr byval([64 x i8]) %arg) {
  %buf = alloca [64 x i8], align 16
  call void @use(ptr %buf)
  ret void
}
