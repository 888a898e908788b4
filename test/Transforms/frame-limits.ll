; Every function that code is generated for carries the limit of its frame to the
; check after code generation. Where modules of different options are linked,
; each keeps its own; of several runs the smallest limit holds.

; RUN: %opt -passes='default<O0>' -S %s | FileCheck %s
; RUN: %opt -passes='default<O0>' -S %s -offstack-frame=1K \
; RUN:   | FileCheck %s --check-prefix=SMALL
; RUN: %opt -passes='default<O0>' -S %s -offstack-frame=1K \
; RUN:   | %opt -passes='default<O0>' -S - \
; RUN:   | FileCheck %s --check-prefix=SMALL
; RUN: %opt -passes='default<O0>' -S %s -o %t.ll
; RUN: %opt -passes='default<O0>' -S %t.ll -offstack-frame=1K \
; RUN:   | FileCheck %s --check-prefix=SMALL

; Not by the pass alone, which no code generation follows, not without boxing,
; and not when nobody wants to know.
; RUN: %opt -passes=offstack-box -S %s | FileCheck %s --check-prefix=NONE
; RUN: %opt -passes='default<O0>' -S %s -offstack-box=false \
; RUN:   | FileCheck %s --check-prefix=NONE
; NONE-NOT: offstack.frame-limit

; Where the remark is disabled, the limit is one that no frame is over.
; RUN: %opt -passes='default<O0>' -S %s -offstack-disable=frame-over-limit \
; RUN:   | FileCheck %s --check-prefix=DISABLED
; DISABLED: define void @f(){{.*}} !offstack.frame-limit ![[N:[0-9]+]]
; DISABLED: ![[N]] = !{i64 -1}

target triple = "x86_64-unknown-linux-gnu"

; CHECK: declare void @use(ptr){{$}}
declare void @use(ptr)

; CHECK: define void @f() !offstack.frame-limit [[LIMIT:![0-9]+]] {
; SMALL: define void @f() !offstack.frame-limit [[LIMIT:![0-9]+]] {
define void @f() {
  %a = alloca i8
  call void @use(ptr %a)
  ret void
}

; CHECK: [[LIMIT]] = !{i64 524288}
; SMALL: [[LIMIT]] = !{i64 1024}
