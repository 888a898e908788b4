; 'alloc=cache': the calls of a box, and the runtime that they come with.

; RUN: %opt -passes='offstack-box<local=4K;alloc=cache;verify>,verify' -S %s \
; RUN:   | FileCheck %s --implicit-check-not='call {{.*}}@malloc(i64 8192)'

; A second run, as at link time, adds nothing.
; RUN: %opt -passes='offstack-box<local=4K;alloc=cache>' -S < %s > %t.once.ll
; RUN: %opt -passes='offstack-box<local=4K;alloc=cache>' -S < %t.once.ll \
; RUN:   > %t.twice.ll
; RUN: sed 's/ *; preds.*//' %t.once.ll > %t.first
; RUN: sed 's/ *; preds.*//' %t.twice.ll > %t.second
; RUN: diff %t.first %t.second

; One that does not know of the cache can still prove what the first wrote.
; RUN: %opt -passes='offstack-verify,print<offstack-boxes>' -disable-output \
; RUN:   %t.once.ll | FileCheck %s --check-prefix=PROOF
; PROOF: function 'boxed': 1 box, proven
; PROOF: function 'boxed_invoke': 1 box, proven

; RUN: not %opt -passes='offstack-box<alloc=arena>' %s -o /dev/null 2>&1 \
; RUN:   | FileCheck %s --check-prefix=ERROR
; ERROR: error: offstack: invalid value 'arena' for option 'alloc': expected malloc or cache

; Without a box there is no runtime.
; RUN: sed /^define/,/^}/d %s | %opt -passes='offstack-box<alloc=cache>' -S \
; RUN:   | FileCheck %s --check-prefix=NONE --implicit-check-not=__offstack
; NONE: declare void @use(ptr)

target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr) nounwind
declare void @may_throw(ptr)
declare i32 @__gxx_personality_v0(...)

; All copies of a symbol are alike; the linker keeps one, which nobody outside
; sees. Its thread-local storage is one pointer, of no named model.
; CHECK-DAG: @__offstack_v1_cache = linkonce_odr hidden thread_local local_unnamed_addr global ptr @__offstack_v1_sentinels, comdat

; The size, and the class of that size.
; CHECK-LABEL: define void @boxed()
; CHECK: %[[BOX:.*]] = call ptr @__offstack_v1_acquire(i64 8192, i64 28) #{{.*}}, !offstack.box
; CHECK-NEXT: icmp eq ptr %[[BOX]], null
; CHECK: call void @__offstack_out_of_memory({{.*}}, i64 8192)
; CHECK: call void @use(ptr %[[BOX]])
; CHECK-NEXT: call void @__offstack_v1_release(ptr %[[BOX]])
; CHECK-NEXT: ret void
define void @boxed() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; A size that is one over that of a class has the next one.
; CHECK-LABEL: define void @boxed_next_class()
; CHECK: call ptr @__offstack_v1_acquire(i64 8193, i64 29)
define void @boxed_next_class() {
  %buf = alloca [8193 x i8]
  call void @use(ptr %buf)
  ret void
}

; No class: only run time tells the size, or it is one that there is none for.
; CHECK-LABEL: define void @boxed_run_time_size(i64 %n)
; CHECK: call ptr @__offstack_v1_acquire(i64 %{{.*}}, i64 161)
; CHECK: %[[HELD:.*]] = phi ptr
; CHECK: call void @__offstack_v1_release(ptr %[[HELD]])
define void @boxed_run_time_size(i64 %n) {
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  ret void
}

; CHECK-LABEL: define void @boxed_largest()
; CHECK: call ptr @__offstack_v1_acquire(i64 70368744177664, i64 160)
define void @boxed_largest() {
  %buf = alloca [70368744177664 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK-LABEL: define void @boxed_too_large()
; CHECK: call ptr @__offstack_v1_acquire(i64 70368744177665, i64 161)
define void @boxed_too_large() {
  %buf = alloca [70368744177665 x i8]
  call void @use(ptr %buf)
  ret void
}

; An alignment above malloc's takes a larger box.
; CHECK-LABEL: define void @boxed_aligned()
; CHECK: %[[BOX:.*]] = call ptr @__offstack_v1_acquire(i64 8255,
; CHECK: call ptr @llvm.ptrmask
; CHECK: call void @__offstack_v1_release(ptr %[[BOX]])
define void @boxed_aligned() {
  %buf = alloca [8192 x i8], align 64
  call void @use(ptr %buf)
  ret void
}

; The release neither throws nor is missed when another call does.
; CHECK-LABEL: define void @boxed_invoke()
; CHECK: invoke void @may_throw
; CHECK: landingpad
; CHECK: call void @__offstack_v1_release(
; CHECK: resume
define void @boxed_invoke() uwtable personality ptr @__gxx_personality_v0 {
  %buf = alloca [8192 x i8]
  call void @may_throw(ptr %buf)
  ret void
}

; Calls in a strictfp function say so.
; CHECK-LABEL: define void @boxed_strictfp()
; CHECK: call ptr @__offstack_v1_acquire(i64 8192, i64 28) #[[STRICT:[0-9]+]]
define void @boxed_strictfp() strictfp "target-features"="+d" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf) strictfp
  ret void
}

; Neither may be inlined, or the address of thread-local storage would be
; computed once for both. To the optimiser they are malloc and free. They want
; no feature of a processor: the linker may take them from any module.
; CHECK-LABEL: define linkonce_odr hidden noalias ptr @__offstack_v1_acquire(
; CHECK-SAME: #[[ACQUIRE:[0-9]+]] comdat
; CHECK-LABEL: define linkonce_odr hidden void @__offstack_v1_release(ptr allocptr
; CHECK-SAME: #[[RELEASE:[0-9]+]] comdat
; CHECK: attributes #[[ACQUIRE]] = { noinline nounwind allockind("alloc,uninitialized") allocsize(0) memory(inaccessiblemem: readwrite) "alloc-family"="offstack" "offstack-runtime" }
; CHECK: attributes #[[RELEASE]] = { noinline nounwind allockind("free") memory(argmem: readwrite, inaccessiblemem: readwrite) "alloc-family"="offstack" "offstack-runtime" }
; CHECK: attributes #[[STRICT]] = { nounwind strictfp }

; What a program may call stays although nothing here calls it. Each symbol that
; other modules have, too, is one of ours by its name, hidden, and has a comdat.
; RUN: FileCheck %s --check-prefix=SYMBOLS --input-file=%t.once.ll \
; RUN:   --implicit-check-not='_odr {{[^h]}}' \
; RUN:   --implicit-check-not='define weak_odr'
; SYMBOLS-NOT: {{^(define|@)[^@]*_odr .*@([^_]|_[^_]|__[^o])}}
; SYMBOLS: define weak_odr hidden void @__offstack_cache_stats({{.*}} comdat {
; SYMBOLS: define weak_odr hidden void @__offstack_cache_trim({{.*}} comdat {
; SYMBOLS: define weak_odr hidden void @__offstack_cache_set_limits({{.*}} comdat {
; SYMBOLS-NOT: {{^define[^@]*_odr .*@([^_]|_[^_]|__[^o])}}

; The function for destructors of threads that a libc has is needed, that of
; others is not.
; RUN: FileCheck %s --check-prefix=GLIBC --input-file=%t.once.ll
; GLIBC-DAG: declare i32 @__cxa_thread_atexit_impl(
; GLIBC-DAG: declare extern_weak i32 @pthread_key_create(
; RUN: sed s/linux-gnu/linux-musl/ %s \
; RUN:   | %opt -passes='offstack-box<local=4K;alloc=cache>' -S \
; RUN:   | FileCheck %s --check-prefix=MUSL
; MUSL-DAG: declare extern_weak i32 @__cxa_thread_atexit_impl(
; MUSL-DAG: declare i32 @pthread_key_create(
; MUSL-DAG: declare i32 @pthread_setspecific(

; A target whose features are part of its calling convention passes its own on,
; and extends numbers of 32 bits.
; RUN: sed -e s/x86_64-unknown/riscv64-unknown/ -e /datalayout/d %s \
; RUN:   | %opt -passes='offstack-box<local=4K;alloc=cache>' -S \
; RUN:   | FileCheck %s --check-prefix=RISCV
; RISCV: define linkonce_odr hidden noalias ptr @__offstack_v1_acquire({{.*}} #[[FEATURES:[0-9]+]]
; RISCV: call ptr @mmap(ptr noundef null, i64 noundef %{{.*}}, i32 noundef signext 3, i32 noundef signext 34, i32 noundef signext -1, i64 noundef 0)
; RISCV: attributes #[[FEATURES]] = {{.*}}"target-features"="+d"

; Elsewhere only the registers that they leave alone count. A module for a newer
; processor must not bring its instructions to the whole program.
; RUN: sed -e s/x86_64-unknown/aarch64-unknown/ -e /datalayout/d \
; RUN:   -e 's/"+d"/"+sve,+reserve-x18,+neon" "target-cpu"="apple-m1"/' %s \
; RUN:   | %opt -passes='offstack-box<local=4K;alloc=cache>' -S \
; RUN:   | FileCheck %s --check-prefix=AARCH64
; AARCH64: define linkonce_odr hidden noalias ptr @__offstack_v1_acquire({{.*}} #[[FEATURES:[0-9]+]]
; AARCH64: call ptr @mmap(ptr noundef null, i64 noundef %{{.*}}, i32 noundef 3, i32 noundef 34, i32 noundef -1, i64 noundef 0)
; AARCH64: attributes #[[FEATURES]] = {{.*}} "offstack-runtime" "target-features"="+reserve-x18" }
