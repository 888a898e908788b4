; Code that cannot rely on malloc and free keeps its objects: freestanding code,
; code without builtins, and kernels.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; A host that says there is no malloc, and the code model of the kernel.
; RUN: %opt -disable-builtin=malloc -passes='print<offstack-hazards>' \
; RUN:   -disable-output %s 2>&1 | FileCheck %s --check-prefix=NONE
; RUN: sed 's/^; KERNEL //' %s \
; RUN:   | %opt -passes='print<offstack-hazards>' -disable-output 2>&1 \
; RUN:   | FileCheck %s --check-prefix=NONE

; A module whose malloc is a variable, or a function of its own, does not call
; the library's; one that defines the library's function for all does.
; RUN: sed 's/^; VARIABLE //' %s \
; RUN:   | %opt -passes='print<offstack-hazards>' -disable-output 2>&1 \
; RUN:   | FileCheck %s --check-prefix=NONE
; RUN: sed 's/^; STATIC //' %s \
; RUN:   | %opt -passes='print<offstack-hazards>' -disable-output 2>&1 \
; RUN:   | FileCheck %s --check-prefix=NONE
; RUN: sed 's/^; EXTERNAL //' %s \
; RUN:   | %opt -passes='print<offstack-hazards>' -disable-output 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-no-heap)

declare void @use(ptr)

; -ffreestanding and -fno-builtin.
; CHECK: function 'kept_no_builtins': no-heap{{$}}
; CHECK: function 'kept_no_builtins': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_no_builtins(
; BOX: %buf = alloca
define void @kept_no_builtins() "no-builtins" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; -fno-builtin-malloc: what malloc does here is not known.
; CHECK: function 'kept_no_malloc': no-heap{{$}}
; BOX-LABEL: define {{.*}}@kept_no_malloc(
; BOX: %buf = alloca
define void @kept_no_malloc() "no-builtin-malloc" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; -fno-builtin-printf says nothing about malloc.
; CHECK: function 'boxed_no_printf': no hazard
; NONE: function 'boxed_no_printf': no-heap{{$}}
; BOX-LABEL: define {{.*}}@boxed_no_printf(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_no_printf() "no-builtin-printf" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'kept_nobuiltin': no-heap{{$}}
; BOX-LABEL: define {{.*}}@kept_nobuiltin(
; BOX: %buf = alloca
define void @kept_nobuiltin() nobuiltin {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Linux runs this section before its allocators.
; CHECK: function 'kept_init': no-heap{{$}}
; BOX-LABEL: define {{.*}}@kept_init(
; BOX: %buf = alloca
define void @kept_init() section ".init.text" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_other_section': no hazard
; BOX-LABEL: define {{.*}}@boxed_other_section(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_other_section() section ".text.hot" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; KERNEL !llvm.module.flags = !{!0}
; KERNEL !0 = !{i32 1, !"Code Model", i32 2}

; VARIABLE @malloc = internal global [16 x i8] zeroinitializer
; STATIC define internal void @free(ptr %memory) { ret void }
; EXTERNAL define void @free(ptr %memory) { ret void }
