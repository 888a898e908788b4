; Which body runs must be certain: aliases are looked through, what the linker may
; replace is not.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

@complete_dtor = alias void (ptr), ptr @base_dtor
@weak_alias = weak alias void (), ptr @uses_weak_alias
@resolved = ifunc void (), ptr @resolver

; The alias is the function itself, as with complete and base destructors.
; CHECK: infinite: 'base_dtor' calls 'base_dtor' at call void @complete_dtor(ptr %p)
define void @base_dtor(ptr %p) {
  call void @complete_dtor(ptr %p)
  ret void
}

; Another object file may define the alias anew.
define void @uses_weak_alias() {
  call void @weak_alias()
  ret void
}

; The resolver picks the callee at run time.
define void @uses_ifunc() {
  call void @resolved()
  ret void
}
define ptr @resolver() {
  ret ptr @uses_ifunc
}

; A weak function's own body calls itself: it runs only if it was not replaced.
; CHECK: infinite: 'weak_self' calls 'weak_self'
define weak void @weak_self() {
  call void @weak_self()
  ret void
}

; The weak one of the two may be replaced by one that returns.
define weak void @weak_of_two() {
  call void @strong_of_two()
  ret void
}
define void @strong_of_two() {
  call void @weak_of_two()
  ret void
}

; All definitions of an inline function are the same.
; CHECK: infinite: 'inline_of_two' calls 'user_of_inline'
define linkonce_odr void @inline_of_two() {
  call void @user_of_inline()
  ret void
}
; CHECK-NEXT: 'user_of_inline' calls 'inline_of_two'
define void @user_of_inline() {
  call void @inline_of_two()
  ret void
}
