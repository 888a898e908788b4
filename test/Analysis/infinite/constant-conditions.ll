; A constant condition goes one way, as `if (0)` does without optimisation.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

; The call is never made.
define void @dead_call() {
entry:
  br i1 false, label %call, label %exit
call:
  call void @dead_call()
  ret void
exit:
  ret void
}

; The way round the call is never taken.
; CHECK: infinite: 'dead_exit' calls 'dead_exit'
define void @dead_exit() {
entry:
  br i1 true, label %call, label %exit
call:
  call void @dead_exit()
  ret void
exit:
  ret void
}

; The switch takes the case that returns.
define void @switch_returns() {
entry:
  switch i32 2, label %call [ i32 2, label %exit ]
call:
  call void @switch_returns()
  ret void
exit:
  ret void
}

; The switch takes its default, which calls.
; CHECK: infinite: 'switch_calls' calls 'switch_calls'
define void @switch_calls() {
entry:
  switch i32 3, label %call [ i32 2, label %exit ]
call:
  call void @switch_calls()
  ret void
exit:
  ret void
}

; Not a constant: both ways are open.
define void @undefined(i1 %c) {
entry:
  %frozen = freeze i1 poison
  br i1 %frozen, label %call, label %exit
call:
  call void @undefined(i1 %c)
  ret void
exit:
  ret void
}
