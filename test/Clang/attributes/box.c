// A variable is boxed whatever its size if its user says so, at every level of
// optimisation, and in each function that it is inlined into.

// RUN: %clang_cc1 -O0 -emit-llvm -o %t.0.ll %s -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack verify -Rpass=offstack 2>&1 | FileCheck %s
// RUN: %clang_cc1 -O2 -emit-llvm -o %t.2.ll %s -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack verify -Rpass=offstack 2>&1 \
// RUN:   | FileCheck %s --check-prefix=INLINED
// RUN: FileCheck %s --check-prefix=IR --input-file=%t.0.ll
// RUN: FileCheck %s --check-prefix=IR --input-file=%t.2.ll

void use(char *);

// CHECK: 'small' (32 bytes) is boxed: the user asked for it (offstack-boxed)
// INLINED: 'small' (32 bytes) is boxed: the user asked for it
// IR-LABEL: define {{.*}}@variable(
// IR: call ptr @malloc(i64 {{.*}}32)
void variable(void) {
  [[offstack::box]] char small[32];
  use(small);
}

// Its neighbour is not asked for.
// IR-LABEL: define {{.*}}@near_miss(
// IR-NOT: call ptr @malloc(
void near_miss(void) {
  char small[32];
  use(small);
}

// All objects of a function that are worth it.
// CHECK: 'worthwhile' (64 bytes) is boxed: the user asked for it
// INLINED: 'worthwhile' (64 bytes) is boxed: the user asked for it
// IR-LABEL: define {{.*}}@function(
// IR: call ptr @malloc(i64 {{.*}}64)
// IR-NOT: call ptr @malloc(
__attribute__((offstack_box)) void function(void) {
  char worthwhile[64], tiny[63];
  use(worthwhile);
  use(tiny);
}

__attribute__((offstack_box, always_inline)) static inline void inlined(void) {
  char moved[128];
  use(moved);
}

// The request follows the body of a function that is inlined; the name does so
// too.
// CHECK: 'moved' (128 bytes) is boxed: the user asked for it
// INLINED: 'moved' (128 bytes) is boxed: the user asked for it
// IR-LABEL: define {{.*}}@caller(
// IR: call ptr @malloc(i64 {{.*}}128)
// IR-NOT: call ptr @malloc(
void caller(void) {
  char own[128];
  inlined();
  use(own);
}

// The variable says more than its function.
// IR-LABEL: define {{.*}}@exception(
// IR: call ptr @malloc(i64 {{.*}}200)
// IR-NOT: call ptr @malloc(
[[offstack::keep("why")]] void exception(void) {
  [[offstack::box]] char moved[200];
  char kept[1 << 20];
  use(moved);
  use(kept);
}

// A signal handler must not allocate, unless its user knows better.
void (*signal(int, void (*)(int)))(int);
// IR-LABEL: define {{.*}}@handler(
// IR: call ptr @malloc(i64 {{.*}}300)
// IR-NOT: call ptr @malloc(
static void handler(int number) {
  [[offstack::box]] char moved[300];
  char kept[1 << 20];
  use(moved);
  use(kept);
}
// IR: }
void install(void) { signal(15, handler); }
