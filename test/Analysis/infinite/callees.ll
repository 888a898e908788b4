; Calls on the way to the recursive one. Of those whose callee is here the pass
; knows whether they come back; one whose callee is elsewhere may be an error
; handler if it is not made on every path.

; RUN: %opt -passes='print<offstack-recursion>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not="' calls"

target triple = "x86_64-unknown-linux-gnu"

declare void @opaque()
declare i32 @harmless() nounwind willreturn
declare i32 @puts(ptr)
declare void @exit(i32) noreturn
declare void @__cxa_throw(ptr, ptr, ptr) noreturn

; The only way: opaque() is assumed to come back.
; CHECK: infinite: 'opaque_always' calls 'opaque_always'
define void @opaque_always() {
  call void @opaque()
  call void @opaque_always()
  ret void
}

; One of two ways: opaque() may be what ends the recursion.
define void @opaque_sometimes(i1 %c) {
  br i1 %c, label %error, label %call
error:
  call void @opaque()
  br label %call
call:
  call void @opaque_sometimes(i1 %c)
  ret void
}

; Both ways.
; CHECK: infinite: 'opaque_both' calls 'opaque_both'
define void @opaque_both(i1 %c) {
entry:
  call void @opaque()
  br i1 %c, label %left, label %right
left:
  call void @opaque_both(i1 true)
  ret void
right:
  call void @opaque_both(i1 false)
  ret void
}

; opaque() and a call: the other way does not come by opaque().
define void @opaque_left(i1 %c) {
  br i1 %c, label %left, label %right
left:
  call void @opaque()
  call void @opaque_left(i1 true)
  ret void
right:
  call void @opaque_left(i1 false)
  ret void
}

; opaque() does not come back here, as the unreachable says.
define void @opaque_at_end(i1 %c) {
  br i1 %c, label %error, label %call
error:
  call void @opaque()
  unreachable
call:
  call void @opaque_at_end(i1 %c)
  ret void
}

; Known to come back, by attributes and as a function of the C library.
; CHECK: infinite: 'known_sometimes' calls 'known_sometimes'
define void @known_sometimes(i1 %c) {
  br i1 %c, label %log, label %call
log:
  %a = call i32 @harmless()
  %b = call i32 @puts(ptr null)
  br label %call
call:
  call void @known_sometimes(i1 %c)
  ret void
}

; The same name without the library.
define void @unknown_sometimes(i1 %c) "no-builtins" {
  br i1 %c, label %log, label %call
log:
  %b = call i32 @puts(ptr null)
  br label %call
call:
  call void @unknown_sometimes(i1 %c)
  ret void
}

; A call through a pointer is as unknown as opaque().
define void @pointer_sometimes(ptr %f, i1 %c) {
  br i1 %c, label %error, label %call
error:
  call void %f()
  br label %call
call:
  call void @pointer_sometimes(ptr %f, i1 %c)
  ret void
}

; So is assembly, if there is any in it.
define void @asm_sometimes(i1 %c) {
  br i1 %c, label %error, label %call
error:
  call void asm sideeffect "hlt", ""()
  br label %call
call:
  call void @asm_sometimes(i1 %c)
  ret void
}

; A barrier is empty.
; CHECK: infinite: 'barrier_sometimes' calls 'barrier_sometimes'
define void @barrier_sometimes(i1 %c) {
  br i1 %c, label %barrier, label %call
barrier:
  call void asm sideeffect "", "~{memory}"()
  br label %call
call:
  call void @barrier_sometimes(i1 %c)
  ret void
}

; A function of this module that may exit, called through another one.
define void @may_exit(i1 %c) {
  br i1 %c, label %error, label %done
error:
  call void @exit(i32 1)
  unreachable
done:
  ret void
}
define void @outer_may_exit(i1 %c) {
  call void @may_exit(i1 %c)
  ret void
}
define void @exit_inside(i1 %c) {
  call void @outer_may_exit(i1 %c)
  call void @exit_inside(i1 %c)
  ret void
}

; One that may throw.
define void @check(i1 %c) {
  br i1 %c, label %error, label %done
error:
  call void @__cxa_throw(ptr null, ptr null, ptr null)
  unreachable
done:
  ret void
}
define void @throw_inside(i1 %c) {
  call void @check(i1 %c)
  call void @throw_inside(i1 %c)
  ret void
}

; One that may call what may be an error handler.
define void @may_be_fatal(i1 %c) {
  br i1 %c, label %error, label %done
error:
  call void @opaque()
  br label %done
done:
  ret void
}
define void @fatal_inside(i1 %c) {
  call void @may_be_fatal(i1 %c)
  call void @fatal_inside(i1 %c)
  ret void
}

; One that always calls it is no more than a name for it.
define void @names_opaque() {
  call void @opaque()
  ret void
}
; CHECK: infinite: 'renamed_always' calls 'renamed_always'
define void @renamed_always() {
  call void @names_opaque()
  call void @renamed_always()
  ret void
}
define void @renamed_sometimes(i1 %c) {
  br i1 %c, label %error, label %call
error:
  call void @names_opaque()
  br label %call
call:
  call void @renamed_sometimes(i1 %c)
  ret void
}

; One that never returns, declared so or not.
define void @hang() {
  br label %loop
loop:
  br label %loop
}
define void @hang_inside() {
  call void @hang()
  call void @hang_inside()
  ret void
}

; One that never returns, and what it calls is not known.
define void @give_up() {
  call void @opaque()
  unreachable
}
define void @give_up_inside() {
  call void @give_up()
  call void @give_up_inside()
  ret void
}

; One that loops is assumed to come back only where it is always called.
define void @loop(i32 %n) {
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %j, %loop ]
  %j = add i32 %i, 1
  %c = icmp eq i32 %j, %n
  br i1 %c, label %done, label %loop
done:
  ret void
}
; CHECK: infinite: 'loop_always' calls 'loop_always'
define void @loop_always() {
  call void @loop(i32 9)
  call void @loop_always()
  ret void
}
define void @loop_sometimes(i1 %c) {
  br i1 %c, label %error, label %call
error:
  call void @loop(i32 9)
  br label %call
call:
  call void @loop_sometimes(i1 %c)
  ret void
}

; A loop in what it sometimes calls is no more than one in itself.
define void @may_loop(i1 %c) {
  br i1 %c, label %work, label %done
work:
  call void @loop(i32 9)
  br label %done
done:
  ret void
}
; CHECK: infinite: 'may_loop_always' calls 'may_loop_always'
define void @may_loop_always(i1 %c) {
  call void @may_loop(i1 %c)
  call void @may_loop_always(i1 %c)
  ret void
}

; One that surely comes back may be called at any time.
define i32 @add(i32 %a, i32 %b) {
  %c = add i32 %a, %b
  ret i32 %c
}
; CHECK: infinite: 'add_sometimes' calls 'add_sometimes'
define void @add_sometimes(i1 %c) {
  br i1 %c, label %add, label %call
add:
  %s = call i32 @add(i32 1, i32 2)
  br label %call
call:
  call void @add_sometimes(i1 %c)
  ret void
}

; The linker may replace a weak one.
define weak i32 @weak_add(i32 %a, i32 %b) {
  %c = add i32 %a, %b
  ret i32 %c
}
define void @weak_sometimes(i1 %c) {
  br i1 %c, label %add, label %call
add:
  %s = call i32 @weak_add(i32 1, i32 2)
  br label %call
call:
  call void @weak_sometimes(i1 %c)
  ret void
}

; A coroutine is not laid out yet: its first call returns where it suspends.
define void @coroutine() presplitcoroutine {
  call void @coroutine()
  ret void
}

; What the body of a naked function does is written in assembly.
define void @naked() naked {
  call void @naked()
  unreachable
}
