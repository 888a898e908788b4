; A function that may loop for ever instead of calling itself is not reported, nor
; is a recursion that needs no stack.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

declare i32 @getchar()

; A loop without an end on one of two ways.
define void @hangs(i1 %c) {
  br i1 %c, label %loop, label %call
loop:
  br label %loop
call:
  call void @hangs(i1 %c)
  ret void
}

; A loop that may have an end, on the only way.
define void @waits() {
entry:
  br label %loop
loop:
  %i = call i32 @getchar()
  %c = icmp eq i32 %i, 0
  br i1 %c, label %call, label %loop
call:
  call void @waits()
  ret void
}

; The same without the way back.
; CHECK: infinite: 'waits_not' calls 'waits_not'
define void @waits_not() {
entry:
  br label %loop
loop:
  %i = call i32 @getchar()
  %c = icmp eq i32 %i, 0
  br i1 %c, label %call, label %other
other:
  br label %call
call:
  call void @waits_not()
  ret void
}

; The way back comes by the call.
; CHECK: infinite: 'in_circle' calls 'in_circle'
define void @in_circle(i1 %c) {
entry:
  br label %loop
loop:
  br i1 %c, label %left, label %right
left:
  call void @in_circle(i1 true)
  br label %loop
right:
  call void @in_circle(i1 false)
  br label %loop
}

; musttail reuses the frame: a loop.
define void @tail() {
  musttail call void @tail()
  ret void
}

; A call that is only marked tail may be one or not.
; CHECK: infinite: 'not_must_tail' calls 'not_must_tail'
define void @not_must_tail() {
  tail call void @not_must_tail()
  ret void
}

; A loop of two functions.
define void @tail_ping() {
  musttail call void @tail_pong()
  ret void
}
define void @tail_pong() {
  musttail call void @tail_ping()
  ret void
}

; The way back takes stack.
; CHECK: infinite: 'half_ping' calls 'half_pong'
; CHECK-NEXT: 'half_pong' calls 'half_ping'
define void @half_ping() {
  musttail call void @half_pong()
  ret void
}
define void @half_pong() {
  call void @half_ping()
  ret void
}

; It may go round without using stack, and so for ever.
define void @either(i1 %c) {
  br i1 %c, label %tail, label %call
tail:
  musttail call void @either(i1 %c)
  ret void
call:
  call void @either(i1 false)
  ret void
}

; It calls a loop of tail calls, which need not come back.
define void @enters_tail_loop() {
  call void @tail_ping()
  call void @enters_tail_loop()
  ret void
}
