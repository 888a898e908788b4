; Tokens tie instructions to each other that may not be parted: boxes are taken
; and freed around them, and nothing of the kind is copied.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare token @llvm.experimental.convergence.entry()
declare token @llvm.call.preallocated.setup(i32)
declare ptr @llvm.call.preallocated.arg(token, i32)
declare void @use(ptr)
declare void @take(ptr preallocated(i32))

; The token of a convergent function is made first. It goes along when its call
; becomes an invoke.
; CHECK-LABEL: define void @boxed_convergent(
; CHECK-NEXT:  entry:
; CHECK-NEXT:    %token = call token @llvm.experimental.convergence.entry()
; CHECK:         invoke void @use(ptr %buf.box) #{{[0-9]+}} [ "convergencectrl"(token %token) ]
define void @boxed_convergent() convergent {
entry:
  %token = call token @llvm.experimental.convergence.entry()
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf) convergent [ "convergencectrl"(token %token) ]
  ret void
}

; CHECK-LABEL: define void @boxed_beside_preallocated(
; CHECK:         %token = call token @llvm.call.preallocated.setup(i32 1)
; CHECK:         call void @use(ptr %buf.box)
; CHECK-NEXT:    call void @take(ptr preallocated(i32) %argument) [ "preallocated"(token %token) ]
; CHECK-NEXT:    call void @free(
define void @boxed_beside_preallocated() nounwind {
  %buf = alloca [8192 x i8], align 16
  %token = call token @llvm.call.preallocated.setup(i32 1)
  %argument = call ptr @llvm.call.preallocated.arg(token %token, i32 0) preallocated(i32)
  store i32 0, ptr %argument
  call void @use(ptr %buf)
  call void @take(ptr preallocated(i32) %argument) [ "preallocated"(token %token) ]
  ret void
}

; Near miss: an object that is the preallocated argument itself.
; CHECK-LABEL: define void @kept_preallocated(
; CHECK:         %buf = alloca
define void @kept_preallocated() nounwind {
  %buf = alloca [8192 x i8], align 16
  %token = call token @llvm.call.preallocated.setup(i32 1)
  call void @use(ptr %buf)
  call void @take(ptr preallocated(i32) %buf) [ "preallocated"(token %token) ]
  ret void
}
