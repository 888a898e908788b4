; An object that llvm.localescape names stays in the frame: an exception filter finds
; it there by its offset.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare void @llvm.localescape(...)

; CHECK: function 'kept_escaped': no hazard
; CHECK: function 'kept_escaped': object 'buf': local-escape at 'call void (...) @llvm.localescape(ptr %buf)'
define void @kept_escaped() {
  %buf = alloca [8192 x i8]
  %other = alloca i32
  call void (...) @llvm.localescape(ptr %buf)
  call void @use(ptr %buf)
  ret void
}

; Another object of the frame is named.
; CHECK: function 'boxed_not_escaped': no hazard
; CHECK: function 'boxed_not_escaped': object 'buf': no hazard
; CHECK: function 'boxed_not_escaped': object 'other': local-escape
define void @boxed_not_escaped() {
  %buf = alloca [8192 x i8]
  %other = alloca i32
  call void (...) @llvm.localescape(ptr %other)
  call void @use(ptr %buf)
  ret void
}
