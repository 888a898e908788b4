; An object whose address goes into a stack map stays in the frame: the runtime
; reads and writes it there, by its offset.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-frame-record)

declare void @use(ptr)
declare void @call()
declare void @llvm.experimental.stackmap(i64, i32, ...)
declare void @llvm.experimental.patchpoint.void(i64, i32, ptr, i32, ...)

; CHECK: function 'kept_stackmap': no hazard
; CHECK: function 'kept_stackmap': object 'buf': frame-record at 'call void (i64, i32, ...) @llvm.experimental.stackmap(i64 1, i32 0, ptr %buf)'
; BOX-LABEL: define {{.*}}@kept_stackmap(
; BOX: %buf = alloca
define void @kept_stackmap() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void (i64, i32, ...) @llvm.experimental.stackmap(i64 1, i32 0, ptr %buf)
  ret void
}

; What the object holds is recorded, not the object.
; CHECK: function 'boxed_value': no hazard
; CHECK: function 'boxed_value': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_value(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_value() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %value = load ptr, ptr %buf
  call void (i64, i32, ...) @llvm.experimental.stackmap(i64 1, i32 0, ptr %value)
  ret void
}

; CHECK: function 'kept_patchpoint': object 'buf': frame-record at 'call void (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.void(
; BOX-LABEL: define {{.*}}@kept_patchpoint(
; BOX: %buf = alloca
define void @kept_patchpoint() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.void(i64 2, i32 16, ptr null, i32 0, ptr %buf)
  ret void
}

; State to go on from in an interpreter.
; CHECK: function 'kept_deopt': object 'buf': frame-record at 'call void @call() [ "deopt"(i32 0, ptr %buf) ]'
; BOX-LABEL: define {{.*}}@kept_deopt(
; BOX: %buf = alloca
define void @kept_deopt() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @call() [ "deopt"(i32 0, ptr %buf) ]
  ret void
}

; A bundle that records nothing.
; CHECK: function 'boxed_other_bundle': no hazard
; CHECK: function 'boxed_other_bundle': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_other_bundle(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_other_bundle() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @call() [ "other"(i32 0, ptr %buf) ]
  ret void
}
