// Signal handlers keep their objects however C++ hands them over, at each level.

// RUN: %clang_cc1 -O0 -emit-llvm -o /dev/null %s -w -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   2>&1 | FileCheck %s
// RUN: %clang_cc1 -O2 -emit-llvm -o /dev/null %s -w -plugin-arg-offstack box \
// RUN:   -plugin-arg-offstack local=4K -Rpass=offstack -Rpass-missed=offstack \
// RUN:   2>&1 | FileCheck %s

// CHECK-DAG: 'kept_plain' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_static' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_instance' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_guard' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_lambda' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_stored' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_wrapped' {{.*}}offstack-signal-handler
// CHECK-DAG: 'kept_called' {{.*}}offstack-signal-handler
// CHECK-DAG: 'boxed_at_exit' {{.*}}offstack-boxed
// CHECK-DAG: 'boxed_installer' {{.*}}offstack-boxed
// CHECK-DAG: 'boxed_by_user' {{.*}}is boxed: the user asked for it

extern "C" {
typedef void (*sighandler)(int);
sighandler signal(int, sighandler) noexcept;
struct sigaction {
  union {
    sighandler sa_handler;
    void (*sa_sigaction)(int, void *, void *);
  } handler;
  unsigned long sa_mask[16];
  int sa_flags;
  void (*sa_restorer)();
};
int sigaction(int, const struct sigaction *, struct sigaction *) noexcept;
int atexit(void (*)()) noexcept;
}
void use(void *);

static void called() {
  char kept_called[8192];
  use(kept_called);
}
static void plain(int) {
  char kept_plain[8192];
  use(kept_plain);
  called();
}
struct Handlers {
  static void handle(int) {
    char kept_static[8192];
    use(kept_static);
  }
};
template <int N> void instance(int) {
  char kept_instance[8192];
  use(kept_instance);
}
static void guarded(int) {
  char kept_guard[8192];
  use(kept_guard);
}
struct Guard {
  explicit Guard(sighandler handler) : old(signal(1, handler)) {}
  ~Guard() { signal(1, old); }
  sighandler old;
};
static void stored(int, void *, void *) {
  char kept_stored[8192];
  use(kept_stored);
}
static void wrapped(int) {
  char kept_wrapped[8192];
  use(kept_wrapped);
}
/// Stores the handler in one function and calls sigaction in another.
class Action {
public:
  [[gnu::noinline]] explicit Action(sighandler handler) {
    action.handler.sa_handler = handler;
  }
  [[gnu::noinline]] void install() { sigaction(2, &action, nullptr); }

private:
  struct sigaction action {};
};
static void asked(int) {
  [[offstack::box]] char boxed_by_user[8192];
  use(boxed_by_user);
}
static void at_exit() {
  char boxed_at_exit[8192];
  use(boxed_at_exit);
}

void install() {
  char boxed_installer[8192];
  use(boxed_installer);
  signal(1, plain);
  signal(2, Handlers::handle);
  signal(3, instance<1>);
  Guard guard(guarded);
  signal(4, [](int) {
    char kept_lambda[8192];
    use(kept_lambda);
  });
  signal(5, asked);
  struct sigaction action{};
  action.handler.sa_sigaction = stored;
  sigaction(6, &action, nullptr);
  Action action_object(wrapped);
  action_object.install();
  atexit(at_exit);
}
