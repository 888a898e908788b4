; An alloca in a loop that nothing releases before the next round stays on the
; stack: there is no saying how many boxes it would be.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-alloca-in-loop)
; REMARK: 'buf' is kept on the stack: {{.*}}(offstack-alloca-in-loop)

declare void @use(ptr)

; A constant size, but one more object each time round.
; BOX-LABEL: define {{.*}}@kept_loop(
; BOX: %buf = alloca [8192 x i8]
define void @kept_loop(i1 %again) {
  br label %loop
loop:
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; The same with a size of run time.
; BOX-LABEL: define {{.*}}@kept_loop_dynamic(
; BOX: %buf = alloca i8, i64 %n
; BOX-NOT: malloc
; BOX: ret void
define void @kept_loop_dynamic(i1 %again, i64 %n) {
  br label %loop
loop:
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; Near miss: released in each round.
; BOX-LABEL: define {{.*}}@boxed_released(
; BOX: call ptr @malloc(
; BOX: call void @free(
define void @boxed_released(i1 %again, i64 %n) {
  br label %loop
loop:
  %saved = call ptr @llvm.stacksave.p0()
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; Near miss: the loop around one object.
; BOX-LABEL: define {{.*}}@boxed_loop(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_loop(i1 %again) {
  %buf = alloca [8192 x i8]
  br label %loop
loop:
  call void @use(ptr %buf)
  br i1 %again, label %loop, label %done
done:
  ret void
}
