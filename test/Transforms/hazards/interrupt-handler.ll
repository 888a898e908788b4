; An interrupt handler keeps its objects: it runs between any two instructions,
; also those of malloc.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-interrupt-handler)

declare void @use(ptr)

; CHECK: function 'kept_x86': interrupt-handler{{$}}
; CHECK: function 'kept_x86': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_x86(
; BOX: %buf = alloca
define x86_intrcc void @kept_x86(ptr byval(i64) %frame) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_plain': no hazard
; BOX-LABEL: define {{.*}}@boxed_plain(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_plain(ptr byval(i64) %frame) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; ARM, RISC-V and MIPS have an attribute instead of a calling convention.
; CHECK: function 'kept_attribute': interrupt-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_attribute(
; BOX: %buf = alloca
define void @kept_attribute() "interrupt"="IRQ" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; So has AVR.
; CHECK: function 'kept_avr': interrupt-handler{{$}}
; BOX-LABEL: define {{.*}}@kept_avr(
; BOX: %buf = alloca
define void @kept_avr() "signal" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}

; CHECK: function 'boxed_other_attribute': no hazard
; BOX-LABEL: define {{.*}}@boxed_other_attribute(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_other_attribute() "target-cpu"="x86-64" {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
