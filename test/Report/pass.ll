; OffstackPass.so reports what it boxes and keeps, and the recursion of a module,
; with the places that debug information gives.

; RUN: rm -rf %t && mkdir %t
; RUN: %opt -passes='offstack-recursion,offstack-box<local=4K>' -disable-output \
; RUN:   -offstack-report=%t/r.json %s 2>&1 | count 0
; RUN: FileCheck %s --input-file=%t/r.json --implicit-check-not='"rule"'
; The parameters of the pass, and the environment.
; RUN: %opt -passes='offstack-box<local=4K;report=%t/p.json>' -disable-output %s
; RUN: FileCheck %s --input-file=%t/p.json --check-prefix=BOXED
; RUN: env OFFSTACK_OPTIONS=report=%t/e.sarif:local=4K %opt \
; RUN:   -passes='offstack-recursion,offstack-box' -disable-output %s
; RUN: FileCheck %s --input-file=%t/e.sarif --check-prefix=SARIF
; RUN: %python %S/Inputs/check_sarif.py %t/e.sarif

; The module stays what it is without a report.
; RUN: %opt -passes='offstack-box<local=4K>' -S %s -o %t/plain.ll
; RUN: %opt -passes='offstack-box<local=4K;report=%t/p.json>' -S %s -o %t/report.ll
; RUN: cmp %t/plain.ll %t/report.ll

; Remarks that are asked for are shown as without it, those of other passes too.
; RUN: %opt -passes='cgscc(inline),offstack-box<local=4K>' -disable-output %s \
; RUN:   -pass-remarks=. 2> %t/plain.txt
; RUN: %opt -passes='cgscc(inline),offstack-box<local=4K;report=%t/p.json>' \
; RUN:   -disable-output %s -pass-remarks=. 2> %t/report.txt
; RUN: cmp %t/plain.txt %t/report.txt
; RUN: FileCheck %s --input-file=%t/plain.txt --check-prefix=SHOWN
; SHOWN: 'buffer{{[.i]*}}' (8192 bytes) is boxed

; What the baseline has is not told again.
; RUN: %opt -passes='offstack-box<local=4K;baseline=%t/r.json>' \
; RUN:   -disable-output %s -pass-remarks=. 2>&1 | count 0
; RUN: sed 's/8192/4096/' %t/r.json > %t/less.json
; RUN: %opt -passes='offstack-box<local=4K;baseline=%t/less.json>' \
; RUN:   -disable-output %s -pass-remarks=. 2>&1 \
; RUN:   | FileCheck %s --check-prefix=SHOWN

; RUN: not %opt -passes='offstack-box<report=r.txt>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --check-prefix=NAME
; NAME: error: offstack: invalid value 'r.txt' for option 'report': expected a file that ends in .sarif or .json, or a folder that ends in /
; RUN: not %opt -passes='offstack-box<report=/proc/r.json>' -disable-output %s \
; RUN:   2>&1 | FileCheck %s --check-prefix=WRITE
; WRITE: error: offstack: cannot write report '/proc/r.json':
; RUN: not %opt -passes='offstack-recursion,offstack-box<baseline=%t/none>' \
; RUN:   -disable-output %s 2>&1 | FileCheck %s --check-prefix=BASELINE
; BASELINE: error: offstack: in the baseline: report '{{.*}}none': No such file

; CHECK:      "source": "report.c",
; CHECK-NEXT: "directory": "{{.*}}",
; CHECK-NEXT: "plugin": "OffstackPass"
; CHECK:      "rule": "boxed",
; CHECK-NEXT: "level": "remark",
; CHECK:       "file": "{{/?}}report.c",
; CHECK-NEXT:  "line": 7
; CHECK:      "function": "ns::Parser::parse",
; CHECK-NEXT: "symbol": "_ZN2ns6Parser5parseEv",
; CHECK-NEXT: "isLocalToFile": true,
; CHECK-NEXT: "variable": "buffer",
; CHECK-NEXT: "bytes": 8192,
; CHECK:      "rule": "infinite",
; CHECK:       "file": "{{/?}}report.c"
; CHECK:      "function": "endless",
; CHECK:      "cycle": [
; CHECK:        "caller": "endless",
; CHECK-NEXT:   "callee": "endless",
; BOXED:      "rule": "boxed"
; BOXED-NOT:  "rule"
; SARIF:      "ruleId": "boxed"
; SARIF:      "codeFlows"

source_filename = "report.c"

declare void @use(ptr)

define internal void @_ZN2ns6Parser5parseEv() !dbg !4 {
  %buffer = alloca [8192 x i8]
  call void @use(ptr %buffer), !dbg !6
  ret void
}

define void @call() {
  call void @_ZN2ns6Parser5parseEv()
  ret void
}

define void @endless() {
  call void @endless()
  ret void
}

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: LineTablesOnly)
!1 = !DIFile(filename: "report.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !DISubroutineType(types: !{})
!4 = distinct !DISubprogram(name: "parse", file: !1, line: 7, scopeLine: 7, type: !3, unit: !0, spFlags: DISPFlagDefinition)
!6 = !DILocation(line: 8, scope: !4)
