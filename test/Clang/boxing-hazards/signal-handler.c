// Signal handlers keep their objects however C hands them over, at each level.

// RUN: %clang_cc1 -O0 -emit-llvm -o /dev/null %s -w -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   2>&1 | FileCheck %s
// RUN: %clang_cc1 -O2 -emit-llvm -o /dev/null %s -w -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   2>&1 | FileCheck %s

// CHECK-DAG: 'kept_signal' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_initializer' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_assigned' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_loop' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_table' {{.*}}offstack-signal-handler
// CHECK-DAG: 'boxed_other' {{.*}}offstack-boxed

struct sigaction {
  union {
    void (*sa_handler)(int);
    void (*sa_sigaction)(int, void *, void *);
  } handler;
  unsigned long sa_mask[16];
  int sa_flags;
  void (*sa_restorer)(void);
};
void (*signal(int, void (*)(int)))(int);
int sigaction(int, const struct sigaction *, struct sigaction *);
void use(void *);

static void by_signal(int number) {
  char kept_signal[8192];
  use(kept_signal);
}
static void in_initializer(int number) {
  char kept_initializer[8192];
  use(kept_initializer);
}
static void assigned(int number, void *info, void *context) {
  char kept_assigned[8192];
  use(kept_assigned);
}
static void in_loop(int number) {
  char kept_loop[8192];
  use(kept_loop);
}
static void in_table(int number) {
  char kept_table[8192];
  use(kept_table);
}
static struct sigaction table[] = {{.handler.sa_handler = in_table}};

static void other(void) {
  char boxed_other[8192];
  use(boxed_other);
}

void install(void) {
  signal(2, by_signal);
  struct sigaction initialized = {.handler.sa_handler = in_initializer};
  sigaction(15, &initialized, 0);
  struct sigaction assigned_later;
  assigned_later.handler.sa_sigaction = assigned;
  assigned_later.sa_flags = 4;
  sigaction(11, &assigned_later, 0);
  struct sigaction looped = {0};
  looped.handler.sa_handler = in_loop;
  for (int i = 1; i < 4; i++)
    sigaction(i, &looped, 0);
  sigaction(1, &table[0], 0);
  other();
}
