; Functions that call each other on every path never end: each group is reported
; once, by its shortest cycle, from the function that comes first.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

; Two functions, and an unused result between them.
; CHECK:      infinite: 'odd' calls 'even' at %r = call i1 @even(i32 %n)
; CHECK-NEXT: 'even' calls 'odd' at %r = call i1 @odd(i32 %n)
define i1 @odd(i32 %n) {
  %r = call i1 @even(i32 %n)
  ret i1 %r
}
define i1 @even(i32 %n) {
  %r = call i1 @odd(i32 %n)
  ret i1 %r
}

; One of the two can return, so both can.
define void @ends_a() {
  call void @ends_b(i1 true)
  ret void
}
define void @ends_b(i1 %c) {
  br i1 %c, label %call, label %exit
call:
  call void @ends_a()
  ret void
exit:
  ret void
}

; The first can return, so the second can, so the third can, on one path.
define void @ends_first(i1 %c) {
  br i1 %c, label %call, label %exit
call:
  call void @ends_fourth()
  ret void
exit:
  ret void
}
define void @ends_second() {
  call void @ends_first(i1 true)
  ret void
}
define void @ends_third(i1 %c) {
  br i1 %c, label %left, label %right
left:
  call void @ends_second()
  ret void
right:
  call void @ends_fourth()
  ret void
}
define void @ends_fourth() {
  call void @ends_third(i1 true)
  ret void
}

; Three functions; the shortest cycle is the one of two.
; CHECK: infinite: 'long_b' calls 'long_c' at call void @long_c(i1 true)
; CHECK-NEXT: 'long_c' calls 'long_b' at call void @long_b()
define void @long_a() {
  call void @long_b()
  ret void
}
define void @long_b() {
  call void @long_c(i1 true)
  ret void
}
define void @long_c(i1 %c) {
  br i1 %c, label %left, label %right
left:
  call void @long_a()
  ret void
right:
  call void @long_b()
  ret void
}

; It only leads to a recursion, and is no part of it.
; CHECK: infinite: 'led_to' calls 'led_to'
define void @leads() {
  call void @led_to()
  ret void
}
define void @led_to() {
  call void @led_to()
  ret void
}

; It calls itself, or another that never ends. Only that one is reported: once it
; is mended, this one can end.
; CHECK: infinite: 'culprit' calls 'culprit'
define void @victim(i1 %c) {
  br i1 %c, label %left, label %right
left:
  call void @victim(i1 %c)
  ret void
right:
  call void @culprit()
  ret void
}
define void @culprit() {
  call void @culprit()
  ret void
}

; The order is that of the module, whatever leads to what.
; CHECK: infinite: 'earlier' calls 'earlier'
; CHECK: infinite: 'later' calls 'later'
define void @leads_to_later(i1 %c) {
  br i1 %c, label %left, label %right
left:
  call void @leads_to_later(i1 %c)
  ret void
right:
  call void @later()
  ret void
}
define void @earlier() {
  call void @earlier()
  ret void
}
define void @later() {
  call void @later()
  ret void
}

; It comes behind a recursive call that can end.
; CHECK: infinite: 'behind' calls 'behind'
define void @countdown(i32 %n) {
  %c = icmp eq i32 %n, 0
  br i1 %c, label %exit, label %call
call:
  %m = sub i32 %n, 1
  call void @countdown(i32 %m)
  ret void
exit:
  ret void
}
define void @behind() {
  call void @countdown(i32 3)
  call void @behind()
  ret void
}
