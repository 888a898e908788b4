; An object that is a root of a collector stays in the frame. A function with
; roots has a collector, so it has the hazard garbage-collected as well.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-gc-root)

declare void @use(ptr)
declare void @llvm.gcroot(ptr, ptr)

; CHECK: function 'kept_root': garbage-collected{{$}}
; CHECK: function 'kept_root': object 'buf': gc-root at 'call void @llvm.gcroot(ptr %buf, ptr @metadata)'
; CHECK: function 'kept_root': object 'other': no hazard
; BOX-LABEL: define {{.*}}@kept_root(
; BOX: %buf = alloca
define void @kept_root() gc "shadow-stack" {
  %buf = alloca [8192 x i8]
  %other = alloca [8192 x i8]
  call void @llvm.gcroot(ptr %buf, ptr @metadata)
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_no_root': no hazard
; CHECK: function 'boxed_no_root': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_no_root(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_no_root() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

@metadata = constant i8 0
