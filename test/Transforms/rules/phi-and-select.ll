; The address of the box takes the place of the object's wherever it flows.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; A phi that takes the address over two edges of one switch takes it twice.
; CHECK-LABEL: define void @boxed_phi(
; CHECK:         %p = phi ptr [ %buf.box, %[[FROM:.*]] ], [ %buf.box, %[[FROM]] ], [ null, %b ]
; CHECK-NEXT:    call void @use(ptr %p)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_phi(i32 %n) {
entry:
  %buf = alloca [8192 x i8], align 16
  switch i32 %n, label %b [ i32 0, label %a
                            i32 1, label %a ]
a:
  %p = phi ptr [ %buf, %entry ], [ %buf, %entry ], [ null, %b ]
  call void @use(ptr %p)
  ret void
b:
  call void @use(ptr %buf)
  br label %a
}

; CHECK-LABEL: define void @boxed_select(
; CHECK:         %p = select i1 %c, ptr %buf.box, ptr %other
; CHECK-NEXT:    call void @use(ptr %p)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_select(i1 %c, ptr %other) {
  %buf = alloca [8192 x i8], align 16
  %p = select i1 %c, ptr %buf, ptr %other
  call void @use(ptr %p)
  ret void
}

; Near miss: where the other value comes along, there is no box to free, only a
; phi of the box and null.
; CHECK-LABEL: define void @boxed_on_one_edge(
; CHECK:       out:
; CHECK-NEXT:    %[[HELD:.*]] = phi ptr [ %buf.box, %{{.*}} ], [ null, %entry ]
; CHECK-NEXT:    %p = phi ptr [ %buf.box, %{{.*}} ], [ %other, %entry ]
; CHECK-NEXT:    call void @use(ptr %p)
; CHECK:         call void @free(ptr %[[HELD]])
define void @boxed_on_one_edge(i1 %c, ptr %other) {
entry:
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %in, label %out
in:
  br label %out
out:
  %p = phi ptr [ %buf, %in ], [ %other, %entry ]
  call void @use(ptr %p)
  ret void
}
