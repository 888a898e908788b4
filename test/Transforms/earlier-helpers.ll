; Link-time optimisation takes arguments from the helpers that compilation has
; added, and puts into their bodies what all calls give them. The boxes of the
; link get helpers of their own.

; RUN: %opt -passes='offstack-box<local=1;verify>,verify' -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed(
; CHECK:         call void @__offstack_out_of_memory(ptr @{{[^,]+}}, i64 {{[0-9]+}}, i64 100)
define void @boxed() nounwind {
  %buf = alloca [100 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK-LABEL: define void @boxed_chain(
; CHECK:         call void @__offstack_free_chain(ptr
define void @boxed_chain(i64 %n) nounwind {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %buf = alloca [200 x i8]
  call void @use(ptr %buf)
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; What compilation has boxed goes on as it is.
; CHECK-LABEL: define void @boxed_before(
; CHECK:         call void @__offstack_out_of_memory.earlier(ptr @message)
define void @boxed_before() nounwind {
  %box = call ptr @malloc(i64 5000), !offstack.box !0
  %null = icmp eq ptr %box, null
  br i1 %null, label %full, label %rest
full:
  call void @__offstack_out_of_memory(ptr @message)
  br label %rest
rest:
  call void @use(ptr %box)
  call void @free(ptr %box)
  ret void
}

; CHECK: define internal void @__offstack_out_of_memory.earlier(ptr %text) #[[EARLIER:[0-9]+]]
define internal void @__offstack_out_of_memory(ptr %text) "offstack-out-of-memory" nounwind noinline {
  call void @abort()
  unreachable
}

; CHECK: define internal void @__offstack_free_chain.earlier()
define internal void @__offstack_free_chain() "offstack-free-chain" nounwind noinline {
  ret void
}

; CHECK: define internal void @__offstack_out_of_memory(ptr %0, i64 %1, i64 %2) #[[OURS:[0-9]+]]
; CHECK: define internal void @__offstack_free_chain(ptr %0)
; CHECK-DAG: attributes #[[EARLIER]] = { {{.*}}"offstack-out-of-memory"="earlier"
; CHECK-DAG: attributes #[[OURS]] = { {{.*}}"offstack-out-of-memory" }

@message = private constant [4 x i8] c"text"
@keep = global [2 x ptr] [ptr @boxed_before, ptr @__offstack_free_chain]

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @abort()

!0 = !{!"old"}
