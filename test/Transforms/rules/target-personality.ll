; Each target's C library has only the personality routine for the tables that
; unwinding reads there: DWARF's, those of setjmp and longjmp, or those of 64-bit
; Windows. WebAssembly has none for landing pads.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -mtriple=x86_64-unknown-linux-gnu -S %s \
; RUN:   | FileCheck %s --check-prefixes=BOX,DWARF
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -mtriple=armv7-apple-ios -S %s \
; RUN:   | FileCheck %s --check-prefixes=BOX,SJLJ
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -mtriple=x86_64-w64-windows-gnu -S %s \
; RUN:   | FileCheck %s --check-prefixes=BOX,SEH
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -mtriple=i686-w64-windows-gnu -S %s \
; RUN:   | FileCheck %s --check-prefixes=BOX,DWARF
; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -mtriple=wasm32-unknown-unknown -S %s \
; RUN:   | FileCheck %s --check-prefixes=KEEP
; RUN: sed 's/; EMSCRIPTEN: //' %s | %opt -S \
; RUN:   -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -mtriple=wasm32-unknown-emscripten \
; RUN:   | FileCheck %s --check-prefixes=BOX,CXX

declare void @throws(ptr)
declare void @quiet(ptr) nounwind

; BOX-LABEL:   define void @boxed_may_throw(
; DWARF-SAME:    personality ptr @__gcc_personality_v0
; SJLJ-SAME:     personality ptr @__gcc_personality_sj0
; SEH-SAME:      personality ptr @__gcc_personality_seh0
; CXX-SAME:      personality ptr @__gxx_personality_v0
; BOX:           call ptr @malloc(
; KEEP-LABEL:  define void @boxed_may_throw(
; KEEP-NEXT:     %buf = alloca
define void @boxed_may_throw() {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; Near miss: nothing is thrown, so no routine is needed.
; BOX-LABEL:   define void @boxed_cannot_throw() {
; BOX:           call ptr @malloc(
; KEEP-LABEL:  define void @boxed_cannot_throw() {
; KEEP:          call ptr @malloc(
define void @boxed_cannot_throw() {
  %buf = alloca [8192 x i8], align 16
  call void @quiet(ptr %buf)
  ret void
}

; Emscripten's own exceptions use landing pads, as other functions show.
; EMSCRIPTEN: declare i32 @__gxx_personality_v0(...)
; EMSCRIPTEN: define void @other() personality ptr @__gxx_personality_v0 {
; EMSCRIPTEN:   ret void
; EMSCRIPTEN: }
