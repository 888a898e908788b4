; An object whose size only run time tells is boxed when it is over the limit,
; and stays where it is when it is not.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s \
; RUN:   -pass-remarks=offstack 2>&1 | FileCheck %s

declare void @use(ptr) nounwind
declare void @throws(ptr)

; The product is tested for overflow: what does not fit is more than any heap.
; CHECK: remark: {{.*}}'buf' is boxed: when it is over the limit of 4 KiB at run time (offstack-boxed)
; CHECK-LABEL: define void @boxed_array(
; CHECK:         [[PRODUCT:%.*]] = call { i64, i1 } @llvm.umul.with.overflow.i64(i64 %n, i64 8)
; CHECK-NEXT:    [[FITS:%.*]] = extractvalue { i64, i1 } [[PRODUCT]], 1
; CHECK-NEXT:    [[LOW:%.*]] = extractvalue { i64, i1 } [[PRODUCT]], 0
; CHECK-NEXT:    [[BYTES:%.*]] = select i1 [[FITS]], i64 -1, i64 [[LOW]]
; CHECK-NEXT:    [[LARGE:%.*]] = icmp ugt i64 [[BYTES]], 4096
; CHECK-NEXT:    br i1 [[LARGE]], label %[[THEN:.*]], label %[[ELSE:[0-9]*]]
; CHECK:       [[THEN]]:
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(i64 [[BYTES]])
; CHECK:         call void @__offstack_out_of_memory(ptr @{{.*}}, i64 {{[0-9]+}}, i64 [[BYTES]])
; CHECK:       [[ELSE]]:
; CHECK-NEXT:    %buf = alloca i64, i64 %n, align 8, !offstack.kept
; CHECK:         [[HANDLE:%.*]] = phi ptr [ [[BOX]], %{{.*}} ], [ null, %[[ELSE]] ]
; CHECK:         [[OBJECT:%.*]] = phi ptr [ [[BOX]], %{{.*}} ], [ %buf, %[[ELSE]] ]
; CHECK:         call void @use(ptr [[OBJECT]])
; CHECK:         call void @free(ptr [[HANDLE]])
; CHECK:         ret void
define void @boxed_array(i64 %n) {
  %buf = alloca i64, i64 %n, align 8
  call void @use(ptr %buf)
  ret void
}

; A count of another width counts as unsigned, as alloca has it.
; CHECK-LABEL: define void @boxed_narrow_count(
; CHECK:         [[N:%.*]] = zext i32 %n to i64
; CHECK:         @llvm.umul.with.overflow.i64(i64 [[N]], i64 8)
define void @boxed_narrow_count(i32 %n) {
  %buf = alloca i64, i32 %n, align 8
  call void @use(ptr %buf)
  ret void
}

; Alignment that malloc does not give.
; CHECK-LABEL: define void @boxed_aligned(
; CHECK:         [[MORE:%.*]] = call i64 @llvm.uadd.sat.i64(i64 [[BYTES:%.*]], i64 63)
; CHECK:         call ptr @malloc(i64 [[MORE]])
; CHECK:         call ptr @llvm.ptrmask
define void @boxed_aligned(i64 %n) {
  %buf = alloca i64, i64 %n, align 64
  call void @use(ptr %buf)
  ret void
}

; A constant size needs no test, only a place of its own in the function.
; CHECK-LABEL: define void @boxed_constant_in_a_branch(
; CHECK:       a:
; CHECK-NEXT:    [[BOX:%.*]] = call ptr @malloc(i64 8192)
; CHECK-NOT:     alloca [8192
; CHECK:       b:
; CHECK-NEXT:    [[PHI:%.*]] = phi ptr [ [[BOX]], %{{.*}} ], [ null, %{{.*}} ]
; CHECK:         call void @free(ptr [[PHI]])
define void @boxed_constant_in_a_branch(i1 %c) {
  br i1 %c, label %a, label %b
a:
  %buf = alloca [8192 x i8]
  call void @use(ptr %buf)
  br label %b
b:
  ret void
}

; Exceptions free it, too, as long as it is there.
; CHECK-LABEL: define void @boxed_unwinding(
; CHECK:         call void @throws(ptr null)
; CHECK:         invoke void @throws(
; CHECK:         call void @free(
; CHECK:         call void @llvm.stackrestore
; CHECK-NEXT:    call void @throws(ptr null)
; CHECK:       offstack.unwind:
; CHECK:         call void @free(
define void @boxed_unwinding(i64 %n) {
  call void @throws(ptr null)
  %saved = call ptr @llvm.stacksave.p0()
  %buf = alloca i8, i64 %n
  call void @throws(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  call void @throws(ptr null)
  ret void
}

; As clang writes it at -O0: the saved pointer goes through a variable.
; CHECK-LABEL: define void @boxed_saved_in_a_variable(
; CHECK:         call ptr @malloc(
; CHECK:         call void @free(
; CHECK:         call void @llvm.stackrestore
define void @boxed_saved_in_a_variable(i64 %n) nounwind {
  %variable = alloca ptr
  %saved = call ptr @llvm.stacksave.p0()
  store ptr %saved, ptr %variable
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  %again = load ptr, ptr %variable
  call void @llvm.stackrestore.p0(ptr %again)
  ret void
}
