; Code for a GPU, for BPF or for SPIR keeps its objects: malloc is missing
; there, or tiny.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; Every function of a module for a device is device code; wasm is no device.
; RUN: %opt -mtriple=nvptx64-nvidia-cuda -passes='print<offstack-hazards>' \
; RUN:   -disable-output %s 2>&1 | FileCheck %s --check-prefix=DEVICE
; RUN: %opt -mtriple=spirv64-unknown-unknown -passes='print<offstack-hazards>' \
; RUN:   -disable-output %s 2>&1 | FileCheck %s --check-prefix=DEVICE
; RUN: %opt -mtriple=spir64-unknown-unknown -passes='print<offstack-hazards>' \
; RUN:   -disable-output %s 2>&1 | FileCheck %s --check-prefix=DEVICE
; RUN: %opt -mtriple=bpfel -passes='print<offstack-hazards>' \
; RUN:   -disable-output %s 2>&1 | FileCheck %s --check-prefix=DEVICE
; RUN: %opt -mtriple=wasm32-unknown-emscripten \
; RUN:   -passes='print<offstack-hazards>' -disable-output %s 2>&1 | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-device-target)

declare void @use(ptr)

; A kernel is device code whatever the target.
; CHECK: function 'kept_kernel': device-target{{$}}
; CHECK: function 'kept_kernel': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_kernel(
; BOX: %buf = alloca
define spir_kernel void @kept_kernel() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_function': no hazard
; DEVICE: function 'boxed_function': device-target{{$}}
; BOX-LABEL: define {{.*}}@boxed_function(
; BOX: %buf.box = call ptr @malloc(
define spir_func void @boxed_function() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
