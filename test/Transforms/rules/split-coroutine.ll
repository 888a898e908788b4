; The parts that a coroutine has been split into are functions like any other.
; What lives across a suspension has left their frames already.

; RUN: %opt -S %s \
; RUN:   -passes='coro-early,cgscc(coro-split),coro-cleanup,offstack-box<local=4K;verify>,verify' \
; RUN:   | FileCheck %s
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   | FileCheck %s --check-prefix=EARLY --implicit-check-not=.box

declare void @use(ptr) nounwind
declare ptr @take(i64)
declare void @release(ptr)

; The object lives between two suspensions: it is boxed in the part that runs
; then. Before the split it would be too early to tell.
; CHECK-LABEL: define ptr @boxed_later(
; CHECK-NOT:     malloc
; CHECK:         ret ptr
; CHECK-LABEL: define internal {{.*}}void @boxed_later.resume(
; CHECK:         %buf.box = call ptr @malloc(i64 8192)
; CHECK:         call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; EARLY-LABEL: define ptr @boxed_later(
; EARLY:         %buf = alloca [8192 x i8]
define ptr @boxed_later() nounwind presplitcoroutine {
entry:
  %buf = alloca [8192 x i8], align 16
  %id = call token @llvm.coro.id(i32 0, ptr null, ptr null, ptr null)
  %size = call i64 @llvm.coro.size.i64()
  %memory = call ptr @take(i64 %size)
  %handle = call ptr @llvm.coro.begin(token %id, ptr %memory)
  %first = call i8 @llvm.coro.suspend(token none, i1 false)
  switch i8 %first, label %suspend [ i8 0, label %resumed
                                     i8 1, label %cleanup ]
resumed:
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  br label %cleanup
cleanup:
  %frame = call ptr @llvm.coro.free(token %id, ptr %handle)
  call void @release(ptr %frame)
  br label %suspend
suspend:
  call void @llvm.coro.end(ptr %handle, i1 false, token none)
  ret ptr %handle
}
