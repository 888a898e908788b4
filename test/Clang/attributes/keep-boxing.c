// What its user keeps is never boxed, at every level of optimisation, and the
// remark says why.

// RUN: %clang_cc1 -O0 -emit-llvm -o %t.0.ll %s -plugin-arg-offstack box \
// RUN:   -Rpass-missed=offstack -Wno-frame-larger-than 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=remark
// RUN: %clang_cc1 -O2 -emit-llvm -o %t.2.ll %s -plugin-arg-offstack box \
// RUN:   -Rpass-missed=offstack -Wno-frame-larger-than 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=remark
// RUN: FileCheck %s --check-prefix=IR --input-file=%t.0.ll
// RUN: FileCheck %s --check-prefix=IR --input-file=%t.2.ll

void use(char *);

// CHECK: remark: 'kept' (1048576 bytes) is kept on the stack: the user asked to keep it: it is hot (offstack-kept-by-user)
// IR-LABEL: define {{.*}}@variable(
// IR: alloca [1048576 x i8]
// IR: call ptr @malloc(
// IR-NOT: call ptr @malloc(
void variable(void) {
  [[offstack::keep("it is hot")]] char kept[1 << 20];
  char boxed[1 << 19];
  use(kept);
  use(boxed);
}

// CHECK: remark: 'one' {{.*}} the user asked to keep it: runs on its own stack (offstack-kept-by-user)
// IR-LABEL: define {{.*}}@function(
// IR-NOT: call ptr @malloc(
[[offstack::keep("runs on its own stack")]] void function(void) {
  char one[1 << 20];
  use(one);
}

__attribute__((always_inline)) static inline void inlined(void) {
  [[offstack::keep("wherever it goes")]] char followed[1 << 20];
  use(followed);
}

// CHECK: remark: 'followed' {{.*}}: wherever it goes (offstack-kept-by-user)
// IR-LABEL: define {{.*}}@caller(
// IR: call ptr @malloc(
// IR-NOT: call ptr @malloc(
void caller(void) {
  char boxed[1 << 19];
  inlined();
  use(boxed);
}

// What breaks no limit needs no remark.
// IR-LABEL: define {{.*}}@small(
// IR-NOT: call ptr @malloc(
void small(void) {
  [[offstack::keep("it is small")]] char kept[16];
  use(kept);
}
// IR: ret void
// IR-NOT: offstack.keep
// IR-NOT: llvm.global.annotations
