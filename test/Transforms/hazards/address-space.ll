; An object in another address space stays there: malloc returns a pointer to address
; space 0.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

declare void @use(ptr)
declare void @use_private(ptr addrspace(5))

; CHECK: function 'kept_private': object 'buf': address-space at '%buf = alloca [8192 x i8], align 1, addrspace(5)'
define void @kept_private() {
  %buf = alloca [8192 x i8], addrspace(5)
  call void @use_private(ptr addrspace(5) %buf)
  ret void
}

; Its own place is address space 0, whatever it is used as.
; CHECK: function 'boxed_cast': no hazard
; CHECK: function 'boxed_cast': object 'buf': no hazard
define void @boxed_cast() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %cast = addrspacecast ptr %buf to ptr addrspace(5)
  call void @use_private(ptr addrspace(5) %cast)
  ret void
}
