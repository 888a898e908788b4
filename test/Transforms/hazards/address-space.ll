; An object in another address space stays there: malloc returns a pointer to
; address space 0.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-address-space)

declare void @use(ptr)
declare void @use_private(ptr addrspace(5))

; CHECK: function 'kept_private': object 'buf': address-space at '%buf = alloca [8192 x i8], align 1, addrspace(5)'
; BOX-LABEL: define {{.*}}@kept_private(
; BOX: %buf = alloca
define void @kept_private() {
  %buf = alloca [8192 x i8], addrspace(5)
  call void @use_private(ptr addrspace(5) %buf)
  ret void
}

; Its own place is address space 0, whatever it is used as.
; CHECK: function 'boxed_cast': no hazard
; CHECK: function 'boxed_cast': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_cast(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_cast() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %cast = addrspacecast ptr %buf to ptr addrspace(5)
  call void @use_private(ptr addrspace(5) %cast)
  ret void
}
