// Who must not allocate, as clang writes it for C at each level: interrupt
// handlers of each target, ifunc resolvers, constructors with a reserved
// priority, code without a library.

// DEFINE: %{check} = FileCheck %s --implicit-check-not=remark --check-prefix
// DEFINE: %{flags} = -emit-llvm -o /dev/null -w -plugin-arg-offstack box \
// DEFINE:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack

// RUN: %clang_cc1 %{flags} -O0 %s 2>&1 | %{check} X86
// RUN: %clang_cc1 %{flags} -O2 %s 2>&1 | %{check} X86
// RUN: %clang_cc1 %{flags} -O0 -triple armv7-none-eabi %s 2>&1 | %{check} REST
// RUN: %clang_cc1 %{flags} -O2 -triple armv7-none-eabi %s 2>&1 | %{check} REST
// RUN: %clang_cc1 %{flags} -O2 -triple riscv64-linux-gnu %s 2>&1 \
// RUN:   | %{check} REST
// RUN: %clang_cc1 %{flags} -O2 -triple mips-linux-gnu %s 2>&1 | %{check} REST
// RUN: %clang_cc1 %{flags} -O2 -triple avr -DSIGNAL %s 2>&1 | %{check} REST

// RUN: %clang_cc1 %{flags} -O0 -ffreestanding %s 2>&1 | %{check} NONE
// RUN: %clang_cc1 %{flags} -O2 -ffreestanding %s 2>&1 | %{check} NONE
// RUN: %clang_cc1 %{flags} -O2 -fno-builtin %s 2>&1 | %{check} NONE
// RUN: %clang_cc1 %{flags} -O0 -fno-builtin-malloc %s 2>&1 | %{check} NONE
// RUN: %clang_cc1 %{flags} -O2 -fno-builtin-free %s 2>&1 | %{check} NONE
// RUN: %clang_cc1 %{flags} -O2 -mcmodel=kernel %s 2>&1 | %{check} NONE

// NONE: remark: 'in_handler' {{.*}}offstack-no-heap
// NONE: remark: 'in_early' {{.*}}offstack-no-heap
// NONE: remark: 'in_late' {{.*}}offstack-no-heap
// NONE: remark: 'in_resolver' {{.*}}offstack-{{no-heap|ifunc-resolver}}

// X86: remark: 'in_handler' {{.*}}offstack-interrupt-handler
// X86: remark: 'in_early' {{.*}}offstack-early-constructor
// X86: remark: 'in_late' {{.*}}offstack-boxed
// X86: remark: 'in_resolver' {{.*}}offstack-ifunc-resolver

// REST: remark: 'in_handler' {{.*}}offstack-interrupt-handler
// REST: remark: 'in_early' {{.*}}offstack-early-constructor
// REST: remark: 'in_late' {{.*}}offstack-boxed

void use(void *);

#ifdef SIGNAL
__attribute__((signal)) void __vector_1(void) {
#elif defined(__x86_64__)
__attribute__((interrupt)) void handler(void *frame) {
#else
__attribute__((interrupt)) void handler(void) {
#endif
  char in_handler[8192];
  use(in_handler);
}

__attribute__((constructor(50))) void early(void) {
  char in_early[8192];
  use(in_early);
}

__attribute__((constructor(101))) void late(void) {
  char in_late[8192];
  use(in_late);
}

#ifdef __x86_64__
static void implementation(void) {}
static void (*resolve(void))(void) {
  char in_resolver[8192];
  use(in_resolver);
  return implementation;
}
void resolved(void) __attribute__((ifunc("resolve")));

// A naked function can hold assembly only: no object is there to be kept.
__attribute__((naked)) void naked(void) { __asm__("ret"); }
#endif
