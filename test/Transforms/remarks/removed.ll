; An object that nothing uses is removed and gets no box.

; RUN: %opt -passes='offstack-box<local=4K>' -pass-remarks=offstack -S %s \
; RUN:   -o %t 2>&1 | FileCheck %s --check-prefix=REMARK \
; RUN:   --implicit-check-not=remark:
; RUN: FileCheck %s --input-file=%t

declare void @use(ptr)
declare void @llvm.lifetime.start.p0(ptr)

; CHECK-LABEL: define void @removed_unused()
; CHECK-NEXT: ret void
; REMARK: remark: {{.*}} 'buf' (8192 bytes) is removed, nothing uses it: over the limit of 4 KiB (offstack-removed){{$}}
define void @removed_unused() {
  %buf = alloca [8192 x i8]
  ret void
}

; A lifetime marker is no use.
; CHECK-LABEL: define void @removed_marked()
; CHECK-NEXT: ret void
; REMARK: remark: {{.*}} 'buf' (8192 bytes) is removed, nothing uses it
define void @removed_marked() {
  %buf = alloca [8192 x i8]
  call void @llvm.lifetime.start.p0(ptr %buf)
  ret void
}

; A use keeps it.
; CHECK-LABEL: define void @boxed_used()
; CHECK: call ptr @malloc(i64 8192)
; REMARK: remark: {{.*}} 'buf' (8192 bytes) is boxed
define void @boxed_used() {
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  ret void
}
