; An object that is a root of a collector stays in the frame. A function with roots
; has a collector, so it has the hazard garbage-collected as well.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare void @llvm.gcroot(ptr, ptr)

; CHECK: function 'kept_root': garbage-collected{{$}}
; CHECK: function 'kept_root': object 'buf': gc-root at 'call void @llvm.gcroot(ptr %buf, ptr @metadata)'
; CHECK: function 'kept_root': object 'other': no hazard
define void @kept_root() gc "shadow-stack" {
  %buf = alloca [8192 x i8]
  %other = alloca [8192 x i8]
  call void @llvm.gcroot(ptr %buf, ptr @metadata)
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_no_root': no hazard
; CHECK: function 'boxed_no_root': object 'buf': no hazard
define void @boxed_no_root() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

@metadata = constant i8 0
