; A run-time sized object stays on the stack when it is not plain where it is
; released.

; RUN: %opt -passes='offstack-box<local=4K;verify>,verify' \
; RUN:   -pass-remarks-missed=offstack -S %s -o %t 2>&1 \
; RUN:   | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark
; RUN: FileCheck %s --check-prefix=BOX --input-file=%t
; REMARK-COUNT-4: remark: {{.*}}'buf' is kept on the stack: {{.*}}(call to 'llvm.stackrestore{{.*}}') (offstack-unmatched-stack-restore)

declare void @use(ptr)

; The restore goes back to who knows where.
; BOX-LABEL: define {{.*}}@kept_unknown_save(
; BOX-NOT: malloc
define void @kept_unknown_save(i64 %n, ptr %saved) {
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  ret void
}

; Near miss: it goes back to a save before the object.
; BOX-LABEL: define {{.*}}@boxed_known_save(
; BOX: call ptr @malloc(
; BOX: call void @free(ptr {{.*}}) {{.*}}!offstack.scope
; BOX:      call void @llvm.stackrestore.p0(
define void @boxed_known_save(i64 %n) {
  %saved = call ptr @llvm.stacksave.p0()
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  ret void
}

; Near miss: it goes back to a save behind the object, which stays.
; BOX-LABEL: define {{.*}}@boxed_save_behind(
; BOX: call ptr @malloc(
; BOX: call void @llvm.stackrestore.p0(
; BOX: call void @free(ptr
; BOX:      ret void
define void @boxed_save_behind(i64 %n) {
  %buf = alloca i8, i64 %n
  %saved = call ptr @llvm.stacksave.p0()
  call void @use(ptr %buf)
  call void @llvm.stackrestore.p0(ptr %saved)
  call void @use(ptr %buf)
  ret void
}

; The save may have run before the object was allocated, or not.
; BOX-LABEL: define {{.*}}@kept_save_on_one_path(
; BOX-NOT: malloc
define void @kept_save_on_one_path(i1 %c, i64 %n) {
  br i1 %c, label %save, label %alloc
save:
  %saved = call ptr @llvm.stacksave.p0()
  br label %alloc
alloc:
  %to = phi ptr [ %saved, %save ], [ null, %0 ]
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  br i1 %c, label %restore, label %done
restore:
  call void @llvm.stackrestore.p0(ptr %to)
  br label %done
done:
  ret void
}

; Saved again while the object of the round before is there.
; BOX-LABEL: define {{.*}}@kept_saved_again(
; BOX-NOT: call ptr @malloc
define void @kept_saved_again(i1 %c, i1 %again, i64 %n) {
  br label %loop
loop:
  %saved = call ptr @llvm.stacksave.p0()
  br i1 %c, label %alloc, label %next
alloc:
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  br label %next
next:
  br i1 %again, label %loop, label %done
done:
  call void @llvm.stackrestore.p0(ptr %saved)
  ret void
}

; Near miss: two scopes in one loop. The save of the second has run before the
; first object's next round, but its restore meets an object of its own only.
; BOX-LABEL: define {{.*}}@boxed_two_scopes(
; BOX: %one.box = call ptr @malloc(
; BOX: %two.box = call ptr @malloc(
define void @boxed_two_scopes(i1 %again, i64 %n) {
  br label %loop
loop:
  %first = call ptr @llvm.stacksave.p0()
  %one = alloca i8, i64 %n
  call void @use(ptr %one)
  call void @llvm.stackrestore.p0(ptr %first)
  %second = call ptr @llvm.stacksave.p0()
  %two = alloca i8, i64 %n
  call void @use(ptr %two)
  call void @llvm.stackrestore.p0(ptr %second)
  br i1 %again, label %loop, label %done
done:
  ret void
}

; The save stands in a branch, and the restore behind both may meet the object.
; BOX-LABEL: define {{.*}}@kept_saved_in_branch(
; BOX: %buf = alloca i8, i64 %n
; BOX-NOT: malloc
; BOX: ret void
define void @kept_saved_in_branch(i1 %c, i64 %n) {
  %variable = alloca ptr
  br i1 %c, label %save, label %alloc
save:
  %saved = call ptr @llvm.stacksave.p0()
  store ptr %saved, ptr %variable
  br label %alloc
alloc:
  %buf = alloca i8, i64 %n
  call void @use(ptr %buf)
  %value = load ptr, ptr %variable
  call void @llvm.stackrestore.p0(ptr %value)
  ret void
}
