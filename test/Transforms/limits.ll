; Which objects move: those over 'local', in recursive functions those over
; 'recursive-local', and the largest of a frame over 'frame' until it fits.

; RUN: %opt -passes='offstack-box<local=64K;frame=100K;recursive-local=1K>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

; The defaults on Linux: 128 KiB, 512 KiB, 8 KiB.
; RUN: %opt -passes='offstack-box' -S %s | FileCheck %s --check-prefix=DEFAULT
; On a musl target, by its own stack: 2 KiB, 8 KiB, 128 bytes.
; RUN: %opt -passes='offstack-box' -mtriple=x86_64-unknown-linux-musl -S %s \
; RUN:   | FileCheck %s --check-prefix=MUSL
; The same by name.
; RUN: %opt -passes='offstack-box<stack=musl>' -S %s \
; RUN:   | FileCheck %s --check-prefix=MUSL

target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr, ptr, ptr) nounwind

; 60 + 50 + 40 KiB: without the largest it fits.
define void @boxed_frame() {
; CHECK-LABEL: define void @boxed_frame(
; CHECK-NOT:     alloca [61440 x i8]
; CHECK:         alloca [51200 x i8]
; CHECK:         alloca [40960 x i8]
; CHECK:         malloc(i64 61440)
; DEFAULT-LABEL: define void @boxed_frame(
; DEFAULT-NOT:   malloc
; DEFAULT:       ret void
; MUSL-LABEL:  define void @boxed_frame(
; MUSL-NOT:      alloca [
; MUSL:          ret void
  %b = alloca [51200 x i8], align 16
  %a = alloca [61440 x i8], align 16
  %c = alloca [40960 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr %c)
  ret void
}

; Near miss: together they are just at the limit.
define void @kept_frame() {
; CHECK-LABEL: define void @kept_frame(
; CHECK-NOT:     malloc
; CHECK:         ret void
  %a = alloca [51200 x i8], align 16
  %b = alloca [51200 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr null)
  ret void
}

; What 'local' moves does not fill the frame.
define void @boxed_local_relieves_the_frame() {
; CHECK-LABEL: define void @boxed_local_relieves_the_frame(
; CHECK:         alloca [51200 x i8]
; CHECK:         alloca [51200 x i8]
; CHECK:         malloc(i64 90000)
; CHECK-NOT:     malloc
; CHECK:         ret void
  %a = alloca [51200 x i8], align 16
  %b = alloca [51200 x i8], align 16
  %c = alloca [90000 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr %c)
  ret void
}

; What has to stay fills the frame: others make room for it.
define void @boxed_beside_kept() {
; CHECK-LABEL: define void @boxed_beside_kept(
; CHECK:         alloca [90000 x i8]
; CHECK-NOT:     alloca [20000 x i8]
; CHECK:         malloc(i64 20000)
; CHECK-NOT:     malloc
; CHECK:         ret void
  %a = alloca [90000 x i8], align 16, !offstack.user !0
  %b = alloca [20000 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr null)
  ret void
}

; So does what would be next.
define void @boxed_behind_kept() {
; CHECK-LABEL: define void @boxed_behind_kept(
; CHECK:         alloca [60000 x i8]
; CHECK-NOT:     alloca [50000 x i8]
; CHECK:         malloc(i64 50000)
; CHECK-NOT:     malloc
; CHECK:         ret void
  %a = alloca [60000 x i8], align 16, !offstack.user !0
  %b = alloca [50000 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr null)
  ret void
}

; Near miss: there is room for both.
define void @kept_beside_kept() {
; CHECK-LABEL: define void @kept_beside_kept(
; CHECK-NOT:     malloc
; CHECK:         ret void
  %a = alloca [90000 x i8], align 16, !offstack.user !0
  %b = alloca [12400 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr null)
  ret void
}

; Objects of one size go in the order of the function.
define void @boxed_equal_sizes() {
; CHECK-LABEL: define void @boxed_equal_sizes(
; CHECK-NOT:     %a = alloca
; CHECK:         %b = alloca
; CHECK:         %c = alloca
; CHECK:         ret void
  %a = alloca [40000 x i8], align 16
  %b = alloca [40000 x i8], align 16
  %c = alloca [40000 x i8], align 16
  call void @use(ptr %a, ptr %b, ptr %c)
  ret void
}

; Two functions that call each other are recursive.
define void @boxed_recursive(i32 %n) {
; CHECK-LABEL: define void @boxed_recursive(
; CHECK:         malloc(i64 2000)
; DEFAULT-LABEL: define void @boxed_recursive(
; DEFAULT-NOT:   malloc
; DEFAULT:       ret void
  %a = alloca [2000 x i8], align 16
  call void @use(ptr %a, ptr null, ptr null)
  call void @recursive_partner(i32 %n)
  ret void
}

define void @recursive_partner(i32 %n) {
  call void @boxed_recursive(i32 %n)
  ret void
}

; Near miss: it calls a recursive function, but nothing leads back to it.
define void @kept_not_recursive(i32 %n) {
; CHECK-LABEL: define void @kept_not_recursive(
; CHECK-NOT:     malloc
; CHECK:         ret void
  %a = alloca [2000 x i8], align 16
  call void @use(ptr %a, ptr null, ptr null)
  call void @boxed_recursive(i32 %n)
  ret void
}

; Over the default limit.
define void @boxed_by_default() {
; DEFAULT-LABEL: define void @boxed_by_default(
; DEFAULT:       malloc(i64 131073)
  %a = alloca [131073 x i8], align 16
  call void @use(ptr %a, ptr null, ptr null)
  ret void
}

; Near miss: at the default limit.
define void @kept_by_default() {
; DEFAULT-LABEL: define void @kept_by_default(
; DEFAULT-NOT:   malloc
; DEFAULT:       ret void
  %a = alloca [131072 x i8], align 16
  call void @use(ptr %a, ptr null, ptr null)
  ret void
}

!0 = !{!"keep", !""}
