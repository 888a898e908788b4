// A budget replaces the limits of boxing too: what fits it stays on the stack,
// and what makes the frame larger is moved.

// RUN: %clang -O1 -S -o /dev/null -fplugin=%offstack_clang -std=c23 \
// RUN:   -fplugin-arg-offstack-box -fplugin-arg-offstack-local=4K \
// RUN:   -fplugin-arg-offstack-frame=8K -Rpass=offstack \
// RUN:   -Rpass-missed=offstack %s 2>&1 | FileCheck %s
// RUN: %clang -O1 -S -o /dev/null -fpass-plugin=%offstack_pass -std=c23 \
// RUN:   -fplugin=%offstack_clang -mllvm -offstack-local=4K -w \
// RUN:   -mllvm -offstack-frame=8K -Rpass=offstack \
// RUN:   -Rpass-missed=offstack %s 2>&1 | FileCheck %s

void use(void *);

// CHECK-NOT: remark
[[offstack::budget(10000)]] void fits(void) {
  char kept[9000];
  use(kept);
}

// CHECK: remark: {{.*}}9000 bytes) is boxed: over the limit of 4 KiB (offstack-boxed)
void without(void) {
  char boxed[9000];
  use(boxed);
}

// CHECK: remark: {{.*}}2000 bytes) is boxed: the frame is over the limit of 2.9 KiB (offstack-boxed)
// CHECK-NOT: 'kept' {{.*}} is boxed
[[offstack::budget(3000)]] void tight(void) {
  char boxed[2000], kept[1500];
  use(boxed), use(kept);
}

// The frame that code generation makes of it is compared with the budget. A
// by-value argument cannot move.
// CHECK: remark: the frame of 'over' takes 2024 bytes, over the limit of 1000 bytes: arguments of calls 2000
struct text {
  char bytes[2000];
};
void take(struct text);
[[offstack::budget(1000)]] void over(struct text *t) { take(*t); }
// CHECK-NOT: remark: the frame of
[[offstack::budget(9000)]] void under(struct text *t) { take(*t); }
