; The definition of an allocation function, and everything that it may call,
; keeps its objects: boxing there would make malloc call itself.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-allocator-function)

declare void @use(ptr)
declare void @free(ptr)

; CHECK: function 'malloc': allocator-function{{$}}
; CHECK: function 'malloc': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@malloc(
; BOX: %buf = alloca
define ptr @malloc(i64 %size) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_callee()
  ret ptr null
}

; malloc may call it.
; CHECK: function 'kept_callee': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@kept_callee(
; BOX: %buf = alloca
define void @kept_callee() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_callee_of_callee()
  ret void
}

; malloc may call it through another, and who else does is no matter.
; CHECK: function 'kept_callee_of_callee': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@kept_callee_of_callee(
; BOX: %buf = alloca
define void @kept_callee_of_callee() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; It calls allocation functions.
; CHECK: function 'boxed_caller': no hazard
; BOX-LABEL: define {{.*}}@boxed_caller(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_caller() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_callee_of_callee()
  %memory = call ptr @malloc(i64 1)
  call void @free(ptr %memory)
  ret void
}

; operator delete(void *, unsigned long)
; CHECK: function '_ZdlPvm': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@_ZdlPvm(
; BOX: %buf = alloca
define void @_ZdlPvm(ptr %memory, i64 %size) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; operator new[](unsigned int, std::nothrow_t const &)
; CHECK: function '_ZnajRKSt9nothrow_t': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@_ZnajRKSt9nothrow_t(
; BOX: %buf = alloca
define ptr @_ZnajRKSt9nothrow_t(i32 %size, ptr %nothrow) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr null
}

; operator-(boxed, int) begins as the operators above do.
; CHECK: function '_Zng5boxed': no hazard
; BOX-LABEL: define {{.*}}@_Zng5boxed(
; BOX: %buf.box = call ptr @malloc(
define void @_Zng5boxed() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Names that only begin alike.
; CHECK: function 'malloc_statistics_boxed_': no hazard
; BOX-LABEL: define {{.*}}@malloc_statistics_boxed_(
; BOX: %buf.box = call ptr @malloc(
define void @malloc_statistics_boxed_() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; An allocator of its own family, as Rust's.
; CHECK: function 'kept_by_kind': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@kept_by_kind(
; BOX: %buf = alloca
define ptr @kept_by_kind(i64 %size) allockind("alloc,uninitialized") "alloc-family"="__rust_alloc" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr null
}

; What a failed allocation calls.
; CHECK: function '__offstack_out_of_memory': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@__offstack_out_of_memory(
; BOX: %buf = alloca
define void @__offstack_out_of_memory(ptr %message, i64 %length) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  unreachable
}

; What malloc and the cache of boxes take memory from.
; CHECK: function 'mmap': allocator-function{{$}}
; BOX-LABEL: define {{.*}}@mmap(
; BOX: %buf = alloca
define ptr @mmap(ptr %at, i64 %size, i32 %how, i32 %flags, i32 %file, i64 %from) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr null
}

; CHECK: function 'boxed_mmap_of_another_name': no hazard
; BOX-LABEL: define {{.*}}@boxed_mmap_of_another_name(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_mmap_of_another_name() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
