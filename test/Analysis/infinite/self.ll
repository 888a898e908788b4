; A function that calls itself on every path never ends. One that has a path
; round the call does, for all that the pass can tell.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

; The only path calls.
; CHECK: infinite: 'straight' calls 'straight' at %r = call i32 @straight(i32 %n)
define i32 @straight(i32 %n) {
  %r = call i32 @straight(i32 %n)
  ret i32 %r
}

; Both branches call; the first call is named.
; CHECK: infinite: 'both' calls 'both' at %a = call i32 @both(i1 %c, i32 1)
define i32 @both(i1 %c, i32 %n) {
entry:
  br i1 %c, label %left, label %right
left:
  %a = call i32 @both(i1 %c, i32 1)
  ret i32 %a
right:
  %b = call i32 @both(i1 %c, i32 2)
  ret i32 %b
}

; One branch does not call.
define i32 @one_branch(i1 %c) {
entry:
  br i1 %c, label %left, label %right
left:
  %a = call i32 @one_branch(i1 %c)
  ret i32 %a
right:
  ret i32 0
}

; The call is on the only way out of the loop that is taken at all.
; CHECK: infinite: 'in_loop' calls 'in_loop' at call void @in_loop(i32 %i)
define void @in_loop(i32 %i) {
entry:
  br label %loop
loop:
  call void @in_loop(i32 %i)
  br label %loop
}

; The loop can end before its first call.
define void @loop_with_exit(i32 %i) {
entry:
  br label %loop
loop:
  %c = icmp eq i32 %i, 0
  br i1 %c, label %exit, label %body
body:
  call void @loop_with_exit(i32 %i)
  br label %loop
exit:
  ret void
}

; Every case of the switch calls.
; CHECK: infinite: 'cases' calls 'cases' at call void @cases(i32 1)
define void @cases(i32 %i) {
entry:
  switch i32 %i, label %other [ i32 1, label %one ]
one:
  call void @cases(i32 1)
  ret void
other:
  call void @cases(i32 2)
  ret void
}

; One case does not call.
define void @one_case(i32 %i) {
entry:
  switch i32 %i, label %other [ i32 1, label %one
                                i32 2, label %two ]
one:
  call void @one_case(i32 1)
  ret void
two:
  ret void
other:
  call void @one_case(i32 2)
  ret void
}

; A jump through an address can go to every label.
define void @computed_jump(ptr %to) {
entry:
  indirectbr ptr %to, [label %one, label %two]
one:
  call void @computed_jump(ptr %to)
  ret void
two:
  ret void
}

; Both labels call.
; CHECK: infinite: 'computed_jump_both' calls 'computed_jump_both'
define void @computed_jump_both(ptr %to) {
entry:
  indirectbr ptr %to, [label %one, label %two]
one:
  call void @computed_jump_both(ptr %to)
  ret void
two:
  call void @computed_jump_both(ptr null)
  ret void
}

; Assembly may jump to its label, behind which nothing calls.
define void @asm_jump() {
entry:
  callbr void asm "", "!i"() to label %next [label %out]
next:
  call void @asm_jump()
  ret void
out:
  ret void
}

; A call through a pointer is not known to be one of itself.
define void @through_pointer(ptr %f) {
  call void %f(ptr %f)
  ret void
}

; A body that is only there to be inlined is not the one that runs: glibc's
; wrappers call the function of their own name like this.
define available_externally void @wrapper() {
  call void @wrapper()
  ret void
}
