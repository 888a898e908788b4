; A by-value argument is no object of the function that gets it: the caller's
; call sequence puts it on the stack. It is reported, not moved.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s --implicit-check-not=object

; The pass says so, once, and changes nothing.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark:
; RUN: FileCheck %s --check-prefix=BOX --implicit-check-not=malloc \
; RUN:   --input-file=%t
; REMARK: remark: {{.*}} 'argument 2' (8192 bytes) is kept on the stack: it is passed by value: the call copies it there (call to 'elsewhere' in 'kept_copy') (offstack-byval-argument)
; REMARK: remark: {{.*}} 'buf' (8192 bytes) is kept on the stack: it is passed by value: the call copies it there (call to 'kept_argument' in 'kept_copy') (offstack-byval-argument)

declare void @use(ptr)
declare void @elsewhere(i32, ptr byval([8192 x i8]))
declare void @small(ptr byval([64 x i8]))

; CHECK: function 'kept_argument': no hazard
; BOX: define void @kept_argument(ptr byval([8192 x i8]) %buf)
define void @kept_argument(ptr byval([8192 x i8]) %buf) {
  call void @use(ptr %buf)
  ret void
}

; A pointer to the caller's object takes nothing of this function's frame.
; CHECK: function 'silent_reference': no hazard
; BOX: define void @silent_reference(ptr byref([8192 x i8]) %buf)
define void @silent_reference(ptr byref([8192 x i8]) %buf) {
  call void @use(ptr %buf)
  ret void
}

; The copies are the calls'. The one whose callee is here is told of there.
; BOX: define void @kept_copy(ptr %buf)
define void @kept_copy(ptr %buf) {
  call void @elsewhere(i32 0, ptr byval([8192 x i8]) %buf)
  call void @kept_argument(ptr byval([8192 x i8]) %buf)
  call void @small(ptr byval([64 x i8]) %buf)
  ret void
}
