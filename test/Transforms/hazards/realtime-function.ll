; A function that must not allocate, as RealtimeSanitizer or the Clang plugin says
; ([[clang::nonblocking]]), and what only such functions call, keeps its objects:
; malloc may block.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-realtime-function)

declare void @use(ptr)

; CHECK: function 'kept_nonblocking': realtime-function{{$}}
; CHECK: function 'kept_nonblocking': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_nonblocking(
; BOX: %buf = alloca
define void @kept_nonblocking() sanitize_realtime {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_helper()
  ret void
}

; [[clang::blocking]] says the opposite.
; CHECK: function 'boxed_blocking': no hazard
; BOX-LABEL: define {{.*}}@boxed_blocking(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_blocking() sanitize_realtime_blocking {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Only the nonblocking function calls it.
; CHECK: function 'kept_helper': realtime-function{{$}}
; BOX-LABEL: define {{.*}}@kept_helper(
; BOX: %buf = alloca
define internal void @kept_helper() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; The Clang plugin's note.
; CHECK: function 'kept_noted': realtime-function{{$}}
; BOX-LABEL: define {{.*}}@kept_noted(
; BOX: %buf = alloca
define void @kept_noted() "offstack-nonblocking" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; An object that came from such a function, and one that did not.
; CHECK: function 'kept_and_boxed_inlined': no hazard
; CHECK: function 'kept_and_boxed_inlined': object 'inner': realtime-function
; CHECK: function 'kept_and_boxed_inlined': object 'outer': no hazard
; BOX-LABEL: define {{.*}}@kept_and_boxed_inlined(
; BOX: %inner = alloca
; BOX: %outer.box = call ptr @malloc(
define void @kept_and_boxed_inlined() {
  %inner = alloca [8192 x i8], !offstack.nonblocking !0
  %outer = alloca [8192 x i8]
  call void @use(ptr %inner)
  call void @use(ptr %outer)
  ret void
}

; The user's request is nearer.
; BOX-LABEL: define {{.*}}@boxed_by_user(
; BOX: %inner.box = call ptr @malloc(
define void @boxed_by_user() "offstack-nonblocking" {
  %inner = alloca [8192 x i8], !offstack.nonblocking !0, !offstack.user !1
  call void @use(ptr %inner)
  ret void
}

; As clang hands over the note; a pipeline takes it.
; RUN: %opt -passes='default<O0>' -offstack-box=false -S %s \
; RUN:   | FileCheck %s --check-prefix=TAKEN
; TAKEN-NOT: llvm.global.annotations
; TAKEN: define void @annotated() #[[NOTED:[0-9]+]]
; TAKEN: %buf = alloca [8192 x i8], align 1, !offstack.nonblocking
; TAKEN: attributes #[[NOTED]] = { "offstack-nonblocking" }
@.note = private unnamed_addr constant [21 x i8] c"offstack.nonblocking\00", section "llvm.metadata"
@.file = private unnamed_addr constant [4 x i8] c"t.c\00", section "llvm.metadata"
@llvm.global.annotations = appending global [1 x { ptr, ptr, ptr, i32, ptr }] [{ ptr, ptr, ptr, i32, ptr } { ptr @annotated, ptr @.note, ptr @.file, i32 1, ptr null }], section "llvm.metadata"
define void @annotated() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

!0 = !{}
!1 = !{!"box"}
