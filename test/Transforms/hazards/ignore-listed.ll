; What the user's ignore list names stays on the stack.

; RUN: rm -rf %t && split-file %s %t
; RUN: %opt -passes='offstack-box<local=4K;verify;ignorelist=%t/list>' \
; RUN:   -pass-remarks-missed=offstack -S %t/module.ll -o %t.ll 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark
; RUN: FileCheck %s --input-file=%t.ll

; Files: that of the module, and that of the function.
; RUN: %opt -passes='offstack-box<local=4K;ignorelist=%t/main>' \
; RUN:   -S %t/module.ll | FileCheck %s --check-prefix=NONE
; RUN: %opt -passes='offstack-box<local=4K;ignorelist=%t/header>' \
; RUN:   -S %t/module.ll | FileCheck %s --check-prefix=HEADER
; NONE: define void @boxed_glob_on_request(
; NONE: call ptr @malloc(
; NONE-NOT: call ptr @malloc(
; HEADER-LABEL: define void @boxed_from_header(
; HEADER-NOT: call ptr @malloc(
; HEADER-LABEL: define void @boxed_other(
; HEADER: call ptr @malloc(

;--- list
# Entries without a section are about everything.
fun:kept_function
[box]
var:kept_variable
[large-local]
fun:boxed_*
[bo?]
fun:*glob*

;--- main
[box]
mainfile:*program.c

;--- header
[box]
src:*header.h

;--- module.ll
source_filename = "the/program.c"
declare void @use(ptr)

; REMARK: remark: {{.*}}'buf' (8192 bytes) is kept on the stack: an entry of the ignore list names it, its function or its file (offstack-ignore-listed)
; CHECK-LABEL: define void @kept_function(
; CHECK: %buf = alloca
define void @kept_function() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; REMARK: remark: {{.*}}'buf' {{.*}}(offstack-ignore-listed)
; CHECK-LABEL: define void @kept_by_glob(
; CHECK: %buf = alloca
define void @kept_by_glob() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; One variable and not its neighbour.
; REMARK: remark: {{.*}}'kept_variable' {{.*}}(offstack-ignore-listed)
; CHECK-LABEL: define void @boxed_neighbour(
; CHECK: %buf.box = call ptr @malloc(
; CHECK-NOT: call ptr @malloc(
define void @boxed_neighbour() {
  %kept_variable = alloca [8192 x i8]
  %buf = alloca [8192 x i8]
  call void @use(ptr %kept_variable)
  call void @use(ptr %buf)
  ret void
}

; The source says more than the list.
; CHECK-LABEL: define void @boxed_glob_on_request(
; CHECK: %buf.box = call ptr @malloc(
define void @boxed_glob_on_request() {
  %buf = alloca [8192 x i8], !offstack.user !0
  call void @use(ptr %buf)
  ret void
}

; CHECK-LABEL: define void @boxed_from_header(
; CHECK: %buf.box = call ptr @malloc(
define void @boxed_from_header() !dbg !6 {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf), !dbg !7
  ret void
}

; Another section, and a name of which the entry is a part.
; CHECK-LABEL: define void @boxed_other(
; CHECK: %buf.box = call ptr @malloc(
define void @boxed_other() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK-LABEL: define void @boxed_kept_function(
; CHECK: %buf.box = call ptr @malloc(
define void @boxed_kept_function() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

!llvm.module.flags = !{!1}
!llvm.dbg.cu = !{!2}
!0 = !{!"box"}
!1 = !{i32 2, !"Debug Info Version", i32 3}
!2 = distinct !DICompileUnit(language: DW_LANG_C99, file: !3, emissionKind: LineTablesOnly)
!3 = !DIFile(filename: "program.c", directory: "the")
!4 = !DIFile(filename: "header.h", directory: "the")
!5 = !DISubroutineType(types: !{})
!6 = distinct !DISubprogram(name: "f", file: !4, line: 1, type: !5, unit: !2, spFlags: DISPFlagDefinition)
!7 = !DILocation(line: 2, scope: !6)
