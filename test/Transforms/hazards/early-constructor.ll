; A constructor with a priority reserved to the implementation (up to 100) keeps
; its objects: it can run before an allocator is set up.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-early-constructor)

@llvm.global_ctors = appending global [3 x { i32, ptr, ptr }] [
  { i32, ptr, ptr } { i32 100, ptr @kept_reserved, ptr null },
  { i32, ptr, ptr } { i32 101, ptr @boxed_first, ptr null },
  { i32, ptr, ptr } { i32 65535, ptr @boxed_default, ptr null }]

declare void @use(ptr)

; CHECK: function 'kept_reserved': early-constructor{{$}}
; CHECK: function 'kept_reserved': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_reserved(
; BOX: %buf = alloca
define internal void @kept_reserved() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_helper()
  ret void
}

; Only the reserved constructor calls it.
; CHECK: function 'kept_helper': early-constructor{{$}}
; BOX-LABEL: define {{.*}}@kept_helper(
; BOX: %buf = alloca
define internal void @kept_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; The first priority that a program may use.
; CHECK: function 'boxed_first': no hazard
; BOX-LABEL: define {{.*}}@boxed_first(
; BOX: %buf.box = call ptr @malloc(
define internal void @boxed_first() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_default': no hazard
; BOX-LABEL: define {{.*}}@boxed_default(
; BOX: %buf.box = call ptr @malloc(
define internal void @boxed_default() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
