; Every call that the pass adds has a debug location, line 0 of its function: a
; call without one could not be inlined in a function with debug info.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @throws(ptr)

; CHECK-LABEL: define void @boxed_with_debug_info(
; CHECK:         call ptr @malloc({{.*}}!dbg ![[PLACE:[0-9]+]]
; CHECK:         call void @__offstack_out_of_memory({{.*}}!dbg ![[PLACE]]
; CHECK-NEXT:    br label %{{.*}}, !dbg ![[PLACE]]
; CHECK:         invoke void @throws(
; CHECK:         call void @free({{.*}}!dbg ![[PLACE]]
; CHECK:         landingpad { ptr, i32 }
; CHECK-NEXT:      cleanup, !dbg ![[PLACE]]
; CHECK-NEXT:    call void @free({{.*}}!dbg ![[PLACE]]
; CHECK-NEXT:    resume {{.*}}!dbg ![[PLACE]]
define void @boxed_with_debug_info() !dbg !4 {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf), !dbg !5
  ret void, !dbg !5
}

; Near miss: a function without debug info has no line 0.
; CHECK-LABEL: define void @boxed_without_debug_info(
; CHECK-NOT:     !dbg
; CHECK:         resume
define void @boxed_without_debug_info() {
  %buf = alloca [8192 x i8], align 16
  call void @throws(ptr %buf)
  ret void
}

; CHECK: ![[PLACE]] = !DILocation(line: 0,

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "t.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{null})
!4 = distinct !DISubprogram(name: "boxed_with_debug_info", file: !1, line: 1, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!5 = !DILocation(line: 2, column: 3, scope: !4)
