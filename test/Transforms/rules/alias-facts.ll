; A box is an object of its own to alias analysis, as an alloca is: what could be
; optimised before can be optimised after.

; RUN: %opt -S %s \
; RUN:   -passes='offstack-box<local=4K;verify>,verify,offstack-verify,gvn' \
; RUN:   | FileCheck %s

declare void @look(ptr captures(none)) memory(argmem: read) nounwind
declare void @keep(ptr) nounwind

; The store through another pointer cannot change the box.
; CHECK-LABEL: define i8 @boxed_private(
; CHECK:         store i8 1, ptr %buf.box
; CHECK-NEXT:    store i8 2, ptr %other
; CHECK-NOT:     load
; CHECK:         ret i8 1
define i8 @boxed_private(ptr %other) {
  %buf = alloca [8192 x i8], align 16
  call void @look(ptr %buf)
  store i8 1, ptr %buf
  store i8 2, ptr %other
  %value = load i8, ptr %buf
  ret i8 %value
}

; Near miss: the pointer may be the box's.
; CHECK-LABEL: define i8 @boxed_published(
; CHECK:         store i8 2, ptr %other
; CHECK-NEXT:    %value = load i8, ptr %buf.box
define i8 @boxed_published(ptr %place) {
  %buf = alloca [8192 x i8], align 16
  call void @keep(ptr %buf)
  store i8 1, ptr %buf
  %other = load ptr, ptr %place
  store i8 2, ptr %other
  %value = load i8, ptr %buf
  ret i8 %value
}

; The calls that make this so.
; CHECK: declare noalias noundef ptr @malloc(i64 noundef) #[[MALLOC:[0-9]+]]
; CHECK: attributes #[[MALLOC]] = {{.*}}allockind("alloc,uninitialized") allocsize(0) memory(inaccessiblemem: readwrite) "alloc-family"="malloc"
