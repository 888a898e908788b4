; The definition of an allocation function, and everything that it may call, keeps
; its objects: boxing there would make malloc call itself.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare void @free(ptr)

; CHECK: function 'malloc': allocator-function{{$}}
; CHECK: function 'malloc': object 'buf': no hazard
define ptr @malloc(i64 %size) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_callee()
  ret ptr null
}

; malloc may call it.
; CHECK: function 'kept_callee': allocator-function{{$}}
define void @kept_callee() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @kept_callee_of_callee()
  ret void
}

; malloc may call it through another, and who else does is no matter.
; CHECK: function 'kept_callee_of_callee': allocator-function{{$}}
define void @kept_callee_of_callee() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; It calls allocation functions.
; CHECK: function 'boxed_caller': no hazard
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
define void @_ZdlPvm(ptr %memory, i64 %size) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; operator new[](unsigned int, std::nothrow_t const &)
; CHECK: function '_ZnajRKSt9nothrow_t': allocator-function{{$}}
define ptr @_ZnajRKSt9nothrow_t(i32 %size, ptr %nothrow) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr null
}

; operator-(boxed, int) begins as the operators above do.
; CHECK: function '_Zng5boxed': no hazard
define void @_Zng5boxed() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; Names that only begin alike.
; CHECK: function 'malloc_statistics_boxed_': no hazard
define void @malloc_statistics_boxed_() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; An allocator of its own family, as Rust's.
; CHECK: function 'kept_by_kind': allocator-function{{$}}
define ptr @kept_by_kind(i64 %size) allockind("alloc,uninitialized") "alloc-family"="__rust_alloc" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret ptr null
}

; What a failed allocation calls.
; CHECK: function '__offstack_out_of_memory': allocator-function{{$}}
define void @__offstack_out_of_memory(ptr %function, ptr %variable, i64 %size) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  unreachable
}
