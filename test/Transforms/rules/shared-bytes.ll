; Objects of one box that are never alive together share its bytes.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' -S %s -o %t
; RUN: FileCheck %s --input-file=%t
; RUN: %offstack_src/utils/mutate-frees --opt opt --plugin %offstack_pass %t \
; RUN:   | FileCheck %s --check-prefix=MUTANTS
; MUTANTS-NOT: survived:
; MUTANTS:     {{, 0 survived$}}

declare void @use(ptr) nounwind
declare void @both(ptr, ptr) nounwind

; A loop brings one after the other to life: each could be freed behind the loop
; only, with and without optimisation. What the types say of their accesses is
; not true any more.
; CHECK-LABEL: define void @boxed_loop(
; CHECK:         %[[BOX:.*]] = call ptr @malloc(i64 8192)
; CHECK:         store ptr %[[BOX]], ptr %two.slot
; CHECK-NEXT:    store ptr %[[BOX]], ptr %one.slot
; CHECK:         store i32 1, ptr %[[BOX]], align 4{{$}}
; CHECK:         store float 1.0{{.*}}, ptr %[[BOX]], align 4{{$}}
; CHECK:         call void @free(ptr %[[BOX]])
; CHECK:       {{^}}}
define void @boxed_loop(i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %one)
  store i32 1, ptr %one, align 4, !tbaa !1
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  store float 1.0, ptr %two, align 4, !tbaa !3
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  br i1 %c, label %loop, label %out
out:
  ret void
}

; CHECK-LABEL: define void @boxed_debug_loop(
; CHECK:         call ptr @malloc(i64 8192)
; CHECK-NOT:     call ptr @malloc
; CHECK:       {{^}}}
define void @boxed_debug_loop(i1 %c) nounwind optnone noinline {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  br i1 %c, label %loop, label %out
out:
  ret void
}

; The larger of two that share decides where the third begins.
; CHECK-LABEL: define void @boxed_three(
; CHECK:         %[[BOX:.*]] = call ptr @malloc(i64 14320)
; CHECK:       {{^}}}
define void @boxed_three(i1 %c) nounwind {
  %one = alloca [5000 x i8], align 16
  %two = alloca [8192 x i8], align 16
  %three = alloca [6064 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @both(ptr %one, ptr %three)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @both(ptr %two, ptr %three)
  call void @llvm.lifetime.end.p0(ptr %two)
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Near misses. Alive together in one place:
; CHECK-LABEL: define void @boxed_overlap(
; CHECK:         call ptr @malloc(i64 13256)
; CHECK:       {{^}}}
define void @boxed_overlap(i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @use(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @use(ptr %two)
  call void @llvm.lifetime.end.p0(ptr %two)
  br i1 %c, label %loop, label %out
out:
  ret void
}

; Written to behind its end, by which the markers lose their worth:
; CHECK-LABEL: define void @boxed_written_outside(
; CHECK:         call ptr @malloc(i64 13256)
; CHECK:       {{^}}}
define void @boxed_written_outside(i1 %c) nounwind {
  %one = alloca [8192 x i8], align 16
  %two = alloca [5000 x i8], align 16
  br label %loop
loop:
  call void @llvm.lifetime.start.p0(ptr %one)
  call void @use(ptr %one)
  call void @llvm.lifetime.end.p0(ptr %one)
  call void @llvm.lifetime.start.p0(ptr %two)
  call void @use(ptr %two)
  %field = getelementptr i8, ptr %one, i64 16
  store i32 1, ptr %field
  call void @llvm.lifetime.end.p0(ptr %two)
  br i1 %c, label %loop, label %out
out:
  ret void
}

!0 = !{!"root"}
!1 = !{!2, !2, i64 0}
!2 = !{!"int", !0}
!3 = !{!4, !4, i64 0}
!4 = !{!"float", !0}
