; A function whose assembly may move the stack pointer keeps its objects: it
; manages its frame by hand.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; RUN: %opt -mtriple=powerpc64le-unknown-linux-gnu \
; RUN:   -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --check-prefix=POWERPC

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-stack-pointer-asm)

target triple = "x86_64-unknown-linux-gnu"

declare void @use(ptr)
declare void @llvm.write_register.i64(metadata, i64)

; CHECK: function 'kept_clobber': stack-pointer-asm at 'call void asm sideeffect "nop", "~{rsp}"()'
; CHECK: function 'kept_clobber': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@kept_clobber(
; BOX: %buf = alloca
define void @kept_clobber() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect "nop", "~{rsp}"()
  ret void
}

; CHECK: function 'boxed_other_clobber': no hazard
; BOX-LABEL: define {{.*}}@boxed_other_clobber(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_other_clobber() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect "nop", "~{rsi}"()
  ret void
}

; CHECK: function 'kept_output': stack-pointer-asm at '%sp = call i64 asm
; BOX-LABEL: define {{.*}}@kept_output(
; BOX: %buf = alloca
define void @kept_output() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %sp = call i64 asm sideeffect "nop", "={rsp}"()
  ret void
}

; CHECK: function 'kept_subtract': stack-pointer-asm at 'call void asm sideeffect "sub $$128, %RSP"
; BOX-LABEL: define {{.*}}@kept_subtract(
; BOX: %buf = alloca
define void @kept_subtract() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect "sub $$128, %RSP", ""()
  ret void
}

; A word that only ends like the register.
; CHECK: function 'boxed_symbol': no hazard
; BOX-LABEL: define {{.*}}@boxed_symbol(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_symbol() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect "sub $$128, saved_rsp", ""()
  ret void
}

; CHECK: function 'kept_push': stack-pointer-asm at 'call void asm sideeffect "pushfq"
; BOX-LABEL: define {{.*}}@kept_push(
; BOX: %buf = alloca
define void @kept_push() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect "pushfq", ""()
  ret void
}

; A directive that pushes a section, not a register.
; CHECK: function 'boxed_push_section': no hazard
; BOX-LABEL: define {{.*}}@boxed_push_section(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_push_section() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect ".pushsection .note", ""()
  ret void
}

; CHECK: function 'kept_pop': stack-pointer-asm at '%top = call i64 asm "pop $0"
; BOX-LABEL: define {{.*}}@kept_pop(
; BOX: %buf = alloca
define void @kept_pop() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %top = call i64 asm "pop $0", "=r"()
  ret void
}

; Counts bits.
; CHECK: function 'boxed_popcnt': no hazard
; BOX-LABEL: define {{.*}}@boxed_popcnt(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_popcnt() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %bits = call i64 asm "popcnt $0, $0", "=r"()
  ret void
}

; A global register variable is assigned.
; CHECK: function 'kept_register_variable': stack-pointer-asm at 'call void @llvm.write_register
; BOX-LABEL: define {{.*}}@kept_register_variable(
; BOX: %buf = alloca
define void @kept_register_variable(i64 %value) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @llvm.write_register.i64(metadata !0, i64 %value)
  ret void
}

; CHECK: function 'boxed_other_variable': no hazard
; BOX-LABEL: define {{.*}}@boxed_other_variable(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_other_variable(i64 %value) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @llvm.write_register.i64(metadata !1, i64 %value)
  ret void
}

; r1 is the stack pointer of PowerPC, and no register of this target.
; CHECK: function 'boxed_number': no hazard
; POWERPC: function 'boxed_number': stack-pointer-asm at 'call void asm
; BOX-LABEL: define {{.*}}@boxed_number(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_number() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void asm sideeffect "nop", "~{r1}"()
  ret void
}

!0 = !{!"rsp"}
!1 = !{!"r15"}
