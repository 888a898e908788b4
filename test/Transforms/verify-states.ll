; The number of states is limited: over it, nothing is proven, and that is said.

; RUN: %opt -passes='print<offstack-boxes>' -disable-output %s | FileCheck %s

declare ptr @malloc(i64)
declare void @free(ptr)

; Three pointers that each may be the box or not: eight states.
; CHECK: function 'three': 1 box, proven
define void @three(ptr %other, i32 %bits) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %b0 = trunc i32 %bits to i1
  %p0 = select i1 %b0, ptr %raw, ptr %other
  %s1 = lshr i32 %bits, 1
  %b1 = trunc i32 %s1 to i1
  %p1 = select i1 %b1, ptr %raw, ptr %other
  %s2 = lshr i32 %s1, 1
  %b2 = trunc i32 %s2 to i1
  %p2 = select i1 %b2, ptr %raw, ptr %other
  %s3 = lshr i32 %s2, 1
  br label %use
use:
  store i8 0, ptr %p0
  store i8 0, ptr %p1
  store i8 0, ptr %p2
  call void @free(ptr %raw)
  ret void
}

; Thirteen: 8192 states, twice the limit.
; CHECK-NEXT: function 'thirteen': 1 box, not proven
; CHECK-NEXT: box 'buf' can be in too many states to prove anything, at '%raw = call
define void @thirteen(ptr %other, i32 %bits) nounwind {
  %raw = call nonnull ptr @malloc(i64 4096), !offstack.box !0
  %b0 = trunc i32 %bits to i1
  %p0 = select i1 %b0, ptr %raw, ptr %other
  %s1 = lshr i32 %bits, 1
  %b1 = trunc i32 %s1 to i1
  %p1 = select i1 %b1, ptr %raw, ptr %other
  %s2 = lshr i32 %s1, 1
  %b2 = trunc i32 %s2 to i1
  %p2 = select i1 %b2, ptr %raw, ptr %other
  %s3 = lshr i32 %s2, 1
  %b3 = trunc i32 %s3 to i1
  %p3 = select i1 %b3, ptr %raw, ptr %other
  %s4 = lshr i32 %s3, 1
  %b4 = trunc i32 %s4 to i1
  %p4 = select i1 %b4, ptr %raw, ptr %other
  %s5 = lshr i32 %s4, 1
  %b5 = trunc i32 %s5 to i1
  %p5 = select i1 %b5, ptr %raw, ptr %other
  %s6 = lshr i32 %s5, 1
  %b6 = trunc i32 %s6 to i1
  %p6 = select i1 %b6, ptr %raw, ptr %other
  %s7 = lshr i32 %s6, 1
  %b7 = trunc i32 %s7 to i1
  %p7 = select i1 %b7, ptr %raw, ptr %other
  %s8 = lshr i32 %s7, 1
  %b8 = trunc i32 %s8 to i1
  %p8 = select i1 %b8, ptr %raw, ptr %other
  %s9 = lshr i32 %s8, 1
  %b9 = trunc i32 %s9 to i1
  %p9 = select i1 %b9, ptr %raw, ptr %other
  %s10 = lshr i32 %s9, 1
  %b10 = trunc i32 %s10 to i1
  %p10 = select i1 %b10, ptr %raw, ptr %other
  %s11 = lshr i32 %s10, 1
  %b11 = trunc i32 %s11 to i1
  %p11 = select i1 %b11, ptr %raw, ptr %other
  %s12 = lshr i32 %s11, 1
  %b12 = trunc i32 %s12 to i1
  %p12 = select i1 %b12, ptr %raw, ptr %other
  %s13 = lshr i32 %s12, 1
  br label %use
use:
  store i8 0, ptr %p0
  store i8 0, ptr %p1
  store i8 0, ptr %p2
  store i8 0, ptr %p3
  store i8 0, ptr %p4
  store i8 0, ptr %p5
  store i8 0, ptr %p6
  store i8 0, ptr %p7
  store i8 0, ptr %p8
  store i8 0, ptr %p9
  store i8 0, ptr %p10
  store i8 0, ptr %p11
  store i8 0, ptr %p12
  call void @free(ptr %raw)
  ret void
}

!0 = !{!"buf"}
