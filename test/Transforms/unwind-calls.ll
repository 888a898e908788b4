; A call that becomes an invoke stays what it was in everything else.

; RUN: split-file %s %t
; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' \
; RUN:   -S %t/calls.ll | FileCheck %t/calls.ll
; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' \
; RUN:   -S %t/pad-type.ll | FileCheck %t/pad-type.ll
; RUN: %opt -passes='offstack-box<local=4K>,verify,offstack-verify' \
; RUN:   -S %t/sjlj.ll | FileCheck %t/sjlj.ll

;--- calls.ll
declare void @throws(ptr)
declare i32 @counts(ptr)
declare token @llvm.experimental.convergence.anchor()
declare void @quiet(ptr) nounwind

; Attributes, convention, bundles, result.
define i32 @boxed_keeps_the_call() {
; CHECK-LABEL: define i32 @boxed_keeps_the_call(
; CHECK:         [[R:%.*]] = invoke fastcc noundef i32 @counts(ptr nonnull [[BOX:%.*]]) #[[COLD:[0-9]+]] [ "tag"(i32 7) ]
; CHECK-NEXT:            to label %{{.*}} unwind label %offstack.unwind
; CHECK:         call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret i32 [[R]]
  %buf = alloca [8192 x i8], align 16
  %r = call fastcc noundef i32 @counts(ptr nonnull %buf) cold
         [ "tag"(i32 7) ]
  ret i32 %r
}

; Marks that forbid copies of the call: there still is one call each.
define void @boxed_convergent() convergent {
; CHECK-LABEL: define void @boxed_convergent(
; CHECK:         invoke void @throws(ptr {{.*}}) #[[CONVERGENT:[0-9]+]]
; CHECK:         invoke void @throws(ptr null) #[[NODUPLICATE:[0-9]+]]
; CHECK-NOT:     @throws
; CHECK:         resume
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf) convergent
  call void @throws(ptr null) noduplicate
  ret void
}

; A token cannot go through a phi or memory: the bundle names it directly.
define void @boxed_token() convergent {
; CHECK-LABEL: define void @boxed_token(
; CHECK:         %t = call token @llvm.experimental.convergence.anchor()
; CHECK:         invoke void @throws(ptr {{.*}}) #[[CONVERGENT]] [ "convergencectrl"(token %t) ]
; CHECK:         resume
  %buf = alloca [8192 x i8], align 16
  call void @quiet(ptr %buf)
  %t = call token @llvm.experimental.convergence.anchor()
  call void @throws(ptr %buf) convergent [ "convergencectrl"(token %t) ]
  call void @quiet(ptr %buf)
  ret void
}

; Exact floating point: the invoke and the calls of the pad carry the mark.
define void @boxed_strict() strictfp {
; CHECK-LABEL: define void @boxed_strict(
; CHECK:         call ptr @malloc({{.*}}) #[[STRICT:[0-9]+]]
; CHECK:         invoke void @throws({{.*}}) #[[STRICTCALL:[0-9]+]]
; CHECK:       offstack.unwind:
; CHECK:         call void @free({{.*}}) #[[STRICT]]
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf) strictfp
  ret void
}

; Assembly becomes an invoke if it may unwind; near miss: other assembly not.
define void @boxed_assembly() {
; CHECK-LABEL: define void @boxed_assembly(
; CHECK:         call void asm sideeffect "nop", "r"(ptr
; CHECK-NEXT:    invoke void asm sideeffect unwind "call *$0", "r"(ptr
; CHECK:         resume
  %buf = alloca [8192 x i8], align 16
  call void asm sideeffect "nop", "r"(ptr %buf)
  call void asm sideeffect unwind "call *$0", "r"(ptr %buf)
  ret void
}

; Each way out of a callbr frees.
define void @boxed_callbr() nounwind {
; CHECK-LABEL: define void @boxed_callbr(
; CHECK:         callbr void asm sideeffect "", "r,!i"(ptr [[BOX:%.*]])
; CHECK:       done:
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
; CHECK:       jumped:
; CHECK-NEXT:    call void @quiet(ptr null)
; CHECK-NEXT:    call void @free(ptr [[BOX]])
; CHECK-NEXT:    ret void
  %buf = alloca [8192 x i8], align 16
  callbr void asm sideeffect "", "r,!i"(ptr %buf)
    to label %done [label %jumped]
done:
  ret void
jumped:
  call void @quiet(ptr null)
  ret void
}

; An indirectbr's edges cannot be split: frees stand in the blocks.
define void @boxed_indirectbr(i1 %c, ptr %where) nounwind {
; CHECK-LABEL: define void @boxed_indirectbr(
; CHECK:       jump:
; CHECK:         [[HELD:%.*]] = phi ptr {{.*}}null
; CHECK-NEXT:    indirectbr ptr %where, [label %one, label %two]
; CHECK:       one:
; CHECK:         call void @free(ptr [[HELD]])
; CHECK:         ret void
; CHECK:       two:
; CHECK:         call void @free(ptr [[HELD]])
; CHECK:         ret void
  %buf = alloca [8192 x i8], align 16
  br i1 %c, label %use, label %jump
use:
  call void @quiet(ptr %buf)
  br label %jump
jump:
  indirectbr ptr %where, [label %one, label %two]
one:
  ret void
two:
  ret void
}

; Nothing leaves this function.
define void @boxed_unreachable_only() {
; CHECK-LABEL: define void @boxed_unreachable_only(
; CHECK:         invoke void @throws(
; CHECK:         unreachable
; CHECK:       offstack.unwind:
; CHECK:         call void @free(
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf) noreturn
  unreachable
}

; CHECK-DAG: attributes #[[COLD]] = { cold }
; CHECK-DAG: attributes #[[CONVERGENT]] = { convergent }
; CHECK-DAG: attributes #[[NODUPLICATE]] = { noduplicate }
; CHECK-DAG: attributes #[[STRICT]] = { nounwind strictfp }
; CHECK-DAG: attributes #[[STRICTCALL]] = { strictfp }

;--- pad-type.ll
declare void @throws(ptr)
declare i32 @my_personality_v0(...)

; All landing pads of a function have one type: that of those which are there.
define void @boxed_other_pad_type() personality ptr @my_personality_v0 {
; CHECK-LABEL: define void @boxed_other_pad_type(
; CHECK:       offstack.unwind:
; CHECK-NEXT:    landingpad { ptr, i64 }
; CHECK:         resume { ptr, i64 }
  %buf = alloca [8192 x i8], align 16
  invoke void @throws(ptr %buf) to label %done unwind label %pad
done:
  call void @throws(ptr %buf)
  ret void
pad:
  %p = landingpad { ptr, i64 } cleanup
  resume { ptr, i64 } %p
}

;--- sjlj.ll
declare void @throws(ptr)
declare i32 @__gxx_personality_sj0(...)

; Registered frames instead of tables: the same landing pads.
define void @boxed_sjlj() personality ptr @__gxx_personality_sj0 {
; CHECK-LABEL: define void @boxed_sjlj({{.*}} personality ptr @__gxx_personality_sj0
; CHECK:         invoke void @throws(
; CHECK:       offstack.unwind:
; CHECK:         landingpad
; CHECK:         call void @free(
; CHECK-NEXT:    resume
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}
