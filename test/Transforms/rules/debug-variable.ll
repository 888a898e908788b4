; A boxed variable stays visible: its slot holds the box's address, and the
; debugger reads that first.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind

; CHECK-LABEL: define void @boxed_declare(
; CHECK:         %buf.slot = alloca ptr, align 8, !offstack.slot
; CHECK:         #dbg_declare(ptr %buf.slot, ![[BUF:[0-9]+]], !DIExpression(DW_OP_deref), !{{[0-9]+}})
; CHECK:         [[BOX:%.*]] = call ptr @malloc(i64 8192) {{.*}}!dbg ![[LINE0:[0-9]+]]
; CHECK:         store ptr [[BOX]], ptr %buf.slot, {{.*}}!dbg ![[LINE0]]
; CHECK:         call void @free(ptr [[BOX]]) {{.*}}!dbg ![[LINE0]]
define void @boxed_declare() !dbg !5 {
  %buf = alloca [8192 x i8], align 16
    #dbg_declare(ptr %buf, !6, !DIExpression(), !9)
  call void @use(ptr %buf), !dbg !9
  ret void, !dbg !9
}

; Records of each assignment become one declaration: the box stays where it is.
; CHECK-LABEL: define void @boxed_assign(
; CHECK:         %buf.slot = alloca ptr, align 8, !offstack.slot
; CHECK-NEXT:    #dbg_declare(ptr %buf.slot, ![[OTHER:[0-9]+]], !DIExpression(DW_OP_deref), !{{[0-9]+}})
; CHECK-NOT:     dbg_assign
; CHECK:         ret void
define void @boxed_assign() !dbg !15 {
  %buf = alloca [8192 x i8], align 16, !DIAssignID !20
    #dbg_assign(i1 undef, !16, !DIExpression(), !20, ptr %buf, !DIExpression(), !19)
  store i8 1, ptr %buf, align 16, !dbg !19, !DIAssignID !21
    #dbg_assign(i8 1, !16, !DIExpression(DW_OP_LLVM_fragment, 0, 8), !21, ptr %buf, !DIExpression(), !19)
  call void @use(ptr %buf), !dbg !19
  ret void, !dbg !19
}

; A variable that is a part of the object is declared at its place in it.
; CHECK-LABEL: define void @boxed_assign_part(
; CHECK:         #dbg_declare(ptr %buf.slot, !{{[0-9]+}}, !DIExpression(DW_OP_deref, DW_OP_plus_uconst, 4, DW_OP_LLVM_fragment, 0, 32), !{{[0-9]+}})
define void @boxed_assign_part() !dbg !40 {
  %buf = alloca [8192 x i8], align 16, !DIAssignID !43
    #dbg_assign(i1 undef, !41, !DIExpression(DW_OP_LLVM_fragment, 0, 32), !43, ptr %buf, !DIExpression(DW_OP_plus_uconst, 4), !42)
  call void @use(ptr %buf), !dbg !42
  ret void, !dbg !42
}

; A value that is described as the memory behind the address.
; CHECK-LABEL: define void @boxed_value(
; CHECK:         #dbg_value(ptr %buf.slot, !{{[0-9]+}}, !DIExpression(DW_OP_deref, DW_OP_deref), !{{[0-9]+}})
define void @boxed_value() !dbg !25 {
  %buf = alloca [8192 x i8], align 16
    #dbg_value(ptr %buf, !26, !DIExpression(DW_OP_deref), !29)
  call void @use(ptr %buf), !dbg !29
  ret void, !dbg !29
}

; What nothing uses is gone, and known to be.
; CHECK-LABEL: define void @removed(
; CHECK:         #dbg_declare(ptr poison, !{{[0-9]+}}, !DIExpression(), !{{[0-9]+}})
define void @removed() !dbg !35 {
  %buf = alloca [8192 x i8], align 16
    #dbg_declare(ptr %buf, !36, !DIExpression(), !39)
  ret void, !dbg !39
}

; CHECK-DAG: ![[BUF]] = !DILocalVariable(name: "buf"
; CHECK-DAG: ![[OTHER]] = !DILocalVariable(name: "other"
; CHECK-DAG: ![[LINE0]] = !DILocation(line: 0,

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "t.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!4 = !DISubroutineType(types: !{null})
!5 = distinct !DISubprogram(name: "boxed_declare", file: !1, line: 1, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!6 = !DILocalVariable(name: "buf", scope: !5, file: !1, line: 2, type: !7)
!7 = !DICompositeType(tag: DW_TAG_array_type, baseType: !8, size: 65536, elements: !{!DISubrange(count: 8192)})
!8 = !DIBasicType(name: "char", size: 8, encoding: DW_ATE_signed_char)
!9 = !DILocation(line: 2, column: 3, scope: !5)
!15 = distinct !DISubprogram(name: "boxed_assign", file: !1, line: 11, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!16 = !DILocalVariable(name: "other", scope: !15, file: !1, line: 12, type: !7)
!19 = !DILocation(line: 12, column: 3, scope: !15)
!20 = distinct !DIAssignID()
!21 = distinct !DIAssignID()
!25 = distinct !DISubprogram(name: "boxed_value", file: !1, line: 21, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!26 = !DILocalVariable(name: "value", scope: !25, file: !1, line: 22, type: !7)
!29 = !DILocation(line: 22, column: 3, scope: !25)
!35 = distinct !DISubprogram(name: "removed", file: !1, line: 31, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!36 = !DILocalVariable(name: "unused", scope: !35, file: !1, line: 32, type: !7)
!39 = !DILocation(line: 32, column: 3, scope: !35)
!40 = distinct !DISubprogram(name: "boxed_assign_part", file: !1, line: 41, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!41 = !DILocalVariable(name: "part", scope: !40, file: !1, line: 42, type: !7)
!42 = !DILocation(line: 42, column: 3, scope: !40)
!43 = distinct !DIAssignID()
