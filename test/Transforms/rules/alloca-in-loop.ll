; An alloca in a loop that nothing releases before the next round takes more
; memory each time. What it has taken up to the limit stays on the stack; behind
; that each round has a box, linked to the one before it, and all are freed
; together.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -pass-remarks=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --input-file=%t --implicit-check-not='call ptr @malloc'
; REMARK: 'small' (1000 bytes) is boxed: when the loop has taken more than 4 KiB (offstack-boxed)
; REMARK: 'sized' is boxed: when the loop has taken more than 4 KiB (offstack-boxed)
; REMARK: 'vla' is boxed: when it is over the limit of 4 KiB at run time (offstack-boxed)
; REMARK: 'asked' (64 bytes) is boxed: the user asked for it (offstack-boxed)

; A second run changes nothing, but for the order of metadata.
; RUN: %opt -passes='offstack-box<local=4K;verify>' -S %t \
; RUN:   -pass-remarks=offstack -pass-remarks-missed=offstack -o %t.again 2>&1 \
; RUN:   | count 0
; RUN: sed -e 1d -e 's,; preds.*,,' -e 's/, !offstack[^,]*//g' %t > %t.first
; RUN: sed -e 1d -e 's,; preds.*,,' -e 's/, !offstack[^,]*//g' %t.again | diff %t.first -

declare void @use(ptr) nounwind
declare void @throws(ptr)

; A constant size under the limit, but one more object each time round. The
; stack pointer moves by a multiple of 16 bytes: at most 15 more than the size.
; CHECK-LABEL: define void @boxed_counted(
; CHECK:       loop:
; CHECK-NEXT:    %handle.0 = phi ptr [ null, %entry ], [ %handle.1, %[[TAIL:.*]] ]
; CHECK-NEXT:    %stack.bytes.0 = phi i64 [ 0, %entry ], [ %stack.bytes.1, %[[TAIL]] ]
; CHECK-NEXT:    %[[TOTAL:.*]] = call i64 @llvm.uadd.sat.i64(i64 %stack.bytes.0, i64 1015)
; CHECK-NEXT:    icmp ugt i64 %[[TOTAL]], 4096
; CHECK:         %small.box = call ptr @malloc(i64 1016)
; CHECK:         store ptr %handle.0, ptr %small.box
; CHECK-NEXT:    getelementptr i8, ptr %small.box, i64 16
; CHECK:         %small = alloca [1000 x i8]
; CHECK:         %handle.1 = phi ptr [ %small.box, %{{.*}} ], [ %handle.0, %{{.*}} ]
; CHECK-NEXT:    %stack.bytes.1 = phi i64 [ %stack.bytes.0, %{{.*}} ], [ %[[TOTAL]], %{{.*}} ]
; CHECK:       done:
; CHECK:         call void @__offstack_free_chain(ptr %handle.1)
; CHECK:         ret void
define void @boxed_counted(i1 %again) {
entry:
  br label %loop
loop:
  %small = alloca [1000 x i8]
  call void @use(ptr %small)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; The same without a loop is under the limit.
; CHECK-LABEL: define void @kept_once(
; CHECK:         %small = alloca [1000 x i8]
define void @kept_once(i1 %again) {
entry:
  br label %next
next:
  %small = alloca [1000 x i8]
  call void @use(ptr %small)
  ret void
}

; A size of run time, and an exception.
; CHECK-LABEL: define void @boxed_sized(
; CHECK:         %sized.box = call ptr @malloc(
; CHECK:         invoke void @throws(
; CHECK:       offstack.unwind:
; CHECK:         call void @__offstack_free_chain(ptr %handle.1)
; CHECK-NEXT:    resume
define void @boxed_sized(i1 %again, i64 %n) {
entry:
  br label %loop
loop:
  %sized = alloca i8, i64 %n
  call void @throws(ptr %sized)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; Released in each round: one box at a time.
; CHECK-LABEL: define void @boxed_released(
; CHECK:         %vla.box = call ptr @malloc(
; CHECK:         call void @free(
define void @boxed_released(i1 %again, i64 %n) {
entry:
  br label %loop
loop:
  %saved = call ptr @llvm.stacksave.p0()
  %vla = alloca i8, i64 %n
  call void @use(ptr %vla)
  call void @llvm.stackrestore.p0(ptr %saved)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; An inner loop whose objects an outer one releases: the chain and the bytes
; start from nothing again.
; CHECK-LABEL: define void @boxed_released_outside(
; CHECK:       outer:
; CHECK-NOT:     phi
; CHECK:       inner:
; CHECK-NEXT:    phi ptr [ null, %outer ],
; CHECK-NEXT:    phi i64 [ 0, %outer ],
; CHECK:         %asked.box = call ptr @malloc(i64 80)
; CHECK:         call void @__offstack_free_chain(
; CHECK:         call void @llvm.stackrestore
define void @boxed_released_outside(i1 %again) {
entry:
  br label %outer
outer:
  %saved = call ptr @llvm.stacksave.p0()
  br label %inner
inner:
  %asked = alloca [64 x i8], !offstack.user !0
  call void @use(ptr %asked)
  br i1 %again, label %inner, label %release
release:
  call void @llvm.stackrestore.p0(ptr %saved)
  br i1 %again, label %outer, label %done
done:
  ret void
}

; CHECK: define internal void @__offstack_free_chain(ptr %0) #[[HELPER:[0-9]+]]
; CHECK:         %box = phi ptr [ %0, %entry ], [ %older, %body ]
; CHECK:         %older = load ptr, ptr %box
; CHECK-NEXT:    call void @free(ptr %box)
; CHECK: attributes #[[HELPER]] = {{{.*}}"offstack-free-chain"

!0 = !{!"box", !""}
