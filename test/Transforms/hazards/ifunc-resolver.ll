; An ifunc resolver, and what only it calls, keeps its objects: the dynamic
; linker runs it while it still binds malloc.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-ifunc-resolver)

@chosen = ifunc void (), ptr @kept_resolver

declare void @use(ptr)

; CHECK: function 'kept_resolver': ifunc-resolver{{$}}
; CHECK: function 'kept_resolver': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_resolver(
; BOX: %buf = alloca
define ptr @kept_resolver() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_helper()
  ret ptr @boxed_implementation
}

; The same function, that resolves nothing.
; CHECK: function 'boxed_other': no hazard
; BOX-LABEL: define {{.*}}@boxed_other(
; BOX: %buf.box = call ptr @malloc(
define ptr @boxed_other() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr @boxed_implementation
}

; Only the resolver calls it.
; CHECK: function 'kept_helper': ifunc-resolver{{$}}
; BOX-LABEL: define {{.*}}@kept_helper(
; BOX: %buf = alloca
define internal void @kept_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; What the resolver returns runs later.
; CHECK: function 'boxed_implementation': no hazard
; BOX-LABEL: define {{.*}}@boxed_implementation(
; BOX: %buf.box = call ptr @malloc(
define internal void @boxed_implementation() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
