; A box that cannot be had is never silent: function, variable and bytes are
; printed to standard error without allocating, and the program stops.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s
; RUN: %opt -passes='offstack-box<local=4K>' -mtriple=x86_64-pc-windows-msvc \
; RUN:   -S %s | FileCheck %s --check-prefix=WINDOWS
; RUN: %opt -passes='offstack-box<local=4K>' -mtriple=avr -S %s \
; RUN:   | FileCheck %s --check-prefix=AVR

; C++ names are shown as they are written. An object without a name says so.
; CHECK: @offstack.message = private unnamed_addr constant [{{.*}}] c" bytes for 'buf' in 'boxed_named'\0A"
; CHECK: c"offstack: out of memory: cannot take "
; CHECK: c" bytes for '<unnamed>' in 'ns::boxed(int)'\0A"

declare void @use(ptr) nounwind

; Near miss: an object in the frame cannot fail.
; CHECK-LABEL: define void @kept_small(
; CHECK-NEXT:    %small = alloca
; CHECK-NEXT:    call void @use(
; CHECK-NEXT:    ret void
define void @kept_small() nounwind {
  %small = alloca [4096 x i8], align 128
  call void @use(ptr %small)
  ret void
}

; An object that is aligned further up gives its own bytes.
; CHECK: call void @__offstack_out_of_memory(ptr @offstack.message, i64 34, i64 8192)
; CHECK: call void @__offstack_out_of_memory(ptr @{{.*}}, i64 {{[0-9]+}}, i64 5000)

; CHECK: define internal void @__offstack_out_of_memory(ptr %0, i64 %1, i64 %2) #[[COLD:[0-9]+]] {
; CHECK:   call i64 @write(i32 2, ptr @offstack.message{{.*}}, i64 37)
; CHECK:   urem i64 %rest, 10
; CHECK:   call i64 @write(i32 2, ptr {{.*}}, i64 {{.*}})
; CHECK:   call i64 @write(i32 2, ptr %0, i64 %1)
; CHECK:   call void @abort()
; CHECK:   unreachable
; CHECK: attributes #[[COLD]] = { cold noinline nounwind "offstack-out-of-memory" }

; WINDOWS: define internal void @__offstack_out_of_memory(
; WINDOWS:   call void @abort()

; An int has 16 bits there, and functions an address space of their own.
; AVR: define internal void @__offstack_out_of_memory(ptr %0, i16 %1, i16 %2) addrspace(1)
; AVR:   call addrspace(1) i16 @write(i16 2, ptr @offstack.message{{.*}}, i16 37)

define void @boxed_named() nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @use(ptr %buf)
  ret void
}

define void @_ZN2ns5boxedEi(i32 %n) nounwind {
  %1 = alloca [5000 x i8], align 128
  call void @use(ptr %1)
  ret void
}
