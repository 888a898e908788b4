; Under a sanitizer, and for targets that the cache is not made for, boxes come
; from malloc, and a remark says why.

; RUN: split-file %s %t
; DEFINE: %{box} = %opt -passes='offstack-box<alloc=cache;verify>' -S \
; DEFINE:   -pass-remarks-missed=offstack
; DEFINE: %{check} = FileCheck %s --check-prefixes

; RUN: cat %t/plain.ll %t/code.ll > %t.plain.ll
; RUN: %{box} %t.plain.ll 2>&1 | %{check}=CACHE --implicit-check-not=remark:
; CACHE-LABEL: define void @boxed()
; CACHE: call ptr @__offstack_v1_acquire(i64 262144,

; Each sanitizer, even if it spares the function that has the box.
; RUN: cat %t/plain.ll %t/code.ll %t/asan.ll > %t.asan.ll
; RUN: %{box} %t.asan.ll 2>&1 | %{check}=MALLOC,ASAN
; ASAN: remark: {{.*}} boxes of 'boxed' come from malloc, not from the cache: AddressSanitizer watches malloc only (offstack-cache-unavailable){{$}}
; RUN: sed s/sanitize_address/sanitize_hwaddress/ %t.asan.ll > %t.hwasan.ll
; RUN: %{box} %t.hwasan.ll 2>&1 | %{check}=MALLOC,HWASAN
; HWASAN: cache: HWAddressSanitizer watches malloc only
; RUN: sed s/sanitize_address/sanitize_memory/ %t.asan.ll > %t.msan.ll
; RUN: %{box} %t.msan.ll 2>&1 | %{check}=MALLOC,MSAN
; MSAN: cache: MemorySanitizer watches malloc only
; RUN: sed s/sanitize_address/sanitize_thread/ %t.asan.ll > %t.tsan.ll
; RUN: %{box} %t.tsan.ll 2>&1 | %{check}=MALLOC,TSAN
; TSAN: cache: ThreadSanitizer watches malloc only
; RUN: sed s/sanitize_address/sanitize_memtag/ %t.asan.ll > %t.memtag.ll
; RUN: %{box} %t.memtag.ll 2>&1 | %{check}=MALLOC,MEMTAG
; MEMTAG: cache: MemTagSanitizer watches malloc only

; What is asked for a declaration does not count.
; RUN: cat %t/plain.ll %t/code.ll %t/declared.ll > %t.declaration.ll
; RUN: %{box} %t.declaration.ll 2>&1 | %{check}=CACHE \
; RUN:   --implicit-check-not=remark:

; Other targets.
; RUN: cat %t/windows.ll %t/code.ll | %{box} 2>&1 | %{check}=MALLOC,TARGET
; RUN: cat %t/macos.ll %t/code.ll | %{box} 2>&1 | %{check}=MALLOC,TARGET
; RUN: cat %t/i386.ll %t/code.ll | %{box} 2>&1 | %{check}=MALLOC,TARGET
; RUN: cat %t/x32.ll %t/code.ll | %{box} 2>&1 | %{check}=MALLOC,TARGET
; RUN: cat %t/s390x.ll %t/code.ll | %{box} 2>&1 | %{check}=MALLOC,TARGET
; RUN: cat %t/android.ll %t/code.ll | %{box} 2>&1 | %{check}=MALLOC,TARGET
; TARGET: remark: {{.*}} boxes of 'boxed' come from malloc, not from the cache: the cache is for 64-bit little-endian Linux (offstack-cache-unavailable)

; MALLOC-LABEL: define void @boxed()
; MALLOC: call ptr @malloc(
; MALLOC: call void @free(
; MALLOC-NOT: @__offstack_v1

; RUN: cat %t/aarch64.ll %t/code.ll | %{box} 2>&1 | %{check}=CACHE
; RUN: cat %t/riscv64.ll %t/code.ll | %{box} 2>&1 | %{check}=CACHE

; Where malloc is asked for there is nothing to say.
; RUN: %opt -passes='offstack-box<alloc=malloc>' -S %t.asan.ll \
; RUN:   -pass-remarks-missed=offstack 2>&1 | %{check}=MALLOC \
; RUN:   --implicit-check-not=remark:

;--- plain.ll
target triple = "x86_64-unknown-linux-gnu"
;--- windows.ll
target triple = "x86_64-pc-windows-msvc"
;--- macos.ll
target datalayout = "e-m:o-i64:64-i128:128-n32:64-S128"
target triple = "arm64-apple-macosx"
;--- i386.ll
target datalayout = "e-m:e-p:32:32-p270:32:32-p271:32:32-p272:64:64-f64:32:64-S128"
target triple = "i386-unknown-linux-gnu"
;--- x32.ll
target datalayout = "e-m:e-p:32:32-p270:32:32-p271:32:32-p272:64:64-i64:64-S128"
target triple = "x86_64-unknown-linux-gnux32"
;--- s390x.ll
target datalayout = "E-S64-m:e-i1:8:16-i8:8:16-i64:64-f128:64-v128:64-a:8:16-n32:64"
target triple = "s390x-unknown-linux-gnu"
;--- android.ll
target triple = "aarch64-unknown-linux-android"
;--- aarch64.ll
target triple = "aarch64-unknown-linux-gnu"
;--- riscv64.ll
target triple = "riscv64-unknown-linux-musl"
;--- asan.ll
define void @watched() sanitize_address {
  ret void
}
;--- declared.ll
declare void @watched() sanitize_address
;--- code.ll
declare void @use(ptr) nounwind
define void @boxed() {
  %buf = alloca [262144 x i8]
  call void @use(ptr %buf)
  ret void
}
