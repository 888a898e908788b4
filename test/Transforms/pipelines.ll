; The plugin boxes at the end of every pipeline, at -O0 too, unless it is told
; not to, and leaves functions alone whose body is never emitted.

; RUN: %opt -passes='default<O0>' -offstack-local=4K -S %s | FileCheck %s
; RUN: %opt -passes='default<O1>' -offstack-local=4K -S %s | FileCheck %s
; RUN: %opt -passes='default<O2>' -offstack-local=4K -S %s | FileCheck %s
; RUN: %opt -passes='default<O3>' -offstack-local=4K -S %s | FileCheck %s
; RUN: %opt -passes='default<Os>' -offstack-local=4K -S %s | FileCheck %s
; RUN: %opt -passes='thinlto-pre-link<O2>' -offstack-local=4K -S %s \
; RUN:   | FileCheck %s
; RUN: %opt -passes='thinlto<O2>' -offstack-local=4K -S %s | FileCheck %s
; RUN: %opt -passes='lto<O2>' -offstack-local=4K -S %s | FileCheck %s
; CHECK-LABEL: define void @boxed(
; CHECK:         call {{.*}}ptr @malloc(i64 8192)

; RUN: %opt -passes='default<O2>' -S %s | FileCheck %s --check-prefix=KEPT
; RUN: %opt -passes='default<O2>' -offstack-local=4K -offstack-box=false -S %s \
; RUN:   | FileCheck %s --check-prefix=KEPT
; KEPT-LABEL: define void @boxed(
; KEPT-NOT:     malloc
; KEPT:         ret void

; The environment says it, for hosts that read options before plugins.
; RUN: env OFFSTACK_OPTIONS=local=4K %opt -passes='default<O2>' -S %s \
; RUN:   | FileCheck %s
; RUN: env OFFSTACK_OPTIONS=local=4K:box=false %opt -passes='default<O2>' -S %s \
; RUN:   | FileCheck %s --check-prefix=KEPT

; The nearer spelling wins: parameters, command line, environment.
; RUN: env OFFSTACK_OPTIONS=local=1M %opt -passes='offstack-box<local=4K>' -S %s \
; RUN:   -offstack-local=2M | FileCheck %s
; RUN: env OFFSTACK_OPTIONS=local=1M %opt -passes='offstack-box' -S %s \
; RUN:   -offstack-local=4K | FileCheck %s
; RUN: env OFFSTACK_OPTIONS=local=4K %opt -passes='offstack-box' -S %s \
; RUN:   -offstack-local=1M | FileCheck %s --check-prefix=KEPT

; optnone does not keep a program from overflowing.
; RUN: %opt -passes='offstack-box<local=4K>' -S %s \
; RUN:   | FileCheck %s --check-prefix=OPTNONE
; OPTNONE-LABEL: define void @boxed_optnone(
; OPTNONE:         call ptr @malloc(i64 8192)
; OPTNONE-LABEL: define available_externally void @kept_never_emitted(
; OPTNONE-NOT:     malloc
; OPTNONE:         ret void

declare void @use(ptr)

define void @boxed() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

define void @boxed_optnone() optnone noinline {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

define available_externally void @kept_never_emitted() {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}
