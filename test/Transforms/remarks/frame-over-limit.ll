; A frame that code generation makes larger than 'frame' is reported, and what
; fills it, largest first. All that is listed adds up to the frame.

; DEFINE: %{compile} = %clang --target=x86_64-pc-linux-gnu -O0 -c %s -o %t.o \
; DEFINE:   -fpass-plugin=%offstack_pass -mllvm -offstack-frame=1016

; RUN: %{compile} -Rpass-missed=offstack 2> %t.log
; RUN: grep 'the frame of' %t.log | FileCheck %s --implicit-check-not=remark:

; The same as YAML, for tools.
; RUN: %{compile} -fsave-optimization-record=yaml \
; RUN:   -foptimization-record-file=%t.yaml
; RUN: FileCheck %s --check-prefix=YAML < %t.yaml

; Not without boxing, and not when it is turned off.
; RUN: %{compile} -mllvm -offstack-box=false -Rpass-missed=offstack 2>&1 \
; RUN:   | count 0
; RUN: %{compile} -mllvm -offstack-disable=frame-over-limit \
; RUN:   -Rpass-missed=offstack 2>&1 | not grep 'the frame of'

target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

declare void @use(ptr)
declare void @take(ptr byval([512 x i8]))

; Kept for a hazard, which is named.
; CHECK: remark: {{.*}}: the frame of 'over_kept' takes 1032 bytes, over the limit of 1016 bytes: 'buf' 1017 (offstack-kept-by-user), padding 15 (offstack-frame-over-limit)
; YAML:      Name:            frame-over-limit
; YAML-NEXT: Function:        over_kept
; YAML:        - Function:        over_kept
; YAML:        - Bytes:           '1032'
; YAML:        - Limit:           1016 bytes
; YAML:        - Variable:        buf
; YAML:        - PartBytes:       '1017'
; YAML:        - Hazard:          kept-by-user
; YAML:        - Part:            padding
; YAML:        - PartBytes:       '15'
define void @over_kept() {
  %buf = alloca [1017 x i8], align 1, !offstack.user !0
  call void @use(ptr %buf)
  ret void
}

; Near miss: exactly as large as 'frame' allows.
define void @silent_at_the_limit() {
  %buf = alloca [1016 x i8], align 1
  call void @use(ptr %buf)
  ret void
}

; The objects fit, what the call takes does not.
; CHECK: remark: {{.*}}: the frame of 'over_by_arguments' takes 1112 bytes, over the limit of 1016 bytes: 'buf' 600, arguments of calls 512 (offstack-frame-over-limit)
define void @over_by_arguments(ptr %p) {
  %buf = alloca [600 x i8], align 16
  call void @use(ptr %buf)
  call void @take(ptr byval([512 x i8]) %buf)
  ret void
}

; Near miss: arguments that the caller has put there are in the caller's frame.
define void @silent_arguments(ptr byval([2000 x i8]) %p) {
  %buf = alloca [600 x i8], align 16
  call void @use(ptr %p)
  call void @use(ptr %buf)
  ret void
}

; Alignment costs.
; CHECK: remark: {{.*}}: the frame of 'over_by_padding' takes 1528 bytes, over the limit of 1016 bytes: padding 520, 'b' 500, 'a' 500, saved registers 8 (offstack-frame-over-limit)
define void @over_by_padding() {
  %a = alloca [500 x i8], align 512
  %b = alloca [500 x i8], align 512
  call void @use(ptr %a)
  call void @use(ptr %b)
  ret void
}

; Five objects are named, unless they are too small for a box; the others are
; told of together.
; CHECK: remark: {{.*}}: the frame of 'over_by_many' takes 1064 bytes, over the limit of 1016 bytes: 'c' 200 (offstack-kept-by-user), 'e' 199 (offstack-kept-by-user), 'a' 198 (offstack-kept-by-user), 'g' 197 (offstack-kept-by-user), 'b' 196 (offstack-kept-by-user), 2 other objects 68, padding 6 (offstack-frame-over-limit)
define void @over_by_many() {
  %a = alloca [198 x i8], align 1, !offstack.user !0
  %b = alloca [196 x i8], align 1, !offstack.user !0
  %c = alloca [200 x i8], align 1, !offstack.user !0
  %d = alloca [66 x i8], align 1, !offstack.user !0
  %e = alloca [199 x i8], align 1, !offstack.user !0
  %f = alloca [2 x i8], align 1, !offstack.user !0
  %g = alloca [197 x i8], align 1, !offstack.user !0
  call void @use(ptr %a)
  call void @use(ptr %b)
  call void @use(ptr %c)
  call void @use(ptr %d)
  call void @use(ptr %e)
  call void @use(ptr %f)
  call void @use(ptr %g)
  ret void
}

; What lies below the stack pointer of a function without calls is no part of
; the frame.
; CHECK: remark: {{.*}}: the frame of 'over_red_zone' takes 1072 bytes, over the limit of 1016 bytes: 'buf' 1200 (offstack-kept-by-user), less 128 in the red zone (offstack-frame-over-limit)
define i8 @over_red_zone(i64 %n) {
  %buf = alloca [1200 x i8], align 1, !offstack.user !0
  %at = getelementptr i8, ptr %buf, i64 %n
  store volatile i8 1, ptr %at
  %value = load volatile i8, ptr %buf
  ret i8 %value
}

; Boxes have left the frame, their addresses have not. What alloca takes comes
; on top.
; CHECK: remark: {{.*}}: the frame of 'over_with_boxes' takes {{[0-9]+}} bytes, over the limit of 1016 bytes: 'kept' 1100 (offstack-kept-by-user), {{.*}}addresses of boxes 16, {{.*}}, and what alloca takes at run time (offstack-frame-over-limit)
define void @over_with_boxes(i64 %n) {
  %kept = alloca [1100 x i8], align 1, !offstack.user !0
  %boxed = alloca [200000 x i8], align 1
  %vla = alloca i8, i64 %n, align 16
  call void @use(ptr %kept)
  call void @use(ptr %boxed)
  call void @use(ptr %vla)
  ret void
}

!0 = !{!"keep", !""}
