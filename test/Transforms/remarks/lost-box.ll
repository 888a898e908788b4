; A box is told of when a call may leave its frame while it is held and nothing
; frees it then: longjmp and its kin, and pthread_exit where no cleanup runs.

; RUN: %opt -passes='offstack-box<local=4K;verify>' -disable-output %s \
; RUN:   -pass-remarks-analysis=offstack 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=remark

; The same as YAML, for tools.
; RUN: %opt -passes='offstack-box<local=4K>' -disable-output %s \
; RUN:   -pass-remarks-output=%t.yaml
; RUN: FileCheck %s --check-prefix=YAML < %t.yaml
; YAML:      --- !Analysis
; YAML-NEXT: Pass:            offstack-box
; YAML-NEXT: Name:            lost-box
; YAML-NEXT: Function:        lost_directly

; It can be turned off by its name, and nobody hears of it who does not ask.
; RUN: %opt -passes='offstack-box<local=4K;disable=lost-box>' -disable-output %s \
; RUN:   -pass-remarks-analysis=offstack 2>&1 | FileCheck %s --allow-empty \
; RUN:   --check-prefix=SILENT
; RUN: %opt -passes='offstack-box<local=4K>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --allow-empty --check-prefix=SILENT
; SILENT-NOT: lost

declare void @use(ptr) nounwind
declare void @throws(ptr)
declare void @longjmp(ptr, i32) noreturn
declare void @siglongjmp(ptr, i32) noreturn
declare void @__longjmp_chk(ptr, i32) noreturn
declare void @llvm.eh.sjlj.longjmp(ptr) noreturn
declare i32 @setcontext(ptr)
declare i32 @swapcontext(ptr, ptr)
declare void @pthread_exit(ptr) noreturn
declare void @exit(i32) noreturn
declare i32 @setjmp(ptr) returns_twice
declare i32 @__gxx_personality_v0(...)
declare void @llvm.lifetime.start.p0(ptr)
declare void @llvm.lifetime.end.p0(ptr)

; CHECK: remark: {{.*}}'buf' (8192 bytes) is in a box that may be lost: call to 'longjmp' leaves the frame without freeing it; return an error instead, or take the object in the function that calls setjmp (offstack-lost-box)
define void @lost_directly(ptr %target) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @longjmp(ptr %target, i32 1)
  unreachable
}

; CHECK: remark: {{.*}}call to 'siglongjmp' leaves the frame
define void @lost_by_siglongjmp(ptr %target) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @siglongjmp(ptr %target, i32 1)
  unreachable
}

; As glibc names it with _FORTIFY_SOURCE.
; CHECK: remark: {{.*}}call to '__longjmp_chk' leaves the frame
define void @lost_by_checked(ptr %target) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @__longjmp_chk(ptr %target, i32 1)
  unreachable
}

; CHECK: remark: {{.*}}call to 'llvm.eh.sjlj.longjmp' leaves the frame
define void @lost_by_builtin(ptr %target) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @llvm.eh.sjlj.longjmp(ptr %target)
  unreachable
}

; CHECK: remark: {{.*}}call to 'setcontext' leaves the frame
define void @lost_by_setcontext(ptr %target) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %failed = call i32 @setcontext(ptr %target)
  ret void
}

; swapcontext stores where it was, to come back.
define void @swaps(ptr %here, ptr %there) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %failed = call i32 @swapcontext(ptr %here, ptr %there)
  call void @use(ptr %buf)
  ret void
}

; The program ends, and its memory with it.
define void @ends() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @exit(i32 1)
  unreachable
}

; Through others of the module, and an alias of one.
define internal void @fail(ptr %target, i1 %is_bad) {
  br i1 %is_bad, label %bad, label %good
bad:
  call void @longjmp(ptr %target, i32 1)
  unreachable
good:
  ret void
}
define internal void @check(ptr %target, i1 %is_bad) {
  call void @fail(ptr %target, i1 %is_bad)
  ret void
}
@check_alias = internal alias void (ptr, i1), ptr @check

; CHECK: remark: {{.*}}'buf' (8192 bytes) is in a box that may be lost: call to 'check' may lead to 'longjmp', which leaves the frame without freeing it; return an error
define void @lost_through_calls(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @check(ptr %target, i1 %is_bad)
  call void @use(ptr %buf)
  ret void
}

; CHECK: remark: {{.*}}may lead to 'longjmp'
define void @lost_through_alias(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @check_alias(ptr %target, i1 %is_bad)
  call void @use(ptr %buf)
  ret void
}

; An invoke has a cleanup, which a jump does not run.
; CHECK: remark: {{.*}}call to 'check' may lead to 'longjmp'
define void @lost_through_invoke(ptr %target, i1 %is_bad)
    personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  invoke void @check(ptr %target, i1 %is_bad) to label %next unwind label %pad
next:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; Near misses: before the box is taken, after it is freed, on another way.
define void @jumps_before(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  call void @check(ptr %target, i1 %is_bad)
  br label %next
next:
  call void @use(ptr %buf)
  ret void
}

define void @jumps_after(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @check(ptr %target, i1 %is_bad)
  ret void
}

define void @jumps_elsewhere(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  br i1 %is_bad, label %bad, label %good
bad:
  call void @longjmp(ptr %target, i32 1)
  unreachable
good:
  call void @use(ptr %buf)
  ret void
}

; A function that calls setjmp is where jumps below it end.
define internal i32 @catches(ptr %target, i1 %is_bad) {
  %came = call i32 @setjmp(ptr %target)
  %is_back = icmp ne i32 %came, 0
  br i1 %is_back, label %back, label %try
try:
  call void @check(ptr %target, i1 %is_bad)
  br label %back
back:
  ret i32 %came
}

define void @caught(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %failed = call i32 @catches(ptr %target, i1 %is_bad)
  call void @use(ptr %buf)
  ret void
}

; Of two calls, the one that is sure to leave.
; CHECK: remark: {{.*}}'buf' {{.*}}call to 'longjmp' leaves the frame
define void @two_calls(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @check(ptr %target, i1 %is_bad)
  call void @longjmp(ptr %target, i32 1)
  unreachable
}

; The end of the thread unwinds, and C without tables has no cleanups for it.
; CHECK: remark: {{.*}}call to 'pthread_exit' leaves the frame without freeing it; compile with '-fexceptions', or return instead (offstack-lost-box)
define void @lost_with_thread() nounwind {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @pthread_exit(ptr null)
  unreachable
}

; With tables the box is freed on the way.
define void @freed_with_thread() uwtable {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @pthread_exit(ptr null)
  unreachable
}

; setjmp does not stop the end of a thread.
define internal void @leaves_thread(ptr %target) nounwind {
  %came = call i32 @setjmp(ptr %target)
  call void @pthread_exit(ptr null)
  unreachable
}

; CHECK: remark: {{.*}}call to 'leaves_thread' may lead to 'pthread_exit', which leaves
define void @lost_with_thread_below(ptr %target) nounwind {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @leaves_thread(ptr %target)
  ret void
}

; Its object is on the stack: there is nothing to lose.
define void @small(ptr %target) {
  %buf = alloca [64 x i8]
  call void @use(ptr %buf)
  call void @longjmp(ptr %target, i32 1)
  unreachable
}

; The jump ends in the frame that holds the box.
define void @kept_safe_by_setjmp(ptr %target, i1 %is_bad) {
  %buf = alloca [8192 x i8]
  %came = call i32 @setjmp(ptr %target)
  call void @use(ptr %buf)
  call void @check(ptr %target, i1 %is_bad)
  ret void
}
