; An object that holds a trampoline stays on the stack, which is made executable
; where trampolines are used; the heap is not.

; RUN: %opt -passes='print<offstack-hazards>' -disable-output %s 2>&1 \
; RUN:   | FileCheck %s

; The pass keeps what has the hazard and boxes what has not.
; RUN: %opt -passes='offstack-box<local=4K;verify>' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK: 'buf' (8192 bytes) is kept on the stack: {{.*}}(offstack-trampoline-storage)

declare void @use(ptr)
declare void @nested(ptr nest, i32)
declare void @llvm.init.trampoline(ptr, ptr, ptr)
declare ptr @llvm.adjust.trampoline(ptr)

; CHECK: function 'kept_trampoline': no hazard
; CHECK: function 'kept_trampoline': object 'buf': trampoline-storage at 'call void @llvm.init.trampoline(ptr %buf, ptr @nested, ptr %chain)'
; BOX-LABEL: define {{.*}}@kept_trampoline(
; BOX: %buf = alloca
define void @kept_trampoline(ptr %chain) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @llvm.init.trampoline(ptr %buf, ptr @nested, ptr %chain)
  ret void
}

; The static chain of a trampoline is data.
; CHECK: function 'boxed_chain': no hazard
; CHECK: function 'boxed_chain': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_chain(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_chain(ptr %trampoline) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void @llvm.init.trampoline(ptr %trampoline, ptr @nested, ptr %buf)
  ret void
}

; Through an offset, a choice, and a merge.
; CHECK: function 'kept_derived': object 'buf': trampoline-storage at 'call void @llvm.init.trampoline(ptr %place,
; BOX-LABEL: define {{.*}}@kept_derived(
; BOX: %buf = alloca
define void @kept_derived(i1 %first, i1 %again, ptr %chain) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %second = getelementptr i8, ptr %buf, i64 32
  %either = select i1 %first, ptr %buf, ptr %second
  br label %loop
loop:
  %place = phi ptr [ %either, %0 ], [ %place, %loop ]
  call void @llvm.init.trampoline(ptr %place, ptr @nested, ptr %chain)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; Through an integer, aligned by hand.
; CHECK: function 'kept_aligned': object 'buf': trampoline-storage at 'call void @llvm.init.trampoline(ptr %place,
; BOX-LABEL: define {{.*}}@kept_aligned(
; BOX: %buf = alloca
define void @kept_aligned(ptr %chain) {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %address = ptrtoint ptr %buf to i64
  %sum = add i64 %address, 15
  %aligned = and i64 %sum, -16
  %place = inttoptr i64 %aligned to ptr
  call void @llvm.init.trampoline(ptr %place, ptr @nested, ptr %chain)
  ret void
}

; The object is called, however the code came into it.
; CHECK: function 'kept_called': object 'buf': trampoline-storage at 'call void %buf()'
; BOX-LABEL: define {{.*}}@kept_called(
; BOX: %buf = alloca
define void @kept_called() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  call void %buf()
  ret void
}

; What it points to is called.
; CHECK: function 'boxed_loaded': no hazard
; CHECK: function 'boxed_loaded': object 'buf': no hazard
; BOX-LABEL: define {{.*}}@boxed_loaded(
; BOX: %buf.box = call ptr @malloc(
define void @boxed_loaded() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  %callee = load ptr, ptr %buf
  call void %callee()
  ret void
}
