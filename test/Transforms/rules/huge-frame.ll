; LLVM miscompiles frames of 4 GiB and more, with a warning. A box has any size
; that a pointer has.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s -o %t.ll
; RUN: FileCheck %s --input-file=%t.ll
; RUN: llc %t.ll -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=QUIET --allow-empty
; RUN: llc %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=WARNS
; QUIET-NOT: stack frame size
; WARNS: stack frame size (8589934{{.*}}) exceeds limit (4294967295)

target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr) nounwind

; CHECK-LABEL: define i8 @boxed_8_gib(
; CHECK:         %buf.box = call ptr @malloc(i64 8589934592)
; CHECK:         %end = getelementptr i8, ptr %buf.box, i64 8589934591
define i8 @boxed_8_gib() nounwind {
  %buf = alloca [8589934592 x i8], align 16
  call void @use(ptr %buf)
  %end = getelementptr i8, ptr %buf, i64 8589934591
  %last = load i8, ptr %end
  ret i8 %last
}

; Near miss: under the limit.
; CHECK-LABEL: define i8 @kept_small(
; CHECK:         alloca [4096 x i8]
define i8 @kept_small() nounwind {
  %buf = alloca [4096 x i8], align 16
  call void @use(ptr %buf)
  %end = getelementptr i8, ptr %buf, i64 4095
  %last = load i8, ptr %end
  ret i8 %last
}
