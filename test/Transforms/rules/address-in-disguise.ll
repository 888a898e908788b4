; An address is followed through integers, vectors and aggregates: what may be
; read behind the end of the lifetime through one of these holds the box.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify,offstack-verify' \
; RUN:   -S %s | FileCheck %s

declare void @use(ptr) nounwind
declare <2 x i8> @llvm.masked.gather.v2i8.v2p0(<2 x ptr>, <2 x i1>, <2 x i8>)

; CHECK-LABEL: define i8 @boxed_integer(
; CHECK:         %value = load i8, ptr %second
; CHECK-NEXT:    call void @free(ptr %buf.box)
define i8 @boxed_integer() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  %number = ptrtoint ptr %buf to i64
  call void @llvm.lifetime.end.p0(ptr %buf)
  %next = or i64 %number, 1
  %second = inttoptr i64 %next to ptr
  %value = load i8, ptr %second
  ret i8 %value
}

; CHECK-LABEL: define <2 x i8> @boxed_vector(
; CHECK:         %values = call <2 x i8> @llvm.masked.gather
; CHECK-NEXT:    call void @free(ptr %buf.box)
define <2 x i8> @boxed_vector() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  %both = getelementptr i8, ptr %buf, <2 x i64> <i64 0, i64 4>
  call void @llvm.lifetime.end.p0(ptr %buf)
  %values = call <2 x i8> @llvm.masked.gather.v2i8.v2p0(<2 x ptr> %both, <2 x i1> splat (i1 true), <2 x i8> zeroinitializer)
  ret <2 x i8> %values
}

; CHECK-LABEL: define i8 @boxed_aggregate(
; CHECK:         %value = load i8, ptr %again
; CHECK-NEXT:    call void @free(ptr %buf.box)
define i8 @boxed_aggregate() {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  %pair = insertvalue { ptr, i64 } poison, ptr %buf, 0
  call void @llvm.lifetime.end.p0(ptr %buf)
  %again = extractvalue { ptr, i64 } %pair, 0
  %value = load i8, ptr %again
  ret i8 %value
}

; Near miss: a number that comes from elsewhere.
; CHECK-LABEL: define i8 @boxed_other_number(
; CHECK:         call void @free(ptr %buf.box)
; CHECK-NEXT:    %second = inttoptr i64 %other to ptr
; CHECK-NEXT:    %value = load i8, ptr %second
define i8 @boxed_other_number(i64 %other) {
  %buf = alloca [8192 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr %buf)
  call void @use(ptr %buf)
  %number = ptrtoint ptr %buf to i64
  call void @llvm.lifetime.end.p0(ptr %buf)
  %second = inttoptr i64 %other to ptr
  %value = load i8, ptr %second
  ret i8 %value
}
