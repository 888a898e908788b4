// With boxing on, what the pass has moved is silent, and what stays on the stack
// keeps its warning.

// RUN: %clang_cc1 -std=c17 -emit-llvm-only -Walloca -verify %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack box
// RUN: %clang_cc1 -std=c17 -emit-llvm-only -O2 -Walloca -verify %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack box

// RUN: %clang_cc1 -std=c17 -emit-llvm-only %s -plugin-arg-offstack local=1K \
// RUN:   -plugin-arg-offstack box -Rpass=offstack 2>&1 \
// RUN:   | FileCheck %s --check-prefix=REMARK
// REMARK: remark: 'silent_moved' (2048 bytes) is boxed: over the limit of 1 KiB
// REMARK: remark: 'silent_inlined' (2048 bytes) is boxed

// Nothing moves without code.
// RUN: not %clang_cc1 -std=c17 -fsyntax-only -Walloca -Werror %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack box 2>&1 \
// RUN:   | FileCheck %s --check-prefix=PARSED
// RUN: not %clang_cc1 -std=c17 -emit-llvm-only -disable-llvm-passes -Walloca -Werror %s \
// RUN:   -plugin-arg-offstack local=1K -plugin-arg-offstack box 2>&1 \
// RUN:   | FileCheck %s --check-prefix=PARSED
// PARSED: error: local variable 'silent_moved' of type 'char[2048]'
// PARSED: error: nothing limits the size of 'silent_array'

struct record {
  char data[2048];
};
struct record make(void);
void use(void *);
void by_value(struct record);
void *alloca(unsigned long);
int returns_again(void *) __attribute__((returns_twice));

void moved(void) {
  char silent_moved[2048];
  use(silent_moved);
}

static void callee(void) {
  char silent_inlined[2048];
  use(silent_inlined);
}
void inlines(void) { callee(); }

// What nothing uses is removed.
void unused(void) { char silent_removed[2048]; }

void run_time_size(int n) {
  char silent_array[n];
  use(silent_array);
}

void without_a_name(void) {
  make();
  use(&(struct record){{1}});
  use(alloca(4096));
}

// A parameter is part of how the function is called.
void parameter(struct record entry) { // #parameter
  use(&entry);
}
// expected-warning@#parameter {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@#parameter {{pass it by pointer}}

void kept(void *buffer) {
  char variable[2048]; // #kept
  use(variable), make(); // #kept_result
  returns_again(buffer);
}
// expected-warning@#kept {{local variable 'variable' of type 'char[2048]' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-local)}}
// expected-note@#kept {{allocate it with malloc and free: '-Rpass-missed=offstack' says why it is not moved there; do not make it static}}
// expected-warning@#kept_result {{call result of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-temporary)}}
// expected-note@#kept_result {{have the function write to memory that its caller passes}}

// No code is generated for it here. Where there is some, its objects are moved,
// or the file that has it tells of them.
static inline void not_emitted(void) {
  char silent_buffer[2048];
  use(silent_buffer), make();
}

// A parameter is on the stack of the callers, wherever they are.
static inline void not_emitted_parameter(struct record entry) { // #not_emitted
  use(&entry);
}
// expected-warning@#not_emitted {{parameter 'entry' of type 'struct record' takes 2048 bytes (2 KiB) of stack, over the limit of 1 KiB (offstack-large-parameter)}}
// expected-note@#not_emitted {{pass it by pointer}}
