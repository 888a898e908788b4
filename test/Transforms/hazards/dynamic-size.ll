; An object whose size, or whose number of copies, is known at run time only stays on
; the stack.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)

; CHECK: function 'kept_variable_length': object 'buf': dynamic-size at '%buf = alloca i8, i64 %n
define void @kept_variable_length(i64 %n) {
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_constant_length': no hazard
; CHECK: function 'boxed_constant_length': object 'buf': no hazard
define void @boxed_constant_length(i64 %n) {
  %buf = alloca i8, i64 8192
  call void @use(ptr %buf)
  ret void
}

; A constant size, but one more object each time round.
; CHECK: function 'kept_loop': object 'buf': dynamic-size at '%buf = alloca [8192 x i8]
define void @kept_loop(i1 %again) {
  br label %loop
loop:
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; The same loop around one object.
; CHECK: function 'boxed_loop': no hazard
; CHECK: function 'boxed_loop': object 'buf': no hazard
define void @boxed_loop(i1 %again) {
  %buf = alloca [8192 x i8]
  br label %loop
loop:
  call void @use(ptr %buf)
  br i1 %again, label %loop, label %done
done:
  ret void
}
