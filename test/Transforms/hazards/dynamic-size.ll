; An object whose size, or whose number of copies, is known at run time only
; stays on the stack.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' is kept on the stack: {{.*}}(offstack-dynamic-size)

declare void @use(ptr)

; CHECK: function 'kept_variable_length': object 'buf': dynamic-size at '%buf = alloca i8, i64 %n
; BOX-LABEL: define {{.*}}@kept_variable_length(
; BOX: %buf = alloca
define void @kept_variable_length(i64 %n) {
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_constant_length': no hazard
; CHECK: function 'boxed_constant_length': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_constant_length(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_constant_length(i64 %n) {
  %buf = alloca i8, i64 8192
  call void @use(ptr %buf)
  ret void
}

; A constant size, but one more object each time round.
; CHECK: function 'kept_loop': object 'buf': dynamic-size at '%buf = alloca [8192 x i8]
; BOX-LABEL: define {{.*}}@kept_loop(
; BOX: %buf = alloca
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
; BOX-LABEL: define {{.*}}@boxed_loop(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_loop(i1 %again) {
  %buf = alloca [8192 x i8]
  br label %loop
loop:
  call void @use(ptr %buf)
  br i1 %again, label %loop, label %done
done:
  ret void
}
