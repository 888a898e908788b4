; What can stop a recursion without a return: throwing, ending the process or the
; thread, jumping away. A broken assertion cannot be relied on to.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

target triple = "x86_64-unknown-linux-gnu"

declare void @__cxa_throw(ptr, ptr, ptr) noreturn
declare void @__cxa_rethrow() noreturn
declare void @exit(i32) noreturn
declare i32 @execv(ptr, ptr)
declare void @my_panic() noreturn
declare void @longjmp(ptr, i32) noreturn
declare i32 @_setjmp(ptr) returns_twice
declare void @abort() noreturn
declare void @__assert_fail(ptr, ptr, i32, ptr) noreturn
declare void @_ZSt21__glibcxx_assert_failPKciS0_S0_(ptr, i32, ptr, ptr) noreturn
declare void @_ZSt20__throw_length_errorPKc(ptr) noreturn
declare void @_ZSt24__throw_out_of_range_fmtPKcz(ptr, ...) noreturn
declare void @_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6substrEmm(ptr, ptr, i64, i64)
declare void @_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4findEcm(ptr, i8, i64)
declare void @llvm.trap() noreturn
declare i32 @__gxx_personality_v0(...)

; It may throw.
define void @throws(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void @__cxa_throw(ptr null, ptr null, ptr null)
  unreachable
call:
  call void @throws(i1 %c)
  ret void
}

; It may exit.
define void @exits(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void @exit(i32 1)
  unreachable
call:
  call void @exits(i1 %c)
  ret void
}

; It exits at once.
define void @exits_always() {
  call void @exit(i32 1)
  call void @exits_always()
  ret void
}

; It becomes another program, if all goes well, although execv() can return.
define void @executes() {
  %r = call i32 @execv(ptr null, ptr null)
  call void @executes()
  ret void
}

; Nobody knows the function, but it is declared not to return.
define void @panics(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void @my_panic()
  unreachable
call:
  call void @panics(i1 %c)
  ret void
}

; It may jump out of all its calls.
define void @jumps(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void @longjmp(ptr null, i32 1)
  unreachable
call:
  call void @jumps(i1 %c)
  ret void
}

; A call may come back a second time, by longjmp.
define void @comes_back() {
  %r = call i32 @_setjmp(ptr null) returns_twice
  call void @comes_back()
  ret void
}

; abort() is called on purpose.
define void @aborts(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void @abort()
  unreachable
call:
  call void @aborts(i1 %c)
  ret void
}

; assert() is not there in a release.
; CHECK: infinite: 'asserts' calls 'asserts'
define void @asserts(i1 %c) {
  br i1 %c, label %fail, label %call
fail:
  call void @__assert_fail(ptr null, ptr null, i32 0, ptr null)
  unreachable
call:
  call void @asserts(i1 %c)
  ret void
}

; Nor is that of libstdc++.
; CHECK: infinite: 'asserts_in_library' calls 'asserts_in_library'
define void @asserts_in_library(i1 %c) {
  br i1 %c, label %fail, label %call
fail:
  call void @_ZSt21__glibcxx_assert_failPKciS0_S0_(ptr null, i32 0, ptr null, ptr null)
  unreachable
call:
  call void @asserts_in_library(i1 %c)
  ret void
}

; A container cannot grow for ever, as the stack cannot.
; CHECK: infinite: 'grows' calls 'grows'
define void @grows(i1 %c) {
  br i1 %c, label %fail, label %call
fail:
  call void @_ZSt20__throw_length_errorPKc(ptr null)
  unreachable
call:
  call void @grows(i1 %c)
  ret void
}

; A bad index is an exception that programs rely on.
define void @checks_index(i1 %c) {
  br i1 %c, label %leave, label %call
leave:
  call void (ptr, ...) @_ZSt24__throw_out_of_range_fmtPKcz(ptr null)
  unreachable
call:
  call void @checks_index(i1 %c)
  ret void
}

; substr(1) throws when the string is empty.
define void @shortens(ptr %s) {
  call void @_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6substrEmm(ptr %s, ptr %s, i64 1, i64 -1)
  call void @shortens(ptr %s)
  ret void
}

; find() does not throw.
; CHECK: infinite: 'finds' calls 'finds'
define void @finds(ptr %s, i1 %c) {
  br i1 %c, label %find, label %call
find:
  call void @_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4findEcm(ptr %s, i8 0, i64 0)
  br label %call
call:
  call void @finds(ptr %s, i1 %c)
  ret void
}

; A trap or an unreachable place is as good as an assertion.
; CHECK: infinite: 'traps' calls 'traps'
define void @traps(i32 %n) {
  switch i32 %n, label %call [ i32 0, label %trap
                               i32 1, label %end ]
trap:
  call void @llvm.trap()
  unreachable
end:
  unreachable
call:
  call void @traps(i32 1)
  ret void
}

; In a function that returns a value, this is how the end without a return looks.
define i32 @falls_off(i1 %c) {
  br i1 %c, label %end, label %call
end:
  call void @llvm.trap()
  unreachable
call:
  %r = call i32 @falls_off(i1 %c)
  ret i32 %r
}
define void @falls_off_sret(ptr sret(i64) %p, i1 %c) {
  br i1 %c, label %end, label %call
end:
  unreachable
call:
  call void @falls_off_sret(ptr sret(i64) %p, i1 %c)
  ret void
}

; A failed assertion ends in an unreachable place, too.
; CHECK: infinite: 'asserts_with_value' calls 'asserts_with_value'
define i32 @asserts_with_value(i1 %c) {
  br i1 %c, label %fail, label %call
fail:
  call void @__assert_fail(ptr null, ptr null, i32 0, ptr null) noreturn
  unreachable
call:
  %r = call i32 @asserts_with_value(i1 %c)
  ret i32 %r
}

; A function that is declared noreturn and yet calls itself is no way out of
; itself.
; CHECK: infinite: 'never_returns' calls 'never_returns'
define void @never_returns() noreturn {
  call void @never_returns()
  unreachable
}
