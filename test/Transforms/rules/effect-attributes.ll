; A function that takes a box is no longer memory(none), nosync, willreturn or
; speculatable, and neither are the calls to it and its callers. nofree stays: it
; speaks of memory that was there before the call.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' -S %s \
; RUN:   | FileCheck %s

declare void @touch(ptr) memory(argmem: readwrite) nosync nofree nounwind willreturn

; CHECK: define i8 @boxed_pure() #[[WEAK:[0-9]+]] {
define i8 @boxed_pure() memory(none) nosync nofree nounwind willreturn speculatable {
  %buf = alloca [8192 x i8], align 16
  call void @touch(ptr %buf)
  %result = load i8, ptr %buf
  ret i8 %result
}

; Through an alias, too.
@boxed_alias = alias i8 (), ptr @boxed_pure

; CHECK: define i8 @caller() #[[WEAK]] {
; CHECK:   call i8 @boxed_pure() #[[CALL:[0-9]+]]
define i8 @caller() memory(none) nosync nofree nounwind willreturn speculatable {
  %result = call i8 @boxed_pure() memory(none) nosync willreturn nounwind
  ret i8 %result
}

; CHECK: define i8 @callers_caller() #[[WEAK]] {
define i8 @callers_caller() memory(none) nosync nofree nounwind willreturn speculatable {
  %result = call i8 @caller()
  ret i8 %result
}

; CHECK: define i8 @alias_caller() #[[WEAK]] {
define i8 @alias_caller() memory(none) nosync nofree nounwind willreturn speculatable {
  %result = call i8 @boxed_alias()
  ret i8 %result
}

; What it read before it still reads, and nothing more.
; CHECK: define i8 @boxed_reader(ptr %p) #[[READER:[0-9]+]] {
define i8 @boxed_reader(ptr %p) memory(argmem: read) nounwind {
  %buf = alloca [8192 x i8], align 16
  call void @touch(ptr %buf)
  %result = load i8, ptr %p
  ret i8 %result
}

; Near miss: who does not call it keeps all.
; CHECK: define i8 @stranger() #[[STRONG:[0-9]+]] {
define i8 @stranger() memory(none) nosync nofree nounwind willreturn speculatable {
  ret i8 0
}

; CHECK-DAG: attributes #[[WEAK]] = { nofree nounwind memory(inaccessiblemem: readwrite) }
; CHECK-DAG: attributes #[[READER]] = { nounwind memory(argmem: read, inaccessiblemem: readwrite) }
; CHECK-DAG: attributes #[[CALL]] = { nounwind memory(inaccessiblemem: readwrite) }
; CHECK-DAG: attributes #[[STRONG]] = { nofree nosync nounwind speculatable willreturn memory(none) }
