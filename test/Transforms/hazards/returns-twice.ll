; A function that can come back to a call that already returned keeps its
; objects: a box taken between the two returns would be lost.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-returns-twice)

declare void @use(ptr)
declare i32 @setjmp(ptr) returns_twice
declare i32 @plain(ptr)
declare i32 @vfork()
declare i32 @llvm.eh.sjlj.setjmp(ptr)
declare void @longjmp(ptr, i32) noreturn

; The callee says that it returns twice.
; CHECK: function 'kept_setjmp': returns-twice at '%again = call i32 @setjmp(ptr %env)'
; CHECK: function 'kept_setjmp': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_setjmp(
; BOX: %buf = alloca
define void @kept_setjmp(ptr %env) {
  %buf = alloca [8192 x i8]
  %again = call i32 @setjmp(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; It does not.
; CHECK: function 'boxed_plain': no hazard
; BOX-LABEL: define {{.*}}@boxed_plain(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_plain(ptr %env) {
  %buf = alloca [8192 x i8]
  %again = call i32 @plain(ptr %env)
  call void @use(ptr %buf)
  ret void
}

; Only the call says so, as for a pointer to setjmp.
; CHECK: function 'kept_indirect': returns-twice at '%again = call i32 %f(ptr %env)
; BOX-LABEL: define {{.*}}@kept_indirect(
; BOX: %buf = alloca
define void @kept_indirect(ptr %f, ptr %env) {
  %buf = alloca [8192 x i8]
  %again = call i32 %f(ptr %env) returns_twice
  call void @use(ptr %buf)
  ret void
}

; Rust cannot state the attribute: the name tells.
; CHECK: function 'kept_by_name': returns-twice at '%pid = call i32 @vfork()'
; BOX-LABEL: define {{.*}}@kept_by_name(
; BOX: %buf = alloca
define void @kept_by_name() {
  %buf = alloca [8192 x i8]
  %pid = call i32 @vfork()
  call void @use(ptr %buf)
  ret void
}

; __builtin_setjmp has no such attribute.
; CHECK: function 'kept_builtin': returns-twice at '%again = call i32 @llvm.eh.sjlj.setjmp(ptr %env)'
; BOX-LABEL: define {{.*}}@kept_builtin(
; BOX: %buf = alloca
define void @kept_builtin(ptr %env) {
  %buf = alloca [8192 x i8]
  %again = call i32 @llvm.eh.sjlj.setjmp(ptr %env)
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
