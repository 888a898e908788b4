; An object that llvm.localescape names stays in the frame: an exception filter
; finds it there by its offset.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-local-escape)

declare void @use(ptr)
declare void @llvm.localescape(...)

; CHECK: function 'kept_escaped': no hazard
; CHECK: function 'kept_escaped': object 'buf': local-escape at 'call void (...) @llvm.localescape(ptr %buf)'
; BOX-LABEL: define {{.*}}@kept_escaped(
; BOX: %buf = alloca
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
; BOX-LABEL: define {{.*}}@boxed_not_escaped(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_not_escaped() {
  %buf = alloca [8192 x i8]
  %other = alloca i32
  call void (...) @llvm.localescape(ptr %other)
  call void @use(ptr %buf)
  ret void
}
