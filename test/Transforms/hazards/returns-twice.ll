; A function that can come back to a call that already returned keeps its
; objects: nothing is known of the second return. After setjmp, much is: see
; rules/second-return.ll.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(call to 'again') (offstack-returns-twice)
; REMARK: 'vla' is kept on the stack: {{.*}}(call to 'setjmp') (offstack-returns-twice)

declare void @use(ptr)
declare i32 @again(ptr) returns_twice
declare i32 @setjmp(ptr) returns_twice
declare i32 @plain(ptr)
declare i32 @vfork()
declare i32 @getcontext(ptr)
declare void @longjmp(ptr, i32) noreturn

; The callee says that it returns twice.
; CHECK: function 'kept_unknown': returns-twice at '%twice = call i32 @again(ptr %env)'
; CHECK: function 'kept_unknown': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_unknown(
; BOX: %buf = alloca
define void @kept_unknown(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @again(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; It does not.
; CHECK: function 'boxed_plain': no hazard
; BOX-LABEL: define {{.*}}@boxed_plain(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_plain(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @plain(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; It is setjmp.
; CHECK: function 'boxed_setjmp': no hazard
; BOX-LABEL: define {{.*}}@boxed_setjmp(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_setjmp(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @setjmp(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; The size is not known where setjmp is called: a box would be taken behind it,
; and lost when it returns again.
; BOX-LABEL: define {{.*}}@kept_taken_after_setjmp(
; BOX: %vla = alloca i8, i64 %n
; BOX-NOT: malloc
; BOX: ret void
define void @kept_taken_after_setjmp(ptr %env, i64 %n) {
  %twice = call i32 @setjmp(ptr %env)
  %vla = alloca i8, i64 %n
  call void @use(ptr %vla)
  ret void
}

; Only the call says so, as for a pointer to setjmp.
; CHECK: function 'kept_indirect': returns-twice at '%twice = call i32 %f(ptr %env)
; BOX-LABEL: define {{.*}}@kept_indirect(
; BOX: %buf = alloca
define void @kept_indirect(ptr %f, ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 %f(ptr %env) returns_twice
  call void @use(ptr %buf)
  ret void
}

; Rust cannot state the attribute: the name tells.
; CHECK: function 'kept_vfork': returns-twice at '%pid = call i32 @vfork()'
; BOX-LABEL: define {{.*}}@kept_vfork(
; BOX: %buf = alloca
define void @kept_vfork() {
  %buf = alloca [8192 x i8]
  %pid = call i32 @vfork()
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'kept_getcontext': returns-twice at '%twice = call i32 @getcontext(ptr %env)'
; BOX-LABEL: define {{.*}}@kept_getcontext(
; BOX: %buf = alloca
define void @kept_getcontext(ptr %env) {
  %buf = alloca [8192 x i8]
  %twice = call i32 @getcontext(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; The function that jumps is not the one that returns twice.
; CHECK: function 'boxed_longjmp': no hazard
; BOX-LABEL: define {{.*}}@boxed_longjmp(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_longjmp(ptr %env) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @longjmp(ptr %env, i32 1)
  unreachable
}
