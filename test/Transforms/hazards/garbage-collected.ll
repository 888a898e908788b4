; A collector that scans the stack does not scan a box: what only the box points
; to would be freed.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; A module that allocates from the Boehm collector keeps all its objects.
; RUN: sed 's/^; BOEHM-DECLARATION //' %s \
; RUN:   | %opt -passes='print<offstack-hazards>' -disable-output 2>&1 \
; RUN:   | FileCheck %s --check-prefix=BOEHM

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-garbage-collected)

declare void @use(ptr)
declare ptr @GC_memory_of_another_library(i64)

; The function is compiled for a collector of LLVM's.
; CHECK: function 'kept_strategy': garbage-collected{{$}}
; CHECK: function 'kept_strategy': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_strategy(
; BOX: %buf = alloca
define void @kept_strategy() gc "shadow-stack" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_no_strategy': no hazard
; BOEHM: function 'boxed_no_strategy': garbage-collected{{$}}
; BOX-LABEL: define {{.*}}@boxed_no_strategy(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_no_strategy() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; BOEHM-DECLARATION declare ptr @GC_malloc_atomic(i64)
