; A box is freed behind the last instruction that may use it, even if the scope
; of its variable goes on. Who may use it depends on who knows the address.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call void @free'

declare void @fill(ptr captures(none)) nounwind
declare void @publish(ptr) nounwind
declare void @other() nounwind
declare ptr @same(ptr captures(ret: address, provenance)) nounwind
@flag = global i32 0

; Nobody else knows it: the call behind cannot use it.
; CHECK-LABEL: define void @boxed_unpublished(
; CHECK:         call void @fill(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    call void @other()
define void @boxed_unpublished() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @fill(ptr %buf)
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}

; Without markers, too.
; CHECK-LABEL: define void @boxed_unpublished_unmarked(
; CHECK:         call void @fill(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    call void @other()
define void @boxed_unpublished_unmarked() {
  %buf = alloca [8192 x i8], align 16
  call void @fill(ptr %buf)
  call void @other()
  ret void
}

; Known to the callee, which may have kept it for the other: freed behind that,
; though not at the end of the scope.
; CHECK-LABEL: define i32 @boxed_published(
; CHECK:         call void @publish(ptr %buf.box)
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    %sum = add i32 %a, 1
define i32 @boxed_published(i32 %a) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @publish(ptr %buf)
  call void @other()
  %sum = add i32 %a, 1
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 %sum
}

; Behind the end of its scope the other may not use it.
; CHECK-LABEL: define void @boxed_published_scope_ends(
; CHECK:         call void @publish(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    call void @other()
define void @boxed_published_scope_ends() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @publish(ptr %buf)
  call void @llvm.lifetime.end.p0(ptr %buf)
  call void @other()
  ret void
}

; Without markers nothing says so.
; CHECK-LABEL: define void @boxed_published_unmarked(
; CHECK:         call void @publish(ptr %buf.box)
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    ret void
define void @boxed_published_unmarked() {
  %buf = alloca [8192 x i8], align 16
  call void @publish(ptr %buf)
  call void @other()
  ret void
}

; Another thread may use it until the flag says that it is done.
; CHECK-LABEL: define void @boxed_until_flag(
; CHECK:       wait:
; CHECK-NEXT:    %done = load atomic i32, ptr @flag acquire
; CHECK:       out:
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_until_flag() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @publish(ptr %buf)
  br label %wait
wait:
  %done = load atomic i32, ptr @flag acquire, align 4
  %again = icmp eq i32 %done, 0
  br i1 %again, label %wait, label %out
out:
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}

; A plain load of the flag orders nothing.
; CHECK-LABEL: define i32 @boxed_plain_flag(
; CHECK:         call void @publish(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    %done = load i32, ptr @flag
define i32 @boxed_plain_flag() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @publish(ptr %buf)
  %done = load i32, ptr @flag
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 %done
}

; The result may be the address.
; CHECK-LABEL: define i8 @boxed_returned(
; CHECK:         %p = call ptr @same(ptr %buf.box)
; CHECK-NEXT:    %v = load i8, ptr %p
; CHECK-NEXT:    call void @free(ptr %buf.box)
define i8 @boxed_returned() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @fill(ptr %buf)
  %p = call ptr @same(ptr %buf)
  %v = load i8, ptr %p
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i8 %v
}

; A debug build keeps it for the debugger.
; CHECK-LABEL: define void @boxed_unoptimised(
; CHECK:         call void @fill(ptr %buf.box)
; CHECK-NEXT:    call void @other()
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_unoptimised() noinline optnone {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @fill(ptr %buf)
  call void @other()
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret void
}

; Used on a rare path: what is common has no trace of the box.
; CHECK-LABEL: define i32 @boxed_rare(
; CHECK-NEXT:    %buf.slot = alloca ptr
; CHECK-NEXT:    br i1 %is_rare, label %rare, label %common
; CHECK:       rare:
; CHECK-NEXT:    %buf.box = call ptr @malloc(
; CHECK:         call void @publish(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    br label %common
; CHECK:       common:
; CHECK-NEXT:    %sum = add i32 %a, 1
; CHECK-NEXT:    ret i32 %sum
define i32 @boxed_rare(i1 %is_rare, i32 %a) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  br i1 %is_rare, label %rare, label %common
rare:
  call void @publish(ptr %buf)
  br label %common
common:
  %sum = add i32 %a, 1
  call void @llvm.lifetime.end.p0(ptr %buf)
  ret i32 %sum
}

; What the slot points to can be read wherever a pointer is loaded from it, also
; behind the end of the scope: an optimisation may have moved the read there.
; CHECK-LABEL: define i8 @boxed_promised(
; CHECK:         %v = load i8, ptr %p
; CHECK-NEXT:    call void @free(ptr %buf.box)
define i8 @boxed_promised(ptr %where) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  store ptr %buf, ptr %where
  %p = load ptr, ptr %where, !dereferenceable !{i64 8}
  call void @llvm.lifetime.end.p0(ptr %buf)
  %v = load i8, ptr %p
  ret i8 %v
}

; Without the promise, the read belongs to what the pointer points to by then.
; CHECK-LABEL: define i8 @boxed_not_promised(
; CHECK:         %p = load ptr, ptr %where
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    %v = load i8, ptr %p
define i8 @boxed_not_promised(ptr %where) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  store ptr %buf, ptr %where
  %p = load ptr, ptr %where
  call void @llvm.lifetime.end.p0(ptr %buf)
  %v = load i8, ptr %p
  ret i8 %v
}

; What is never reached frees nothing, but a call that never returns may jump past
; the frame: freed before it.
; CHECK-LABEL: define void @boxed_never(
; CHECK:       impossible:
; CHECK-NEXT:    unreachable
; CHECK:       leaves:
; CHECK-NEXT:    call void @free(ptr %buf.box)
; CHECK-NEXT:    call void @leave()
; CHECK-NEXT:    unreachable
; CHECK:       out:
; CHECK-NEXT:    call void @fill(ptr %buf.box)
; CHECK-NEXT:    call void @free(ptr %buf.box)
define void @boxed_never(i8 %which) {
  %buf = alloca [8192 x i8], align 16
  call void @fill(ptr %buf)
  switch i8 %which, label %impossible [
    i8 0, label %leaves
    i8 1, label %out
  ]
impossible:
  unreachable
leaves:
  call void @leave()
  unreachable
out:
  call void @fill(ptr %buf)
  ret void
}
declare void @leave() nounwind noreturn
