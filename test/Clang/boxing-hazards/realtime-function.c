// The attributes in C, and where an object is inlined into another function.

// RUN: %clang_cc1 -O0 -emit-llvm -o /dev/null %s -plugin-arg-offstack box -w \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   2>&1 | FileCheck %s --check-prefixes=CHECK,PLAIN
// RUN: %clang_cc1 -O2 -emit-llvm -o %t.ll %s -plugin-arg-offstack box -w \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   2>&1 | FileCheck %s --check-prefixes=CHECK,INLINED
// RUN: FileCheck %s --check-prefix=IR --input-file=%t.ll
// RUN: %clang_cc1 -O2 -emit-llvm -o /dev/null %s -plugin-arg-offstack box -w \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   -fsanitize=realtime 2>&1 | FileCheck %s --check-prefix=CHECK

void use(void *);

// CHECK-DAG: 'kept_definition' {{.*}}offstack-realtime-function
void definition(void) __attribute__((nonblocking)) {
  char kept_definition[8192];
  use(kept_definition);
}

// CHECK-DAG: 'kept_declared' {{.*}}offstack-realtime-function
void declared(void) __attribute__((nonallocating));
void declared(void) {
  char kept_declared[8192];
  use(kept_declared);
}

// Its object keeps what was said of it, in a function of which nothing is said.
// IR-LABEL: define {{.*}}@caller(
// IR: alloca [8192 x i8]
// IR-NOT: call {{.*}}@inlined
// IR: call ptr @malloc(i64 {{.*}}9000)
// IR-NOT: call ptr @malloc
// IR: ret void
// PLAIN-DAG: 'inner' (8192 bytes) is kept on the stack: a nonblocking
// INLINED-DAG: 'inner' (8192 bytes) is kept on the stack: a nonblocking
// CHECK-DAG: 'outer' (9000 bytes) is boxed
static inline void inlined(void) __attribute__((nonblocking, always_inline));
static inline void inlined(void) {
  char inner[8192];
  use(inner);
}
void caller(void) {
  char outer[9000];
  use(outer);
  inlined();
}

// Asked for, there too.
// CHECK-DAG: 'asked' (80 bytes) is boxed: the user asked for it
static inline void asks(void) __attribute__((nonblocking, always_inline));
static inline void asks(void) {
  __attribute__((offstack_box)) char asked[80];
  use(asked);
}
void calls_asks(void) { asks(); }
